import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { findFiles } from '../sources/find.ts';
import { tablesOf } from '../sources/ingest.ts';
import type { LoadRecord } from '../sources/load-record.ts';
import { eventTables, sourceDaysSql } from '../sources/watch/days.sql.ts';
import { heed, type Finding } from '../sources/watch/finding.ts';
import { checkFreshness, checkNothingYet, hasNamedDays, meantPause, type Newest } from '../sources/watch/freshness.ts';
import type { Remark } from '../text/remark.ts';
import { dayIn } from './as-of.ts';
import type { Pipeline } from './spec.ts';

const dayLength = 86_400_000;

/** The newest record of each source of what happens. */
async function newestRecords(engine: Engine, loads: readonly LoadRecord[], asOf: string): Promise<Newest[]> {
  const query = sourceDaysSql(loads, asOf);
  if (query === null) return [];
  const found = await engine.rows(
    query,
    { source: 'text', newest: 'text', age: 'integer', days: 'integer', pause: 'integer?' },
    loads.length,
  );
  return found.map(({ source, newest, age, days, pause }) => ({
    source,
    of: 'record',
    day: newest,
    age,
    pause: meantPause(days, pause),
  }));
}

/** What there is to say of the sources of what happens that were read, and of which nothing has happened up to the as-of day. */
function withoutRecords({ sources }: Pipeline, loads: readonly LoadRecord[], newest: readonly Newest[]): Finding[] {
  const read = new Set(loads.filter(({ table }) => eventTables([table]).length > 0).map(({ source }) => source));
  return [...read]
    .filter((source) => !newest.some((one) => one.source === source))
    .sort()
    .flatMap((source) => checkNothingYet(sources[source]!, source));
}

/** The newest file of each source of lists that the pipeline wants fresh: a list says nothing of its own age. */
async function newestFiles({ sources, file, time_zone: zone }: Pipeline, asOf: string): Promise<Newest[]> {
  const newest: Newest[] = [];
  for (const [source, spec] of Object.entries(sources)) {
    if (!hasNamedDays(spec) || eventTables(tablesOf(spec)).length > 0) continue;
    const { found } = await findFiles(spec.files, dirname(file));
    if (found.length === 0) continue;
    const day = dayIn(zone, new Date(Math.max(...found.map((path) => statSync(path).mtimeMs))));
    const age = (Date.parse(asOf) - Date.parse(day)) / dayLength;
    newest.push({ source, of: 'file', day, age, pause: null });
  }
  return newest;
}

/**
 * Looks for sources that nothing new comes from, as of the as-of day.
 *
 * @returns what there is to warn of
 * @throws DataError where the pipeline stops at it
 */
export async function watchFreshness(
  engine: Engine,
  pipeline: Pipeline,
  loads: readonly LoadRecord[],
  asOf: string,
): Promise<Remark[]> {
  const records = await newestRecords(engine, loads, asOf);
  const newest = [...records, ...(await newestFiles(pipeline, asOf))];
  return heed([
    ...newest.flatMap((one) => checkFreshness(pipeline.sources[one.source]!, one)),
    ...withoutRecords(pipeline, loads, records),
  ]);
}
