import { join as joinPath } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { withLock } from '../../pipeline/lock.ts';
import { attachPeople, changePeople } from '../../pipeline/people/file.ts';
import { parquetFiles } from '../../sql/files.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { releasedAudiences } from '../../pipeline/release-audiences.ts';
import { currentWarehouse } from '../../pipeline/releases.ts';
import { findStore, withCurrent } from '../store.ts';
import { withTemporary } from '../temporary.ts';
import { count } from '../words.ts';
import { readGivenIds } from './given-ids.ts';
import { findAudience, readAudiences, readDecided } from './known.ts';

/** Options of `bezero audiences include`, `exclude` and `forget`. */
export interface DecideOptions {
  readonly name: string;
  readonly deed: 'include' | 'exclude' | 'forget';
  readonly ids: readonly string[];
  /** A file of ids; `-`: standard input. */
  readonly from?: string;
  /** Takes ids that no customer has: not yet, or no more. */
  readonly force: boolean;
  readonly store?: string;
  readonly json: boolean;
}

/** Ids that a message names. */
const named = 5;

const done = { include: 'included in', exclude: 'excluded from', forget: 'forgotten for' } as const;

/** Puts customers into an audience or keeps them out, until that is forgotten; the next run applies it. */
export async function decideMembers(options: DecideOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  const since = effects.now().toISOString();
  await withTemporary(effects, (folder) =>
    // What holds the store is told to others: it names nobody.
    withLock(store, { ...effects.process, command: `bezero audiences ${options.deed}`, since }, async (stillHeld) => {
      const { audience, isReleased } = await audienceOf(store, options);
      const given = joinPath(folder, 'given.parquet');
      const counts = await lookAt(store, audience, options, { folder, given }, effects);
      if (counts.news > 0) {
        stillHeld();
        await changePeople(store, (_engine, before) =>
          Promise.resolve({
            audience_member: afterwards(before.table('audience_member'), audience, options.deed, given, since),
          }),
        );
      }
      if (options.json) effects.print(JSON.stringify({ audience, deed: options.deed, ...counts }));
      const known = counts.given - counts.news;
      effects.say(
        `${count(counts.news, 'customer')} ${done[options.deed]} ${audience}${known > 0 ? `; nothing new for ${count(known, 'other')}` : ''}`,
      );
      if (counts.news > 0 && isReleased)
        effects.say('the next "bezero run PIPELINE" applies it, although nothing else changed');
    }),
  );
}

/** The audience that is meant. What was decided on one that the pipeline has no more can be forgotten, too. */
async function audienceOf(
  store: string,
  { name, deed }: DecideOptions,
): Promise<{ readonly audience: string; readonly isReleased: boolean }> {
  return withCurrent(store, async (engine) => {
    if (deed === 'forget' && !(await releasedAudiences(engine)).some(({ audience }) => audience === name)) {
      const decided = await readDecided(engine, await attachPeople(engine, store));
      if (decided.some(({ audience }) => audience === name)) return { audience: name, isReleased: false };
    }
    return { ...findAudience(await readAudiences(engine), name), isReleased: true };
  });
}

/** Writes the ids to a file, and counts those that something changes for. */
async function lookAt(
  store: string,
  audience: string,
  { deed, force, ...options }: DecideOptions,
  { folder, given }: { readonly folder: string; readonly given: string },
  effects: Effects,
): Promise<{ readonly given: number; readonly news: number }> {
  const { openDuckdb } = await import('../../engine/duckdb.ts');
  const engine = await openDuckdb({ temporary: folder });
  try {
    const rows = await readGivenIds(engine, 'given', options, folder, effects);
    if (deed !== 'forget' && !force) {
      await engine.attach((await currentWarehouse(store)).file, 'release');
      const unknown = await engine.rows(
        sql`select customer_id, count(*) over () as n from given
          where customer_id not in (select customer_id from release.marts.customer) order by customer_id limit ${named}`,
        { customer_id: 'text', n: 'integer' },
        named,
      );
      if (unknown.length > 0) throw unknownIds(unknown);
    }
    const people = await attachPeople(engine, store);
    const kind = deed === 'forget' ? null : deed;
    const [news] = await engine.rows(
      sql`select count(*) as n from given
        left join (select customer_id, kind from ${people.table('audience_member')} as member where audience = ${audience}) as decided
          on decided.customer_id = given.customer_id
        where decided.kind is distinct from ${kind}`,
      { n: 'integer' },
      1,
    );
    await engine.unload(sql`select customer_id from given`, given, 'parquet');
    return { given: rows, news: news!.n };
  } finally {
    await engine.close();
  }
}

function unknownIds(unknown: readonly { readonly customer_id: string; readonly n: number }[]): ConfigError {
  const all = unknown[0]!.n;
  const shown = unknown.map(({ customer_id }) => `"${customer_id}"`).join(', ');
  const more = all > unknown.length ? ` and ${all - unknown.length} more` : '';
  return new ConfigError(
    `ID must be the id of a customer of the current release; no customer is ${shown}${more}; --force takes them all the same`,
  );
}

/** What was decided on all audiences after a deed. */
function afterwards(before: Sql, audience: string, deed: DecideOptions['deed'], given: string, since: string): Sql {
  const ids = sql`(select customer_id from ${parquetFiles([given])})`;
  const kept = sql`select audience, customer_id, kind, since from ${before} as decided
    where not (audience = ${audience} and customer_id in ${ids}
      and kind is distinct from ${deed === 'forget' ? null : deed})`;
  if (deed === 'forget') return kept;
  return sql`${kept}
    union all
    select ${audience} as audience, customer_id, ${deed} as kind, cast(${since.slice(0, 19)} as timestamp) as since
    from ${ids} as given where customer_id not in
      (select customer_id from ${before} as decided where audience = ${audience} and kind = ${deed})`;
}
