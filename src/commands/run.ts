import { dirname, join, relative, resolve } from 'node:path';
import { BezeroError, ConfigError } from '../errors.ts';
import { loadPipeline } from './load-pipeline.ts';
import { dayIn } from '../pipeline/as-of.ts';
import { namingDamage } from '../pipeline/damage.ts';
import { writeJournal, type JournalEntry } from '../pipeline/journal.ts';
import { withLock, type Holder } from '../pipeline/lock.ts';
import { checkCopyTarget, copyRelease } from '../pipeline/publish.ts';
import { currentRecord, type RunRecord } from '../pipeline/record.ts';
import { currentRelease } from '../pipeline/releases.ts';
import { runPipeline, type RunOptions as PipelineRunOptions, type RunResult } from '../pipeline/run.ts';
import type { Pipeline } from '../pipeline/spec.ts';
import { isDay } from '../text/day.ts';
import type { Effects } from './effects.ts';
import { tellingFailure, tellSuccess } from './mail/tell.ts';
import { openAfter } from './operations/warnings.ts';
import { plan } from './plan.ts';
import { knownRemarks } from './remarks.ts';
import { requireDay } from './require-day.ts';
import { versions } from './versions.ts';
import { whole } from './words.ts';

/** Options of `bezero run`. */
export interface RunOptions {
  /** Pipeline file. */
  readonly pipeline: string;
  /** `2026-11-20`: overrules the pipeline's `as_of`. */
  readonly asOf?: string;
  /** Checks the pipeline and shows what would be done. */
  readonly dryRun: boolean;
  /** Also copies what people read to this folder. */
  readonly copyTo?: string;
  readonly json: boolean;
  /** Says errors and warnings only. */
  readonly quiet: boolean;
  /** Makes a new release even where nothing has changed. */
  readonly force: boolean;
}

/** What came of a run, beside what was there before it. */
export interface Ran extends RunResult {
  readonly former: RunRecord | null;
}

/** Prints and says what came of a run. */
export function tellRun({ former, ...result }: Ran, json: boolean, effects: Effects): void {
  const { record, release, published } = result;
  if (json) effects.print(JSON.stringify({ ...record, release, published }));
  sayResult(result, former, effects);
}

function sayResult({ record, release, published }: RunResult, former: RunRecord | null, effects: Effects): void {
  const at = (file: string): string => relative(effects.cwd, join(release, '..', '..', 'current', file)) || '.';
  const read = record.inputs.filter(({ known }) => !known).length;
  if (!published) {
    effects.say(
      `nothing has changed since ${record.run} (as of ${record.asOf}): ${record.inputs.length} loads known, none read again, nothing built again`,
    );
  } else {
    const known = record.inputs.length - read;
    effects.say(
      `published ${record.run}, as of ${record.asOf}, in ${record.seconds.toFixed(1)} s${known > 0 ? `; ${known} loads known and not read again` : ''}`,
    );
  }
  if (published) for (const input of record.inputs.filter(({ known }) => !known)) effects.say(accountOf(input));
  const known = knownRemarks(record.reported?.remarks, former?.reported?.remarks);
  for (const warning of record.warnings) effects.warn(`note: ${warning}`);
  for (const [i, remark] of record.remarks.entries()) {
    if (known[i] === true) effects.say(`note: ${remark}`);
    else effects.warn(`note: ${remark}`);
  }
  for (const line of endings(record)) effects.say(line(at));
}

/** Where the records of a file ended: every one of them. */
const accountOf = ({ file, table, records, loaded, rejectedInAll, skipped }: RunRecord['inputs'][number]): string =>
  `${file}: ${whole(records)} records = ${whole(loaded)} loaded + ${whole(rejectedInAll)} rejected + ${whole(skipped)} skipped (${table})`;

