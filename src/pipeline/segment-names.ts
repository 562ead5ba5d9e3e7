import type { Engine } from '../engine/engine.ts';
import { tablesIn } from '../engine/tables.ts';
import { namesNow, outgrownNames, type KnownNames } from '../segments/keep-names.ts';
import type { SegmentProfile } from '../segments/profile.ts';
import type { Words } from '../segments/words.ts';
import { name, sql, type Sql } from '../sql/sql.ts';
import { tagOf } from './language.ts';
import { baseOf } from '../text/messages.ts';
import type { TableContext } from './model-part.ts';
import type { People } from './people/file.ts';
import { remark } from '../text/remark.ts';

/** More than a model makes, and than people name by hand. */
const most = 10_000;

async function pairs(engine: Engine, query: Sql): Promise<Map<string, string>> {
  const rows = await engine.rows(query, { segment: 'text', name: 'text' }, most);
  return new Map(rows.map(({ segment, name }) => [segment, name]));
}

/** The names that people gave, by segment, the last one first. */
export const givenNames = (engine: Engine, people: People): Promise<Map<string, string>> =>
  pairs(
    engine,
    sql`select segment, name from ${people.table('segment_name')} as given order by named_at desc nulls last, segment`,
  );

/** Whether a table `segments.segment` has a column for automatic names; releases of before there were others have none. */
export const tellsAutomatic = async (engine: Engine, table: readonly string[]): Promise<boolean> =>
  (await engine.check(sql`select * from ${name(...table)}`)).some((column) => column.name === 'automatic_name');

/** The automatic names in a table `segments.segment`. */
export async function automaticNames(engine: Engine, table: readonly string[]): Promise<Map<string, string>> {
  const column = (await tellsAutomatic(engine, table)) ? 'automatic_name' : 'name';
  return pairs(engine, sql`select segment, ${name(column)} as name from ${name(...table)} order by segment`);
}

/** What stands behind the name of a segment that is no more, or for it. */
export const noMore = '(no more)';

/** The last names of segments that are no more; releases of before these were kept have none. */
const formerNames = async (engine: Engine): Promise<Map<string, string>> =>
  (await tablesIn(engine)).has('segments.former_segment')
    ? pairs(engine, sql`select segment, name from segments.former_segment order by segment`)
    : new Map<string, string>();

/** What the segments of a release are to be called by now. */
export interface CurrentNames extends KnownNames {
  /** By code; of segments that are gone, their last names with a word on that. */
  readonly names: ReadonlyMap<string, string>;
}

/** The names of the segments of a release, with those that people have given since. */
export async function currentNames(engine: Engine, people: People): Promise<CurrentNames> {
  const given = await givenNames(engine, people);
  const automatic = await automaticNames(engine, ['segments', 'segment']);
  const gone = [...(await formerNames(engine)), ...given].map(
    ([segment, name]) => [segment, `${name} ${noMore}`] as const,
  );
  return { automatic, given, names: new Map([...gone, ...namesNow({ automatic, given })]) };
}

/**
 * The names that segments have: of the release before, where the model goes on from its own, and those that people gave. In another language (not region) than the
 * one of the release before, automatic names are made anew.
 */
export async function knownNames(
  { engine, former, stored, later, people, tell }: TableContext,
  language: string,
): Promise<KnownNames> {
  const given = await givenNames(engine, people);
  const table = (stored ?? later) === null ? null : (former?.table('segments.segment') ?? null);
  if (table === null && given.size > 0) tell(remark('segmentsAnew', { given: [...given.keys()] }));
  if (table === null) return { automatic: new Map(), given };
  const setting = former?.table('warehouse.setting') ?? null;
  const spoken = setting === null ? 'en' : await tagOf(engine, setting);
  if (baseOf(spoken) === baseOf(language)) return { automatic: await automaticNames(engine, table), given };
  tell(remark('calledAnew', { language, before: spoken }));
  return { automatic: new Map(), given };
}

/** Says which names segments have outgrown, and how to change that. */
export function tellOutgrown(
  words: Words,
  profiles: readonly SegmentProfile[],
  known: KnownNames,
  tell: TableContext['tell'],
): void {
  const outgrown = [...outgrownNames(words, profiles, known)];
  if (outgrown.length === 0) return;
  const segments = outgrown.map(([segment, now]) => ({ segment, name: known.automatic.get(segment)!, now }));
  tell(remark('outgrown', { segments }));
}
