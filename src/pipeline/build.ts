import { rmSync } from 'node:fs';
import type { Engine } from '../engine/engine.ts';
import { clvFigures } from '../models/clv/figures.ts';
import type { ValuedOrders } from '../models/clv/value-orders.ts';
import { nextProductFigures } from '../models/next-product/figures.ts';
import type { FittedNextProduct } from '../models/next-product/fitted.ts';
import { repurchaseFigures } from '../models/repurchase/figures.ts';
import type { FittedRepurchase } from '../models/repurchase/fitted.ts';
import { sql } from '../sql/sql.ts';
import { costRemarks } from './cost-remarks.ts';
import { attachFormer, fittedOn, type Origin, type Stored } from './former.ts';
import { attachPeople } from './people/file.ts';
import { readPreviousRun } from './previous-run.ts';
import { runStep, runSteps } from './run-steps.ts';
import type { RunRecord } from './record.ts';
import type { ReadUpTo } from './frame.ts';
import type { Pipeline } from './spec.ts';
import type { Night, PlannedStep, StepContext } from './step.ts';
import type { Timed } from './stopwatch.ts';
import { attachWindows } from './attach-windows.ts';
import { wantedFiles } from './wanted.ts';
import type { Workspace } from './workspace.ts';
import type { Upkeep } from '../text/en/upkeep.ts';
import { inEnglish, remark, type Remark } from '../text/remark.ts';

/** What a run has built: part of its record, and the files of the release. */
export type Built = Pick<
  RunRecord,
  'asOf' | 'lastEvent' | 'backfill' | 'models' | 'totals' | 'warnings' | 'remarks' | 'reported' | 'wanted' | 'since'
> &
  Pick<StepContext, 'files'>;

/**
 * Takes every step from the raw tables to the files of the release, and closes the warehouse.
 *
 * @param origin what the release goes on from
 * @param past features of past days to learn from
 */
export async function build(
  pipeline: Pipeline,
  work: Workspace,
  { asOf, lastEvent, ...night }: Night & ReadUpTo,
  origin: Origin | null,
  past: readonly Origin[],
  notices: readonly Remark[],
  timed: Timed,
): Promise<Built> {
  const engine = await work.engine();
  const warnings = [...notices, ...futureWarning(lastEvent, night.today)];
  const former = origin && (await attachFormer(engine, origin));
  // What a backfill computed is no release that anybody has files of.
  const since = former && origin === work.origin && work.current ? { run: work.current.record.run, ...former } : null;
  const people = await attachPeople(engine, pipeline.store);
  const windows = await attachWindows(engine, past, asOf);
  const context = stepContext(engine, work, { asOf, ...night }, { former, since, people, windows }, warnings);
  const [{ planPipeline }, { tellWithheld }] = await Promise.all([import('./plan.ts'), import('./output-steps.ts')]);
  const steps = planPipeline(pipeline);
  const isOutput = ({ kind }: PlannedStep): boolean => kind === 'output';
  const inner = steps.filter((step) => !isOutput(step));
  await runSteps(inner, context, timed);
  // Told by the report and by the mail, whichever files there are. A run of an earlier day has nothing before it to compare with.
  const isAfter = work.current !== null && work.current.record.asOf <= asOf;
  const previous = isAfter ? await readPreviousRun(engine, work.current.record, since) : null;
  await tellWithheld(pipeline, context);
  const outputs = steps.filter(isOutput);
  await runSteps(outputs.slice(0, -1), { ...context, previous }, timed);
  // The report, if there is one: it tells of the files before it.
  for (const step of outputs.slice(-1)) await runStep(step, { ...context, previous }, timed);
  const results = { models: await readModels(engine), totals: await readTotals(engine) };
  const unknownCosts = await costRemarks(engine);
  await work.closeEngine();
  for (const folder of [work.temporary, work.past]) rmSync(folder, { recursive: true, force: true });
  const { files, audits } = context;
  const told = { warnings, remarks: [...context.remarks, ...unknownCosts] };
  const reported = { title: pipeline.company ?? pipeline.name, previous, audits, ...told };
  const wanted = wantedFiles(pipeline);
  const compared = since && wanted.changes ? { run: since.run, asOf: since.asOf } : null;
  const said = {
    warnings: inEnglish(told.warnings, pipeline.currency),
    remarks: inEnglish(told.remarks, pipeline.currency),
  };
  return { asOf, lastEvent, ...results, ...said, reported, wanted, since: compared, files };
}

function stepContext(
  engine: Engine,
  { runId, folder }: Workspace,
  night: Night & Pick<StepContext, 'asOf'>,
  before: Pick<StepContext, 'former' | 'people' | 'windows'> & Required<Pick<StepContext, 'since'>>,
  warnings: Remark[],
): StepContext {
  const nothing = { previous: null, audits: [], remarks: [], files: [] };
  return { engine, runId, folder, ...night, ...before, ...nothing, warnings };
}

const futureWarning = (lastEvent: string | null, today: string): Remark[] =>
  lastEvent !== null && lastEvent > today ? [remark('future', { day: lastEvent, today })] : [];

async function readModels(engine: Engine): Promise<RunRecord['models']> {
  const rows = await engine.rows(
    sql`select model, fitted, sha256(fitted) as id, upkeep from models.fitted order by model`,
    { model: 'text', fitted: 'json', id: 'text', upkeep: 'json?' },
    100,
  );
  return Object.fromEntries(
    rows.map(({ model, fitted, id, upkeep }) => [
      model,
      {
        id,
        fittedAsOf: fittedOn(fitted as Stored) ?? null,
        ...(upkeep !== null && { upkeep: upkeep as Upkeep }),
        convergence: (fitted as { convergence?: unknown }).convergence ?? null,
        ...(model === 'repurchase' && repurchaseFigures(fitted as FittedRepurchase)),
        ...(model === 'clv' && clvFigures(fitted as ValuedOrders)),
        ...(model === 'next_product' && nextProductFigures(fitted as FittedNextProduct)),
      },
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
