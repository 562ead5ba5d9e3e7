import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDuckdb } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';
import { BezeroError } from '../errors.ts';
import type { LoadAccount } from '../sources/accounts.ts';
import { gatherLoads, resolveLoads, type LoadContext } from '../sources/load.ts';
import { hashFile } from '../sources/load-record.ts';
import { sql } from '../sql/sql.ts';
import { dayIn, lastEventDay, resolveAsOf } from './as-of.ts';
import { rememberOptOuts } from './people.ts';
import { planPipeline } from './plan.ts';
import { publish } from './publish.ts';
import { fingerprintOf, readRunRecord, runIdOf, type RunRecord, type StepRecord } from './record.ts';
import { currentRelease, warehouseOf } from './releases.ts';
import { configHash, type Pipeline } from './spec.ts';
import type { PlannedStep, StepContext } from './step.ts';
import { applyRetention, sweepUnfinished } from './sweep.ts';

/** What a run needs from outside. */
export interface RunEffects {
  now(): Date;
  randomId(): string;
  step(title: string): (outcome: string) => void;
  /** Opens the engine; left out: DuckDB. */
  readonly open?: typeof openDuckdb;
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
  const startedAt = effects.now();
  const runId = runIdOf(startedAt, effects.randomId());
  await sweepUnfinished(store);
  const currentRun = await currentRelease(store);
  const currentFolder = currentRun === null ? null : join(store, 'releases', currentRun);
  const previous = currentFolder === null ? null : readRunRecord(currentFolder);
  const folder = join(store, 'releases', `.${runId}`);
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary, { recursive: true });
  mkdirSync(join(store, 'loads'), { recursive: true });

  const engine = await (effects.open ?? openDuckdb)({
    file: warehouseOf(folder),
    searchPath: store,
    temporary,
    ...(pipeline.engine.threads === undefined ? {} : { threads: pipeline.engine.threads }),
    ...(pipeline.engine.memory_limit === undefined ? {} : { memoryLimit: pipeline.engine.memory_limit }),
  });
  const steps: StepRecord[] = [];
  const timed = (title: string): ((outcome: string, rows?: number | null) => void) => {
    const began = effects.now();
    const done = effects.step(title);
    return (outcome, rows = null) => {
      steps.push({ step: title, rows, seconds: (effects.now().getTime() - began.getTime()) / 1000 });
      done(outcome);
    };
  };
  let open = true;
  try {
    const loadContext: LoadContext = {
      engine,
      store,
      temporary,
      folder: dirname(pipeline.file),
      zone: pipeline.time_zone,
      currency: pipeline.currency,
      rates: pipeline.rates,
      sources: pipeline.sources,
      previous: previous?.inputs ?? [],
      step: timed,
    };
    const { loads, notices } = await gatherLoads(loadContext);
    const facts = {
      version: effects.versions['bezero'] ?? '',
      configHash: configHash(pipeline),
      loadIds: loads.map(({ loadId }) => loadId),
    };
    const today = dayIn(pipeline.time_zone, startedAt);
    const wanted = options.asOf ?? pipeline.as_of;
    if (previous && currentFolder !== null && !options.force) {
      const asOf = resolveAsOf(wanted, today, previous.lastEvent);
      if (previous.fingerprint === fingerprintOf({ ...facts, asOf })) {
        await engine.close();
        open = false;
        rmSync(folder, { recursive: true, force: true });
        return { record: previous, release: currentFolder, published: false };
      }
    }
    const accounts = await resolveLoads(loadContext, loads);
    const lastEvent = await lastEventDay(engine);
    const asOf = resolveAsOf(wanted, today, lastEvent);
    const warnings = [
      ...notices,
      ...(lastEvent !== null && lastEvent > today
        ? [`the data hold records of ${lastEvent}, after today (${today}); they are not read`]
        : []),
    ];
    const context: StepContext = {
      engine,
      runId,
      asOf,
      folder,
      previous: previous && { runId: previous.run, asOf: previous.asOf, ...previous.totals },
      version: facts.version,
      audits: [],
      warnings,
      files: [],
    };
    for (const step of planPipeline(pipeline)) await runStep(step, context, timed);
    const models = await readModels(engine);
    const totals = await readTotals(engine);
    await engine.close();
    open = false;
    rmSync(temporary, { recursive: true, force: true });

    const finishedAt = effects.now();
    const outputs = await Promise.all(
      context.files.map(async (file) => ({ ...file, sha256: await hashFile(join(folder, file.file)) })),
    );
    const record: RunRecord = {
      run: runId,
      pipeline: pipeline.name,
      asOf,
      lastEvent,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
      seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000,
      versions: effects.versions,
      configHash: facts.configHash,
      fingerprint: fingerprintOf({ ...facts, asOf }),
      inputs: accounts.map(inputRecord),
      steps,
      models,
      totals,
      warnings: context.warnings,
      outputs,
    };
    writeFileSync(join(folder, 'run.json'), `${JSON.stringify(record, null, 1)}\n`);
    await rememberOptOuts(store, folder);
    stillHeld();
    await publish(store, runId);
    await applyRetention(store, pipeline.keep);
    return { record, release: join(store, 'releases', runId), published: true };
  } catch (error) {
    if (open) await engine.close().catch(() => undefined);
    throw error;
  }
}

const inputRecord = ({ load, loaded, rejected, skipped }: LoadAccount): RunRecord['inputs'][number] => {
  const { sequence, ...record } = load;
  return { ...record, loaded, rejectedInAll: rejected, skipped };
};

async function runStep(
  step: PlannedStep,
  context: StepContext,
  timed: (title: string) => (outcome: string, rows?: number | null) => void,
): Promise<void> {
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

async function readModels(engine: Engine): Promise<Record<string, unknown>> {
  const fitted = await engine.rows(
    sql`select model, fitted from models.fitted order by model`,
    { model: 'text', fitted: 'json' },
    100,
  );
  return Object.fromEntries(
    fitted.map(({ model, fitted }) => [
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
