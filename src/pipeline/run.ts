import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashFile } from '../disk.ts';
import type { DuckdbOptions } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../errors.ts';
import { explained } from '../explained.ts';
import { gatherLoads, resolveLoads, type LoadContext } from '../sources/load.ts';
import { backfill, type PastDays } from './backfill.ts';
import { build } from './build.ts';
import type { RunEffects } from './effects.ts';
import { enforceErasures, enforceKnownErasures } from './erasure/enforce.ts';
import { hasBlankRecords } from './erasure/loads.ts';
import { frameOf, readUpTo } from './frame.ts';
import { lanesOf } from './lanes.ts';
import { isPeopleFileGone, peopleHash } from './people/file.ts';
import { publish } from './publish.ts';
import type { RunRecord, StepRecord } from './record.ts';
import { warehouseOf } from './releases.ts';
import type { Pipeline } from './spec.ts';
import { stopwatch, type Timed } from './stopwatch.ts';
import { applyRetention } from './sweep.ts';
import { buildWindows } from './build-windows.ts';
import { watchFreshness } from './watch-freshness.ts';
import { openWorkspace, type Workspace } from './workspace.ts';
import { writeRecord } from './write-record.ts';
import { inEnglish, remark, type Remark } from '../text/remark.ts';

/** What became of a run. */
export interface RunResult {
  readonly record: RunRecord;
  /** Folder of the current release. */
  readonly release: string;
  /** False: nothing had changed since this release, and it stays current. */
  readonly published: boolean;
}

/** What a run is asked for besides what its pipeline says. */
export interface RunOptions {
  /** A day that overrules the pipeline's `as_of`. */
  readonly asOf?: string | undefined;
  /** Make a release even where nothing changed. */
  readonly force?: boolean;
  /** The days that are computed first for the history of the segments. */
  readonly past?: PastDays;
}

/**
 * Runs a pipeline: load, build, check, fit, write, publish. Everything is made aside; readers see the whole new release or the one
 * before. The caller holds the lock of the store.
 *
 * @param stillHeld throws where the lock was lost; called right before publishing
 * @throws BezeroError; the current release is untouched then
 */
export async function runPipeline(
  pipeline: Pipeline,
  options: RunOptions,
  effects: RunEffects,
  stillHeld: () => void,
): Promise<RunResult> {
  const keepingOut = { version: effects.versions['bezero'] ?? '', stillHeld };
  const { caughtUp } = await enforceKnownErasures(pipeline.store, keepingOut);
  const work = await openWorkspace(pipeline, effects.now(), effects.randomId(), effects.open ?? openEngine);
  const steps: StepRecord[] = [];
  const timed = stopwatch(effects, steps);
  try {
    const loading = loadContext(pipeline, work, timed);
    const { loads, leftBehind, notices } = await gatherLoads(loading);
    const frame = frameOf(pipeline, options.asOf, effects, work.startedAt, loads);
    const { current } = work;
    if (
      current &&
      !options.force &&
      !options.past &&
      existsSync(warehouseOf(current.folder)) &&
      current.record.fingerprint === frame.fingerprint(frame.asOfFor(current.record.lastEvent)) &&
      current.record.people === (await peopleHash(pipeline.store))
    ) {
      await work.discard();
      await tidyUp(pipeline, current.record.run);
      return {
        record: { ...current.record, ...withNotices(current.record, notices) },
        release: current.folder,
        published: false,
      };
    }
    await checkConditions(pipeline, current?.record.versions['bezero'] === keepingOut.version ? current.folder : null);
    // What was read just now, and may hold people who were erased before.
    const { mark, records } = await enforceErasures(pipeline.store, keepingOut);
    const blank = new Set(loads.map(({ loadId }) => loadId).filter((id) => hasBlankRecords(pipeline.store, id)));
    const accounts = await resolveLoads({ ...loading, blank }, loads);
    const upTo = await readUpTo(await work.engine(), frame);
    const stale = await watchFreshness(await work.engine(), pipeline, loads, upTo.asOf);
    const lanes = lanesOf(
      pipeline.engine.threads,
      loads.reduce((sum, load) => sum + load.records, 0),
    );
    const night = { version: frame.version, today: frame.today, erasures: mark, lanes };
    const past = options.past && (await backfill(pipeline, work, night, options.past, upTo.asOf, timed));
    const origin = past?.origin ?? work.origin;
    const features = await buildWindows(pipeline, work, night, upTo.asOf, timed);
    const said = [
      ...notices,
      ...stale,
      ...tellForgotten(pipeline.store, caughtUp),
      ...tellKeptOut(records),
      ...(past?.warnings ?? []),
    ];
    const built = {
      ...(await build(pipeline, work, { ...night, ...upTo }, origin, features, said, timed)),
      ...(past && { backfill: past.record }),
    };
    const people = await rememberPeople(pipeline.store, work.folder);
    const record = await writeRecord(pipeline, work, frame, accounts, leftBehind, built, {
      steps,
      people,
      effects,
      ...(mark !== null && { erasures: mark }),
    });
    stillHeld();
    await publish(pipeline.store, work.runId);
    await tidyUp(pipeline, work.runId);
    return { record, release: join(pipeline.store, 'releases', work.runId), published: true };
  } catch (error) {
    await work.closeEngine().catch(() => undefined);
    throw explained(error, pipeline.store);
  }
}

