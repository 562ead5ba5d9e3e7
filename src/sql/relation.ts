import { readFileSync, readdirSync } from 'node:fs';
import { name, raw, type Sql } from './sql.ts';

/**
 * A table of the warehouse that is one `select` in one `.sql` file. Its header is its contract:
 *
 * ```sql
 * -- features.customer_rfm: recency, frequency and value of each customer as of a day
 * -- grain: customer_id (grouped)          columns that are unique and not null; `(grouped)` = the select groups by them
 *                                        `(as warehouse.order_line)` = it has rows of that relation, each once at most, whose grain is audited there
 * -- reads: warehouse.order_line           `one row` instead of columns = exactly one row
 * -- not null: recency_days
 * -- holds: net = gross - discount         true on each row
 * -- totals: (select …) = (select …)       true of the whole
 * -- kept as: view                         computed where it is read; without this line, its rows are written
 * ```
 */
export interface Relation {
  /** Schema and name, `features.customer_rfm`. */
  readonly id: string;
  readonly description: string;
  readonly grain: readonly string[];
  /** The select groups by its grain, so that uniqueness needs no audit. */
  readonly grouped: boolean;
  /** The relation that its rows are of, where the grain is audited; null: its rows are its own. */
  readonly rowsOf: string | null;
  readonly oneRow: boolean;
  readonly reads: readonly string[];
  readonly notNull: readonly string[];
  readonly holds: readonly string[];
  readonly totals: readonly string[];
  /** Computed where it is read: its rows lie in the loads already, and would only be written twice. */
  readonly isView: boolean;
  readonly text: string;
}

/** The quoted name of a relation id: `features.customer_rfm` → `"features"."customer_rfm"`. */
export const relationName = (id: string): Sql => name(...id.split('.'));

/** A relation of the catalogue that another one is in: beside `past.features.customer`, `features.customer_rfm` is `past.features.customer_rfm`. */
export function relationBeside(other: string, id: string): string {
  const [catalogue, ...rest] = other.split('.');
  return rest.length === 2 ? `${catalogue!}.${id}` : id;
}

const list = (text: string): string[] => text.split(',').map((item) => item.trim());

/** Reads a relation from the text of its file; throws where the header is not as the contract says. */
export function parseRelation(text: string, file: string): Relation {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  const header = lines.slice(0, end).map((line) => line.slice(2).trim());
  const title = /^([a-z_]+\.[a-z_]+): (.+)$/.exec(header[0] ?? '');
  if (!title) throw new Error(`${file}: the first line must be "-- schema.name: what it is"`);
  const entries = header.slice(1).flatMap((line) => {
    const entry = /^(grain|reads|not null|holds|totals|kept as): (.+)$/.exec(line);
    return entry ? [[entry[1]!, entry[2]!] as const] : [];
  });
  const all = (key: string): string[] => entries.filter(([k]) => k === key).map(([, value]) => value);
  const grain = all('grain')[0];
  if (grain === undefined) throw new Error(`${file}: the header must have a line "-- grain: …"`);
  const [, columns, grouped, rowsOf] = /^(.*?)(?: \((grouped)\)| \(as ([a-z_.]+)\))?$/.exec(grain)!;
  const oneRow = grain === 'one row';
  return Object.freeze({
    id: title[1]!,
    description: title[2]!,
    grain: oneRow ? [] : list(columns!),
    grouped: grouped !== undefined,
    rowsOf: rowsOf ?? null,
    oneRow,
    reads: all('reads').flatMap(list),
    notNull: all('not null').flatMap(list),
    holds: all('holds'),
    totals: all('totals'),
    isView: all('kept as')[0] === 'view',
    text: lines.slice(end).join('\n').trim().replace(/;$/, ''),
  });
}

/** The `.sql` files are shipped beside the compiled code: the same depth from `src/sql` and from `dist/sql`. */
const root = new URL('../../src/', import.meta.url);

/** All relations of one layer, a folder of `src/` that holds `.sql` files. */
export function relationsOf(layer: string): Relation[] {
  const folder = new URL(`${layer}/`, root);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const relation = parseRelation(readFileSync(new URL(file, folder), 'utf8'), `src/${layer}/${file}`);
      if (relation.id !== `${layer}.${file.slice(0, -4)}`) {
        throw new Error(`src/${layer}/${file}: the header names ${relation.id}; it must name the file`);
      }
      return relation;
    });
}

/** The select of a relation. */
export const relationSql = (relation: Relation): Sql => raw(relation.text);
