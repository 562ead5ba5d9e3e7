import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DuckdbOptions } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { hashFile } from '../disk.ts';
import { BezeroError } from '../errors.ts';
import type { LoadAccount } from '../sources/accounts.ts';
import { gatherLoads, resolveLoads, type LoadContext } from '../sources/load.ts';
import { sql } from '../sql/sql.ts';
import { dayIn, lastEventDay, resolveAsOf } from './as-of.ts';
import { publish } from './publish.ts';
import { fingerprintOf, type InputRecord, type RunRecord, type StepRecord } from './record.ts';
import { configHash, type Pipeline } from './spec.ts';
import type { PlannedStep, StepContext } from './step.ts';
import { applyRetention } from './sweep.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** What a run needs from outside. */
export interface RunEffects {
  now(): Date;
  randomId(): string;
  step(title: string): (outcome: string) => void;
  /** Opens the engine; left out: DuckDB. */
  readonly open?: (options: DuckdbOptions) => Promise<Engine>;
  /** Versions for the record: bezero, node, duckdb. */
  readonly versions: Readonly<Record<string, string>>;
}

/** What became of a run. */
export interface RunResult {
  readonly record: RunRecord;
  /** Folder of the current release. */
  readonly release: string;
  /** False: nothing had changed since this release, and it stays current. */
  readonly published: boolean;
}

interface RunOptions {
  /** A day that overrules the pipeline's `as_of`. */
  readonly asOf?: string | undefined;
  /** Make a release even where nothing changed. */
  readonly force?: boolean;
}

type Timed = (title: string) => (outcome: string, rows?: number | null) => void;

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
  const { store } = pipeline;
  const work = await openWorkspace(pipeline, effects.now(), effects.randomId(), effects.open ?? openEngine);
  const { folder, current } = work;
  const steps: StepRecord[] = [];
  const timed = stopwatch(effects, steps);
  try {
    const loading: LoadContext = {
      engine: () => work.engine(),
      store,
      temporary: work.temporary,
      folder: dirname(pipeline.file),
      zone: pipeline.time_zone,
      currency: pipeline.currency,
      rates: pipeline.rates,
      sources: pipeline.sources,
      previous: current?.record.inputs ?? [],
      step: timed,
    };
    const { loads, notices } = await gatherLoads(loading);
    const today = dayIn(pipeline.time_zone, work.startedAt);
    const asOfFor = (lastEvent: string | null): string => resolveAsOf(options.asOf ?? pipeline.as_of, today, lastEvent);
    const facts = {
      version: effects.versions['bezero'] ?? '',
      configHash: configHash(pipeline),
      loadIds: loads.map(({ loadId }) => loadId),
    };
    if (current && !options.force) {
      const asOf = asOfFor(current.record.lastEvent);
      if (current.record.fingerprint === fingerprintOf({ ...facts, asOf })) {
        await work.discard();
        return { record: { ...current.record, warnings: notices }, release: current.folder, published: false };
      }
    }
    const accounts = await resolveLoads(loading, loads);
    const engine = await work.engine();
    const lastEvent = await lastEventDay(engine);
    const asOf = asOfFor(lastEvent);
    const context = stepContext(engine, work, asOf, facts.version, [...notices, ...futureWarning(lastEvent, today)]);
    const { planPipeline } = await import('./plan.ts');
    for (const step of planPipeline(pipeline)) await runStep(step, context, timed);
    const results = { models: await readModels(engine), totals: await readTotals(engine) };
    await work.closeEngine();
    rmSync(work.temporary, { recursive: true, force: true });

    const finishedAt = effects.now();
    const record: RunRecord = {
      run: work.runId,
      pipeline: pipeline.name,
      asOf,
      lastEvent,
      startedAt: work.startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
      seconds: (finishedAt.getTime() - work.startedAt.getTime()) / 1000,
      versions: effects.versions,
      configHash: facts.configHash,
      fingerprint: fingerprintOf({ ...facts, asOf }),
      inputs: accounts.map(inputRecord),
      steps,
      ...results,
      warnings: context.warnings,
      outputs: await Promise.all(
        context.files.map(async (file) => ({ ...file, sha256: await hashFile(join(folder, file.file)) })),
      ),
    };
    writeFileSync(join(folder, 'run.json'), `${JSON.stringify(record, null, 1)}\n`);
    stillHeld();
    const { rememberOptOuts } = await import('./people.ts');
    await rememberOptOuts(store, folder);
    await publish(store, work.runId);
    await applyRetention(store, pipeline.keep);
    rmSync(join(store, 'last-rejects.csv'), { force: true });
    return { record, release: join(store, 'releases', work.runId), published: true };
  } catch (error) {
    await work.closeEngine().catch(() => undefined);
    throw error;
  }
}

/** The driver, like the layers and the charts, is loaded when there is something to build: a night without news starts fast. */
const openEngine = async (options: DuckdbOptions): Promise<Engine> =>
  (await import('../engine/duckdb.ts')).openDuckdb(options);

/** Times steps for the record while they are shown. */
function stopwatch(effects: RunEffects, steps: StepRecord[]): Timed {
  return (title) => {
    const began = effects.now();
    const done = effects.step(title);
    return (outcome, rows = null) => {
      steps.push({ step: title, rows, seconds: (effects.now().getTime() - began.getTime()) / 1000 });
      done(outcome);
    };
  };
}

function stepContext(
  engine: Engine,
  { runId, folder, current }: Workspace,
  asOf: string,
  version: string,
  warnings: string[],
): StepContext {
  const previous = current && { runId: current.record.run, asOf: current.record.asOf, ...current.record.totals };
  return { engine, runId, asOf, folder, previous, version, audits: [], warnings, files: [] };
}

const futureWarning = (lastEvent: string | null, today: string): string[] =>
  lastEvent !== null && lastEvent > today
    ? [`the data hold records of ${lastEvent}, after today (${today}); they are not read`]
    : [];

function inputRecord({ load, loaded, rejected, skipped }: LoadAccount): InputRecord {
  const { sequence, ...record } = load;
  return { ...record, loaded, rejectedInAll: rejected, skipped };
}

async function runStep(step: PlannedStep, context: StepContext, timed: Timed): Promise<void> {
  if (step.kind === 'load') return;
  const done = timed(step.name);
  try {
    const { rows, outcome } = await step.run(context);
    done(outcome, rows);
  } catch (error) {
    done('failed');
    if (error instanceof BezeroError && !error.message.startsWith(step.name))
      error.message = `${step.name}: ${error.message}`;
    throw error;
  }
}

async function readModels(engine: Engine): Promise<RunRecord['models']> {
  const rows = await engine.rows(
    sql`select model, fitted from models.fitted order by model`,
    { model: 'text', fitted: 'json' },
    100,
  );
  return Object.fromEntries(
    rows.map(({ model, fitted }) => [
      model,
      { convergence: (fitted as { convergence?: unknown }).convergence ?? null },
    ]),
  );
}

async function readTotals(engine: Engine): Promise<RunRecord['totals']> {
  const [totals] = await engine.rows(
    sql`select buyers, net_revenue, profit from marts.total`,
    { buyers: 'integer', net_revenue: 'number', profit: 'number' },
    1,
  );
  return { buyers: totals!.buyers, netRevenue: totals!.net_revenue, profit: totals!.profit };
}
