import type { Column, Engine } from '../../src/engine/engine.ts';
import { relationSql } from '../../src/sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../src/sql/sql.ts';
import { inOrder } from './build.ts';
import { allRelations, givenTables, type Columns } from './contracts.ts';

export type { Columns } from './contracts.ts';

/** A row as a test writes it; columns left out are null. */
export type GivenRow = Readonly<Record<string, string | number | boolean | null>>;

/** Tables as a test writes them: `raw.customers` → rows. */
export type GivenTables = Readonly<Record<string, readonly GivenRow[]>>;

const textOf = (value: GivenRow[string] | undefined): string | null => (value == null ? null : String(value));

/** The rows as a query with all columns. */
function queryOf(columns: Columns, rows: readonly GivenRow[]): Sql {
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const cells = Object.entries(columns).map(
    ([column, type]) => sql`cast(${given.has(column) ? name(column) : raw('null')} as ${raw(type)}) as ${name(column)}`,
  );
  if (given.size === 0) return sql`select ${join(cells)} from range(${raw(String(rows.length))}) as given`;
  const names = [...given];
  const values = rows.map((row) => sql`(${join(names.map((column) => sql`${textOf(row[column])}`))})`);
  return sql`select ${join(cells)} from (values ${join(values)}) as given (${join(names.map((column) => name(column)))})`;
}

/** Creates a table of the given rows, where none or one is; refuses columns that it does not have. */
export async function fillGiven(
  engine: Engine,
  relation: string,
  columns: Columns,
  rows: readonly GivenRow[],
): Promise<void> {
  const unknown = rows.flatMap((row) => Object.keys(row)).find((column) => !(column in columns));
  if (unknown !== undefined) throw new Error(`${relation} has no column ${unknown}`);
  await engine.create(relation, queryOf(columns, rows));
}

/** The same in place of a table or a view. */
export async function createGiven(
  engine: Engine,
  relation: string,
  columns: Columns,
  rows: readonly GivenRow[],
): Promise<void> {
  await engine.drop(relation);
  await fillGiven(engine, relation, columns, rows);
}

/** What the pipeline says where a test does not: no rates, as of the last day of January 2026. */
export const settings: GivenTables = {
  'warehouse.setting': [
    {
      as_of: '2026-01-31',
      currency: 'EUR',
      time_zone: 'Europe/Madrid',
      active_days: 365,
      look_back_days: 90,
      fulfilment_per_order: 0,
      fulfilment_per_line: 0,
      handling_per_return: 0,
      saved_share: 0.2,
      required_return: 0.5,
    },
  ],
  'warehouse.contact_rate': [{ channel: '*', per_contact: 0, per_minute: 0 }],
};

/** Creates every table that is no `.sql` relation: as given, else with the settings above, else empty. */
export async function createInputs(engine: Engine, given: GivenTables = {}): Promise<void> {
  const stray = Object.keys(given).find((relation) => !(relation in givenTables));
  if (stray !== undefined) throw new Error(`${stray} is not a table that a run starts from`);
  for (const [relation, columns] of Object.entries(givenTables)) {
    await createGiven(engine, relation, columns, given[relation] ?? settings[relation] ?? []);
  }
}

/** The columns of every relation, found by binding each on the empty ones it reads; leaves these empty tables behind. */
export async function bindAll(engine: Engine): Promise<Map<string, Columns>> {
  const found = new Map<string, Columns>(Object.entries(givenTables));
  await createInputs(engine, { 'warehouse.setting': [], 'warehouse.contact_rate': [] });
  for (const relation of inOrder(allRelations())) {
    const columns: Column[] = await engine.check(relationSql(relation));
    found.set(relation.id, Object.fromEntries(columns.map((column) => [column.name, column.type])));
    await createGiven(engine, relation.id, found.get(relation.id)!, []);
  }
  return found;
}
