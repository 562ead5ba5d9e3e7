import type { Engine } from '../engine/engine.ts';
import { asFree, outgrownNames, type KnownNames } from '../segments/keep-names.ts';
import type { SegmentProfile } from '../segments/profile.ts';
import { name, sql, type Sql } from '../sql/sql.ts';
import type { TableContext } from './model-part.ts';
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

/** What the segments of a release are to be called by now. */
export interface CurrentNames extends KnownNames {
  /** By code; of segments that are gone, the names that people gave. */
  readonly names: ReadonlyMap<string, string>;
}

/** The names of the segments of a release, with those that people have given since. */
export async function currentNames(engine: Engine, people: People): Promise<CurrentNames> {
  const given = await givenNames(engine, people);
  const automatic = await automaticNames(engine, ['segments', 'segment']);
  return { automatic, given, names: new Map([...given, ...namesNow({ automatic, given })]) };
}

/** The names that segments have: of the release before, where the model goes on from its own, and those that people gave. */
export async function knownNames({ engine, former, stored, later, people, tell }: TableContext): Promise<KnownNames> {
  const given = await givenNames(engine, people);
  const table = (stored ?? later) === null ? null : (former?.table('segments.segment') ?? null);
  if (table === null && given.size > 0)
    tell(
      `segments begin anew; see whether the names given by hand still fit: ${[...given.keys()].join(', ')} ("bezero segments")`,
    );
  return { automatic: table === null ? new Map() : await automaticNames(engine, table), given };
}

/** Says which names segments have outgrown, and how to change that. */
export function tellOutgrown(profiles: readonly SegmentProfile[], known: KnownNames, tell: TableContext['tell']): void {
  const outgrown = [...outgrownNames(profiles, known)];
  if (outgrown.length === 0) return;
  const told = outgrown.map(([segment, name]) => `${segment} "${known.automatic.get(segment)!}" (now: "${name}")`);
  tell(
    `segments keep the names they began with; their features would make others now: ${told.join(', ')}; "bezero segments rename" changes a name`,
  );
}