/** The record of a release that nothing is new to, with what there is to say of the files tonight. */
const withNotices = ({ reported }: RunRecord, notices: readonly Remark[]): Partial<RunRecord> => ({
  warnings: inEnglish(notices),
  remarks: [],
  ...(reported && { reported: { ...reported, warnings: notices, remarks: [] } }),
});

const loadContext = (pipeline: Pipeline, work: Workspace, timed: Timed): LoadContext => ({
  engine: () => work.engine(),
  store: pipeline.store,
  temporary: work.temporary,
  folder: dirname(pipeline.file),
  zone: pipeline.time_zone,
  currency: pipeline.currency,
  rates: pipeline.rates,
  sources: pipeline.sources,
  previous: work.current?.record.inputs ?? [],
  abandoned: work.abandoned,
  step: timed,
});

const tellForgotten = (store: string, caughtUp: boolean): Remark[] => [
  ...(isPeopleFileGone(store) ? [remark('decisionsGone')] : []),
  ...(caughtUp ? [remark('decisionsOld')] : []),
];

const tellKeptOut = (records: number): Remark[] => (records === 0 ? [] : [remark('keptOut', { records })]);

/** Stops at a condition that is none, before anything is built. */
async function checkConditions(pipeline: Pipeline, release: string | null): Promise<void> {
  const { mustHaveSoundAudiences } = await import('./check-audiences.ts');
  await mustHaveSoundAudiences(pipeline, release);
}

/** Writes what outlives the release into its folder, and says by which hash it is known. */
async function rememberPeople(store: string, folder: string): Promise<string> {
  const { rememberRelease } = await import('./people/remember.ts');
  await rememberRelease(store, folder);
  return hashFile(join(folder, 'people.duckdb'));
}

/** Removes what the current release is the end of; also where a run could not, that published it. */
async function tidyUp({ store, keep }: Pipeline, runId: string): Promise<void> {
  try {
    await applyRetention(store, keep);
    rmSync(join(store, 'last-rejects.csv'), { force: true });
  } catch (error) {
    throw new EngineError(
      `${runId} is published; what it leaves behind could not be removed: ${(error as Error).message}. The next run will`,
      { cause: error },
    );
  }
}

/** The driver, like the layers and the charts, is loaded when there is something to build: a night without news starts fast. */
const openEngine = async (options: DuckdbOptions): Promise<Engine> =>
  (await import('../engine/duckdb.ts')).openDuckdb(options);
