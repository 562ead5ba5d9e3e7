import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';
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

/** The region of the next level that a row comes to; null where it is not looked at again. */
function regionSql(layer: readonly Division[]): Sql {
  const side = (region: number | null): Sql => (region === null ? raw('null') : whole(region));
  const cases = layer.map(
    ({ region, split, first, second }) =>
      sql`when ${whole(region)} then case when ${binRuleSql(split)} then ${side(first)} else ${side(second)} end`,
  );
  return sql`case region ${join(cases, ' ')} end`;
}

/** Makes the rows of the next level: a row once for each set of trees that have it in the same region. */
export async function placeRows(
  engine: Engine,
  from: string,
  to: string,
  divisions: readonly Division[],
  columns: readonly string[],
): Promise<void> {
  const layers = layersOf(divisions).map(
    (layer) => sql`select * from (
      select cast(${regionSql(layer)} as integer) as region, ${join(columns.map((column) => raw(column)))} from ${relationName(from)}
    ) as placed where region is not null`,
  );
  await engine.create(to, join(layers, ' union all '));
}
