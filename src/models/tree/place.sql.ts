import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';
import { cellType, kindsOf, regionOfCell, type Cells } from './cell.sql.ts';
import { binRuleSql } from './rule.sql.ts';
import { splitKey, type Split } from './split.ts';

/** A region of a level that is split, and the regions of the next level that it comes apart into; null: that side is not looked at again. */
export interface Division {
  readonly region: number;
  readonly split: Split;
  first: number | null;
  second: number | null;
}

/** The divisions of a level, each once, whichever trees ask for it; the regions they make are numbered from 0. */
export interface Divisions {
  readonly all: readonly Division[];
  /** How many regions they have made. */
  readonly regions: number;
  /** The region of one side of a split, which is from now on looked at. */
  take(region: number, split: Split, side: 'first' | 'second'): number;
}

/** Starts the divisions of a level. */
export function newDivisions(): Divisions {
  const byKey = new Map<string, Division>();
  const all: Division[] = [];
  let regions = 0;
  return {
    all,
    get regions() {
      return regions;
    },
    take(region, split, side) {
      const key = `${region} ${splitKey(split)}`;
      if (!byKey.has(key)) {
        byKey.set(key, { region, split, first: null, second: null });
        all.push(byKey.get(key)!);
      }
      return (byKey.get(key)![side] ??= regions++);
    },
  };
}

/** Divisions in sets in which each region is split once. */
function layersOf(divisions: readonly Division[]): Division[][] {
  const layers: Division[][] = [];
  const depth = new Map<number, number>();
  for (const division of divisions) {
    const at = depth.get(division.region) ?? 0;
    depth.set(division.region, at + 1);
    (layers[at] ??= []).push(division);
  }
  return layers;
}

/** By how much a row's cell changes on its way to the next level; null where it is not looked at again. Regions are searched by halves. */
function changeSql(
  layer: readonly (Division | undefined)[],
  kinds: number,
  type: Sql,
  from = 0,
  to = layer.length,
): Sql {
  if (to - from === 1) {
    const division = layer[from];
    if (!division) return raw('null');
    const side = (region: number | null): Sql =>
      region === null ? raw('null') : sql`cast(${whole((region - from) * kinds)} as ${type})`;
    return sql`case when ${binRuleSql(division.split)} then ${side(division.first)} else ${side(division.second)} end`;
  }
  const middle = (from + to) >> 1;
  return sql`case when cell < ${whole(middle * kinds)} then ${changeSql(layer, kinds, type, from, middle)} else ${changeSql(layer, kinds, type, middle, to)} end`;
}

/**
 * The rows of the next level, once for each set of trees that have them in the same region. Rows that are not looked at again have no cell, and
 * are left out when the table is read: a condition on what is computed here would compute it twice.
 *
 * @param level the rows of this level, in how many regions
 * @param more columns that rows keep
 */
export function placeSql(
  level: { readonly rows: string; readonly regions: number },
  divisions: Divisions,
  cells: Cells,
  more: readonly Sql[],
): Sql {
  const kinds = kindsOf(cells);
  const type = cellType(Math.max(level.regions, divisions.regions), cells);
  const layers = layersOf(divisions.all).map((layer, i) => {
    const split = new Map(layer.map((one) => [one.region, one]));
    const byRegion = Array.from({ length: level.regions }, (_, region) => split.get(region));
    const some = sql`${regionOfCell(cells)} in (${join(layer.map(({ region }) => whole(region)))})`;
    return sql`select cell + ${changeSql(byRegion, kinds, type)} as cell, ${join(more)}
      from ${relationName(level.rows)} where cell is not null ${i === 0 ? sql`` : sql`and ${some}`}`;
  });
  return join(layers, ' union all ');
}
