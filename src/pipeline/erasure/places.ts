import { existsSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { namesIn } from '../../disk.ts';
import type { Engine } from '../../engine/engine.ts';
import { loadFiles } from '../../sources/load-record.ts';
import { tableNames, type TableName } from '../../sources/tables.ts';
import { parquetFiles } from '../../sql/files.ts';
import { relationName } from '../../sql/relation.ts';
import { join, name, sql, type Sql } from '../../sql/sql.ts';
import type { PeopleTable } from '../people/file.ts';
import type { HashedKind } from './hash.sql.ts';
import { idsSql, mentionsSql } from './match.sql.ts';

/** Rows that may be of a customer: a table, or a file of one. */
export interface Place {
  /** Below its load, its release, or `people`: `purchases`, `marts.customer`, `suppression` */
  readonly table: string;
  /** What stands behind `from`. */
  readonly from: Sql;
  /** The column that says whose a row is; null: only texts do. */
  readonly key: { readonly column: string; readonly kind: HashedKind; readonly where?: Sql } | null;
  /** Columns with a record as it was read, in which an id may stand. */
  readonly texts: readonly string[];
  /** Columns of rows of others in which an id may stand: who referred them. */
  readonly mentions: readonly string[];
}

/** Whether a row is of the people in a file of ids. */
export function isTheirs({ key, texts }: Place, ids: string): Sql {
  const tests = [
    ...(key
      ? [sql`coalesce(${key.where ?? sql`true`} and ${name(key.column)} in ${idsSql(ids, key.kind)}, false)`]
      : []),
    ...texts.map((text) => mentionsSql(ids, name(text))),
  ];
  return tests.length === 0 ? sql`false` : sql`(${join(tests, ' or ')})`;
}

/** Whether a row is of the people in a file of ids, or of somebody else and names one of them. */
export const tellsOfThem = (place: Place, ids: string): Sql =>
  join(
    [
      isTheirs(place, ids),
      ...place.mentions.map((column) => sql`coalesce(${name(column)} in ${idsSql(ids, 'customer')}, false)`),
    ],
    ' or ',
  );

const customer = { column: 'customer_id', kind: 'customer' } as const;

/** Sums by who referred others: a row of theirs. */
const referrer = { column: 'member', kind: 'customer', where: sql`dimension = 'referrer'` } as const;

/** The column that says whose the rows of a table of a warehouse are. */
function keyOf(columns: readonly string[]): Place['key'] {
  if (columns.includes('customer_id')) return customer;
  return columns.includes('dimension') && columns.includes('member') ? referrer : null;
}

/** Columns that may name another customer. */
const mentioning = ['referrer', 'first_referrer'];

/** Which table a load was read into; null where there is none that is whole. */
export const tableOfLoad = (loads: string, loadId: string): TableName | null =>
  tableNames.find((table) => existsSync(loadFiles(loads, { loadId, table }).rows)) ?? null;

/** The loads of a store, by their ids. */
export async function loadsIn(store: string): Promise<string[]> {
  const names = await namesIn(joinPath(store, 'loads'));
  return names.filter((load) => !load.startsWith('.')).sort();
}

/** The places of a load. Products and campaigns are of nobody, but what was rejected of them may be. */
export async function placesOfLoad(engine: Engine, store: string, loadId: string): Promise<Place[]> {
  const loads = joinPath(store, 'loads');
  const table = tableOfLoad(loads, loadId);
  if (table === null) return [];
  const files = loadFiles(loads, { loadId, table });
  const columns = await columnsOf(engine, parquetFiles([files.rows]));
  const key = columns.includes('customer_id')
    ? customer
    : table === 'returns'
      ? ({ column: 'order_id', kind: 'order' } as const)
      : null;
  const mentions = columns.filter((column) => mentioning.includes(column));
  return [
    { table, from: parquetFiles([files.rows]), key, texts: ['record_text'], mentions },
    { table: 'rejects', from: parquetFiles([files.rejects]), key: null, texts: ['value', 'record_text'], mentions: [] },
    { table: 'refused', from: parquetFiles([files.refused]), key: null, texts: ['record'], mentions: [] },
  ];
}

/** The tables of a warehouse that is attached under a name, each a place. Those that tell of nobody are among them. */
export async function placesOfWarehouse(engine: Engine, catalogue: string): Promise<Place[]> {
  const rows = await engine.rows(
    sql`select columns.table_schema || '.' || columns.table_name as relation, column_name
      from information_schema.columns as columns join information_schema.tables as tables
        on tables.table_catalog = columns.table_catalog and tables.table_schema = columns.table_schema and tables.table_name = columns.table_name
      where columns.table_catalog = ${catalogue} and table_type = 'BASE TABLE' order by relation, ordinal_position`,
    { relation: 'text', column_name: 'text' },
  );
  const tables = new Map<string, string[]>();
  for (const { relation, column_name } of rows) tables.set(relation, [...(tables.get(relation) ?? []), column_name]);
  return [...tables].map(([table, columns]) => ({
    table,
    from: relationName(`${catalogue}.${table}`),
    key: keyOf(columns),
    texts: table === 'raw.rejects' ? ['value', 'record_text'] : [],
    mentions: columns.filter((column) => mentioning.includes(column)),
  }));
}

/** The tables of what outlives releases that tell of customers. */
export const peoplePlaces = [
  'suppression',
  'audience_member',
  'campaign_member',
] as const satisfies readonly PeopleTable[];

/** Them, of an attached file. */
export const placesOfPeople = (from: (table: PeopleTable) => Sql): Place[] =>
  peoplePlaces.map((table) => ({
    table,
    from: sql`(select * from ${from(table)})`,
    key: customer,
    texts: [],
    mentions: [],
  }));

/** The names of the columns of a relation. */
export const columnsOf = async (engine: Engine, from: Sql): Promise<string[]> =>
  (await engine.check(sql`select * from ${from} as place`)).map((column) => column.name);
