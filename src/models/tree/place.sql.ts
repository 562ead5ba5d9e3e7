import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';
import { cellType, type Blocks } from './block.ts';
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

/** What placing rows takes: the blocks of this level and of the next one. */
interface Step {
  readonly from: Blocks;
  readonly to: Blocks;
  readonly classes: number;
}

/** What holds for the blocks `start … end − 1`, found by halves; `of` gives it for a range of blocks it is the same for, else undefined. */
function search(start: number, end: number, classes: number, of: (start: number, end: number) => Sql | undefined): Sql {
  const found = of(start, end);
  if (found) return found;
  const middle = (start + end) >> 1;
  return sql`case when cell < ${whole(middle * classes)} then ${search(start, middle, classes, of)} else ${search(middle, end, classes, of)} end`;
}

/** By how much a row's cell changes on its way to the next level; null where it is not looked at again. */
function changeSql({ from, to, classes }: Step, layer: readonly Division[]): Sql {
  const type = cellType(Math.max(from.all.length, to.all.length), classes);
  const splits = new Map(layer.map((division) => [division.region, division]));
  const blocks = from.all.map((block, at) => ({ ...block, at }));
  const sideSql = (next: number | null, start: number, end: number): Sql =>
    search(start, end, classes, (first, last) => {
      const [change, ...others] = blocks.slice(first, last).map(({ part, at }) => {
        const target = next === null ? null : to.target(next, part);
        return target === null ? null : (target - at) * classes;
      });
      if (others.some((one) => one !== change)) return undefined;
      return change == null ? raw('null') : sql`cast(${whole(change)} as ${type})`;
    });
  return search(0, blocks.length, classes, (start, end) => {
    const [region, last] = [blocks[start]!.region, blocks[end - 1]!.region];
    if (blocks.slice(start, end).every((block) => !splits.has(block.region))) return raw('null');
    if (region !== last) return undefined;
    const { split, first, second } = splits.get(region)!;
    return sql`case when ${binRuleSql(split)} then ${sideSql(first, start, end)} else ${sideSql(second, start, end)} end`;
  });
}

/**
 * The rows of the next level, once for each set of trees that have them in the same region. Rows that are not looked at again have no cell, and
 * are left out when the table is read: a condition on what is computed here would compute it twice.
 */
export function placeSql(rows: string, divisions: readonly Division[], step: Step, more: readonly Sql[]): Sql {
  const { from, classes } = step;
  const layers = layersOf(divisions).map((layer, i) => {
    const regions = new Set(layer.map(({ region }) => region));
    const blocks = from.all.flatMap(({ region }, block) => (regions.has(region) ? [block] : []));
    const some = i === 0 ? sql`` : sql`and cell // ${whole(classes)} in (${join(blocks.map(whole))})`;
    return sql`select cell + ${changeSql(step, layer)} as cell, ${join(more)}
      from ${relationName(rows)} where cell is not null ${some}`;
  });
  return join(layers, ' union all ');
}
