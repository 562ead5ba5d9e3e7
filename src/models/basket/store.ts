import type { Engine } from '../../engine/engine.ts';
import { noRows } from '../literal.sql.ts';
import type { Rule } from './rules.ts';
import { tables } from './tables.ts';

/** Makes a table of doubles, a column by its name: what is not finite is null. */
export async function fillColumns<Row>(
  engine: Engine,
  relation: string,
  rows: readonly Row[],
  columns: Readonly<Record<string, (row: Row, place: number) => number>>,
): Promise<void> {
  await engine.create(relation, noRows(Object.fromEntries(Object.keys(columns).map((name) => [name, 'double']))));
  await engine.fill(
    relation,
    Object.values(columns).map((value) => Float64Array.from(rows, value)),
  );
}

/** Writes rules to `tables.found`, numbered from 1, and the items of their left sides to `tables.left`. */
export async function fillRules(engine: Engine, rules: readonly Rule[]): Promise<void> {
  await fillColumns(engine, tables.found, rules, {
    rule: (_, place) => place + 1,
    length: ({ leftItems }) => leftItems.length + 1,
    right_no: ({ rightItem }) => rightItem,
    baskets: ({ both }) => both,
    left_baskets: ({ left }) => left,
    right_baskets: ({ right }) => right,
    all_baskets: ({ baskets }) => baskets,
    support: ({ support }) => support,
    confidence: ({ confidence }) => confidence,
    lift: ({ lift }) => lift,
    leverage: ({ leverage }) => leverage,
    conviction: ({ conviction }) => conviction ?? NaN,
    yules_q: ({ yulesQ }) => yulesQ ?? NaN,
    chi_square: ({ chiSquare }) => chiSquare,
    p_value: ({ p }) => p,
    adjusted_p: ({ adjustedP }) => adjustedP,
    is_redundant: ({ isRedundant }) => Number(isRedundant),
    is_significant: ({ isSignificant }) => Number(isSignificant),
    is_told: ({ isTold }) => Number(isTold),
  });
  const left = rules.flatMap(({ leftItems }, place) => leftItems.map((item) => ({ rule: place + 1, item })));
  await fillColumns(engine, tables.left, left, { rule: ({ rule }) => rule, item_no: ({ item }) => item });
}
