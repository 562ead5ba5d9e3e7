import { DataError, listProblems } from '../errors.ts';
import type { Engine } from '../engine/engine.ts';
import { join, name, raw, sql, type Sql } from '../sql/sql.ts';
import { nearest } from '../text/nearest.ts';
import { internal } from './records.ts';
import type { SourceSpec } from './spec.ts';
import { canonicalTables, isDecimal, type ColumnType, type TableName } from './tables.ts';

/** Where a canonical column comes from: a header of the file as it stands, or an expression over some headers. */
export type Origin =
  | { readonly kind: 'header'; readonly header: string }
  | {
      readonly kind: 'expression';
      readonly text: string;
      readonly headers: readonly string[];
      /** The type of its value, as the engine names it. */
      readonly computed: string;
    };

/** One mapped column. `attribute` columns are the customer's further attributes. */
export interface MappedColumn {
  readonly column: string;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly origin: Origin | null;
  readonly attribute: boolean;
}

/** How the headers inside an expression are typed. */
export type HeaderType = 'text' | 'number' | 'date';

const engineTypes: Record<HeaderType, string> = { text: 'varchar', number: 'double', date: 'timestamp' };

/** The type a header has inside an expression for a column of this type. */
export const headerType = (spec: SourceSpec, header: string, target: ColumnType): HeaderType =>
  spec.types?.[header] ?? (isDecimal(target) ? 'number' : 'text');

/** What the engine says of an expression that does not bind, in the words of a mapping. */
function plainProblem(message: string): string {
  const unknown = /^Binder Error: Referenced column "(.*)" not found/.exec(message)?.[1];
  if (unknown !== undefined) return `no header is called "${unknown}"`;
  return message.replace(/^(Failed to extract statements: )?[A-Za-z ]+ Error: /, '');
}

/** Binds an expression over some headers: the type of its value, or why it does not bind. */
async function bind(
  engine: Engine,
  spec: SourceSpec,
  text: string,
  type: ColumnType,
  headers: readonly string[],
): Promise<{ readonly computed: string } | { readonly problem: string }> {
  const columns = headers.map(
    (header) => sql`cast(null as ${raw(engineTypes[headerType(spec, header, type)])}) as ${name(header)}`,
  );
  try {
    const bound = await engine.check(
      sql`select (${raw(text)}) as value from (select ${join([...columns, sql`1 as ${internal('none')}`])}) as record`,
    );
    return bound.length === 1 ? { computed: bound[0]!.type } : { problem: 'one expression at a time is allowed' };
  } catch (error) {
    return { problem: plainProblem((error as Error).message) };
  }
}

/** Finds what a mapping text means; a string is the problem where it means nothing. */
async function findOrigin(
  engine: Engine,
  spec: SourceSpec,
  text: string,
  type: ColumnType,
  headers: readonly string[],
): Promise<Origin | string> {
  if (headers.includes(text)) return { kind: 'header', header: text };
  const bound = await bind(engine, spec, text, type, headers);
  if ('problem' in bound) return bound.problem;
  const used: string[] = [];
  for (const header of headers) {
    const others = headers.filter((other) => other !== header);
    if ('problem' in (await bind(engine, spec, text, type, others))) used.push(header);
  }
  if ('problem' in (await bind(engine, spec, text, type, used))) {
    return 'headers that differ by case alone cannot be told apart in an expression; map the header itself';
  }
  return { kind: 'expression', text, headers: used, computed: bound.computed };
}

/**
 * Resolves the mapping of a table against the headers of a file. Every problem is found before any is thrown.
 *
 * @param where the file and the place in the pipeline, for the message
 * @throws DataError where a mapped header is gone and the text is no expression either
 */
export async function resolveMapping(
  engine: Engine,
  spec: SourceSpec,
  table: TableName,
  headers: readonly string[],
  where: { readonly file: string; readonly source: string },
): Promise<MappedColumn[]> {
  const canonical = Object.entries(canonicalTables[table].columns);
  const mapping = spec.tables[table];
  const texts: Record<string, unknown> =
    mapping === 'same' || mapping === undefined
      ? Object.fromEntries(canonical.filter(([column]) => headers.includes(column)).map(([column]) => [column, column]))
      : mapping;
  const problems: string[] = [];
  const resolve = async (
    column: string,
    type: ColumnType,
    required: boolean,
    text: unknown,
    attribute: boolean,
  ): Promise<MappedColumn> => {
    if (typeof text !== 'string') return { column, type, required, origin: null, attribute };
    const origin = await findOrigin(engine, spec, text, type, headers);
    if (typeof origin !== 'string') return { column, type, required, origin, attribute };
    const near = nearest(text, headers);
    problems.push(
      `${where.file}: sources.${where.source}.tables.${table}.${column} must be a header of the file or an expression over its headers; ` +
        `got "${text}"${near === null ? '' : `, the nearest header is "${near}"`} (${origin})`,
    );
    return { column, type, required, origin: null, attribute };
  };
  const columns: MappedColumn[] = [];
  for (const [column, { type, required = false }] of canonical) {
    columns.push(await resolve(column, type, required, texts[column], false));
  }
  const attributes = (texts['attributes'] ?? {}) as Record<string, string>;
  for (const [attribute, text] of Object.entries(attributes)) {
    columns.push(await resolve(attribute, 'text', false, text, true));
  }
  const has = (column: string): boolean => columns.some((c) => c.column === column && c.origin !== null);
  for (const { column, required, origin } of columns) {
    const optional = column === 'customer_id' && table === 'purchases' && spec.missing_customer === 'anonymous';
    if (required && origin === null && !optional && texts[column] === undefined) {
      const near = nearest(column, headers);
      problems.push(
        `${where.file}: sources.${where.source}.tables.${table} must give ${column}; ` +
          `the file has ${headers.join(', ')}${near === null ? '' : ` (nearest: "${near}")`}`,
      );
    }
  }
  if (table === 'purchases' && problems.length === 0 && !has('unit_price') && !has('amount')) {
    problems.push(
      `${where.file}: sources.${where.source}.tables.purchases must give unit_price or amount; it gives neither`,
    );
  }
  if (problems.length > 0) throw new DataError(listProblems(problems));
  return columns;
}

/**
 * The origin of the time by which the newer of two rows with one key is told: the source's `updated_at`, or, for what a
 * file of order lines says about customers and products, the time of the purchase.
 */
export async function findVersion(
  engine: Engine,
  spec: SourceSpec,
  table: TableName,
  headers: readonly string[],
  where: { readonly file: string; readonly source: string },
): Promise<Origin | null> {
  const purchases = spec.tables.purchases;
  const purchasedAt = purchases === 'same' ? 'purchased_at' : purchases?.['purchased_at'];
  const text = spec.updated_at ?? (table === 'purchases' ? undefined : purchasedAt);
  if (text === undefined) return null;
  const origin = await findOrigin(engine, spec, text, 'time', headers);
  if (typeof origin !== 'string') return origin;
  throw new DataError(
    `${where.file}: sources.${where.source}.updated_at must be a header of the file or an expression over its headers; got "${text}" (${origin})`,
  );
}

/** The text of the expressions, as the engine takes them. They were bound one by one before. */
export const expressionSql = (text: string): Sql => raw(`(${text})`);
