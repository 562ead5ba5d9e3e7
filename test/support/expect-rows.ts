import type { Engine, Shape } from '../../src/engine/engine.ts';
import { relationName, type Relation } from '../../src/sql/relation.ts';
import { join, name, raw, sql } from '../../src/sql/sql.ts';
import type { Columns, GivenRow } from './given.ts';

type Kind = 'number?' | 'boolean?' | 'text?';

const kindOf = (type: string): Kind => {
  if (/^(DECIMAL|DOUBLE|BIGINT|INTEGER)/i.test(type)) return 'number?';
  return /^BOOLEAN/i.test(type) ? 'boolean?' : 'text?';
};

const casts: Record<Kind, string> = { 'number?': 'double', 'boolean?': 'boolean', 'text?': 'varchar' };

/** Twelve digits: what two ways to divide the same decimals agree in. */
const rounded = (value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(12)) : value);

const rows = (from: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown>[] =>
  from.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, rounded(value)])));

/** The rows of a built relation by its grain: the columns named, as a test writes them. */
export async function rowsOf(
  engine: Engine,
  relation: Relation,
  columns: Columns,
  named: readonly string[],
): Promise<Record<string, unknown>[]> {
  const missing = named.find((column) => !(column in columns));
  if (missing !== undefined) throw new Error(`${relation.id} has no column ${missing}`);
  const kinds = named.map((column) => [column, kindOf(columns[column]!)] as const);
  const selected = kinds.map(([column, kind]) => sql`cast(${name(column)} as ${raw(casts[kind])}) as ${name(column)}`);
  const order = relation.oneRow ? sql`` : sql`order by ${join(relation.grain.map((column) => name(column)))}`;
  const query = sql`select ${join(selected)} from ${relationName(relation.id)} as built ${order}`;
  return rows(await engine.rows(query, Object.fromEntries(kinds) satisfies Shape));
}

/** Expected rows as `rowsOf` gives them. */
export const expectedRows = (expected: readonly GivenRow[]): Record<string, unknown>[] => rows(expected);
