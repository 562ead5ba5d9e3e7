import type { Engine } from '../engine/engine.ts';
import { ConfigError } from '../errors.ts';
import { name, sql } from '../sql/sql.ts';
import { attachFormer } from './former.ts';
import { lineOf } from './line.ts';
import { readRunRecord } from './record.ts';
import { listReleases } from './releases.ts';
import type { Workspace } from './workspace.ts';

/** Days of the history that a backfill computed: it can do so again. */
async function backfilledDays(work: Workspace): Promise<ReadonlySet<string>> {
  const byBackfill = new Map<string, boolean>();
  const note = (day: string, computed: boolean): void => {
    if (!byBackfill.has(day)) byBackfill.set(day, computed);
  };
  for (const { folder } of lineOf(await listReleases(work.store))) {
    const record = readRunRecord(folder);
    if (record === null) break;
    note(record.asOf, false);
    for (const day of record.backfill?.days ?? []) note(day.asOf, true);
  }
  return new Set([...byBackfill].filter(([, computed]) => computed).map(([day]) => day));
}

/** Days from one on, other than the as-of day, that the history has of nights that were run. */
async function nightsFrom(engine: Engine, work: Workspace, from: string, asOf: string): Promise<string[]> {
  const former = work.origin && (await attachFormer(engine, work.origin));
  const size = former?.table('segments.size');
  if (!size) return [];
  const rows = await engine.rows(
    sql`select distinct cast(as_of as varchar) as day from ${name(...size)}
      where as_of >= cast(${from} as date) and as_of <> cast(${asOf} as date) order by day`,
    { day: 'day' },
    100_000,
  );
  const computed = await backfilledDays(work);
  return rows.map(({ day }) => day).filter((day) => !computed.has(day));
}

/**
 * Refuses past days that would take the place of nights that were run. The warehouse in the making is open until it is closed.
 *
 * @param from the first past day
 * @throws ConfigError where there are such nights
 */
export async function mustReplaceNoNight(work: Workspace, from: string, asOf: string): Promise<void> {
  const nights = await nightsFrom(await work.engine(), work, from, asOf);
  if (nights.length === 0) return;
  const told =
    nights.length === 1
      ? `a night was run as of ${nights[0]!}, and the past days would take the place of its history`
      : `${nights.length} nights were run from ${nights[0]!} to ${nights.at(-1)!}, and the past days would take the place of their history`;
  throw new ConfigError(
    `--from must lie after the nights that were run, or --replace-history be given; it is ${from}, ${told}`,
  );
}