const endings = (record: RunRecord): ((at: (file: string) => string) => string)[] => {
  const has = (file: string): boolean => record.outputs.some((output) => output.file === file);
  const inFolder = (folder: string): number =>
    record.outputs.filter(({ file }) => file.startsWith(`${folder}/`)).length;
  const folders = [
    ['segments', 'segment files:'],
    ['campaigns', 'to contact:   '],
    ['machine', 'for programs: '],
    ['platform', 'for platforms:'],
    ['marts', 'tables:       '],
  ] as const;
  return [
    ...(has('report.html') ? [(at: (file: string) => string) => `report:        ${at('report.html')}`] : []),
    ...(has('segments.xlsx') ? [(at: (file: string) => string) => `workbook:      ${at('segments.xlsx')}`] : []),
    ...folders
      .filter(([folder]) => inFolder(folder) > 0)
      .map(
        ([folder, label]) =>
          (at: (file: string) => string) =>
            `${label} ${at(folder)} (${inFolder(folder)} files)`,
      ),
    ...['customers.parquet', 'customers.arrow']
      .filter(has)
      .map((file) => (at: (file: string) => string) => `customers:     ${at(file)}`),
  ];
};

/**
 * Lets a run do its work, and writes down how it ended, also by a signal. Of a mistake in the program only its kind is told: its words may be
 * anything.
 */
async function journalled(
  pipeline: Pipeline,
  { since: at }: Holder,
  effects: Effects,
  work: () => Promise<Ran>,
): Promise<Ran> {
  const write = (entry: Omit<JournalEntry, 'at' | 'pipeline' | 'seconds'>): void => {
    const seconds = (effects.now().getTime() - Date.parse(at)) / 1000;
    writeJournal(pipeline.store, { at, pipeline: pipeline.name, seconds, ...entry });
  };
  const forget = effects.onSignal((signal) => {
    const release = currentRecord(pipeline.store)?.run ?? null;
    write({ outcome: 'interrupted', signal, release, error: null });
  });
  try {
    const ran = await namingDamage(pipeline.store, work);
    const outcome = ran.published ? 'published' : 'nothing new';
    const open = openAfter(ran, dirname(pipeline.file));
    write({ outcome, release: ran.record.run, warnings: open.length, open, error: null });
    return ran;
  } catch (error) {
    const { code, message } = error instanceof BezeroError ? { code: error.exitCode, message: error.message } : bug;
    const release = await currentRelease(pipeline.store).catch(() => null);
    write({ outcome: 'failed', release, error: { code, message } });
    throw error;
  } finally {
    forget();
  }
}

const bug = { code: 1, message: 'a mistake in bezero' };

/**
 * Runs a pipeline while no other process changes its store.
 *
 * @param copyTo also copies what people read to this folder
 */
export async function runLocked(
  pipeline: Pipeline,
  options: PipelineRunOptions,
  effects: Effects,
  copyTo?: string,
): Promise<Ran> {
  const me = { ...effects.process, since: effects.now().toISOString(), pipeline: pipeline.name };
  return withLock(pipeline.store, me, (stillHeld) =>
    journalled(pipeline, me, effects, async () => {
      const former = currentRecord(pipeline.store);
      const ran = await runPipeline(
        pipeline,
        options,
        {
          now: () => effects.now(),
          randomId: () => effects.randomId(),
          step: (title) => effects.step(title),
          versions: versions(),
        },
        stillHeld,
      );
      if (copyTo !== undefined) await copyRelease(ran.release, copyTo);
      return { ...ran, former };
    }),
  );
}

/** Runs a pipeline and publishes what it makes. */
export async function run(options: RunOptions, effects: Effects): Promise<void> {
  requireDay('--as-of', options.asOf);
  if (options.copyTo === '') throw new ConfigError('--copy-to must be a folder, got nothing');
  const copyTo = options.copyTo === undefined ? undefined : resolve(effects.cwd, options.copyTo);
  if (options.dryRun) {
    if (copyTo !== undefined) await checkCopyTarget(copyTo);
    await plan({ ...options, sql: false }, effects);
    return;
  }
  const pipeline = await loadPipeline(options.pipeline, effects);
  const ran = await tellingFailure(pipeline, effects, async (watched) => {
    if (copyTo !== undefined) await checkCopyTarget(copyTo);
    const asOf = options.asOf ?? pipeline.as_of;
    if (isDay(asOf) && asOf > dayIn(pipeline.time_zone, effects.now()))
      effects.warn(`note: as of ${asOf}, which lies after today: everybody looks quiet`);
    return runLocked(pipeline, options, watched, copyTo);
  });
  tellRun(ran, options.json, effects);
  await tellSuccess(pipeline, ran, copyTo, effects);
}
