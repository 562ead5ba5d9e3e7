import type { Engine } from '../engine/engine.ts';
import { asFree, type KnownNames } from '../segments/keep-names.ts';
import { name, sql, type Sql } from '../sql/sql.ts';
import type { People } from './people/file.ts';

/** More than a model makes, and than people name by hand. */
const most = 10_000;

async function pairs(engine: Engine, query: Sql): Promise<Map<string, string>> {
  const rows = await engine.rows(query, { segment: 'text', name: 'text' }, most);
  return new Map(rows.map(({ segment, name }) => [segment, name]));
}

/** The names that people gave, by segment. */
export const givenNames = (engine: Engine, people: People): Promise<Map<string, string>> =>
  pairs(engine, sql`select segment, name from ${people.table('segment_name')} as given order by segment`);

/** The automatic names in a table `segments.segment`; releases of before there were others have no column of their own for them. */
export async function automaticNames(engine: Engine, table: readonly string[]): Promise<Map<string, string>> {
  const columns = await engine.check(sql`select * from ${name(...table)}`);
  const column = columns.some((one) => one.name === 'automatic_name') ? 'automatic_name' : 'name';
  return pairs(engine, sql`select segment, ${name(column)} as name from ${name(...table)} order by segment`);
}

/** What the segments of a release are to be called, by their automatic names and those that people gave. */
export function namesNow({ automatic, given }: KnownNames): Map<string, string> {
  const taken = [...given].filter(([segment]) => automatic.has(segment)).map(([, name]) => name);
  return new Map(
    [...automatic].map(([segment, name]) => [segment, given.get(segment) ?? asFree(name, segment, taken)]),
  );
}
