/**
 * bezero as a library: every public name, in the order the data flow.
 *
 * @module
 */

// A release, open to be read, and every job on it
export { openRelease, type OpenRelease } from './library/release.ts';
export {
  basket,
  clv,
  discriminant,
  kmeans,
  lookalike,
  nextProduct,
  profit,
  rfm,
  tree,
  type Found,
  type FoundBaskets,
  type FoundScores,
} from './library/jobs.ts';
export {
  campaignPlans,
  campaignResults,
  planCampaign,
  type CampaignResults,
  type CampaignThought,
} from './library/campaigns.ts';

// What can go wrong
export { BezeroError, ConfigError, DataError, EngineError, ModelError } from './errors.ts';

// SQL as text, and the engine that runs it
export { join, literal, name, raw, sql, type Sql, type SqlValue } from './sql/sql.ts';
export type { Chunk, Column, Engine, FileFormat, Kind, Row, Shape } from './engine/engine.ts';
export { openDuckdb, type DuckdbOptions } from './engine/duckdb.ts';

// Files → raw
export { canonicalTables, tableNames, type CanonicalTable, type TableName } from './sources/tables.ts';
export { sourceSpec, type SourceSpec } from './sources/spec.ts';
export { gatherLoads, resolveLoads, type LoadContext } from './sources/load.ts';

// Features → models → scores
export type { Convergence, FitInput } from './models/model.ts';
export { rfmOptions, type RfmOptions } from './models/rfm/options.ts';
export { fitRfm } from './models/rfm/fit.ts';
export { rfmScoreSql } from './models/rfm/score.sql.ts';
export { describeRfm } from './models/rfm/describe.ts';
export type { FittedRfm } from './models/rfm/fitted.ts';
export { kmeansOptions, type KmeansOptions } from './models/kmeans/options.ts';
export { fitKmeans } from './models/kmeans/fit.ts';
export { kmeansScoreSql } from './models/kmeans/score.sql.ts';
export { describeKmeans } from './models/kmeans/describe.ts';
export type { FittedKmeans } from './models/kmeans/fitted.ts';
export { discriminantOptions, type DiscriminantOptions } from './models/discriminant/options.ts';
export { fitDiscriminant } from './models/discriminant/fit.ts';
export { withHeldOut } from './models/discriminant/held-out.ts';
export { discriminantLeftOutSql, discriminantScoreSql } from './models/discriminant/score.sql.ts';
export { describeDiscriminant } from './models/discriminant/describe.ts';
export type { FittedDiscriminant } from './models/discriminant/fitted.ts';
export { treeOptions, type TreeOptions } from './models/tree/options.ts';
export { fitTree } from './models/tree/fit.ts';
export { treeScoreSql } from './models/tree/score.sql.ts';
export { rateTree } from './models/tree/rate.ts';
export { describeTree } from './models/tree/describe.ts';
export type { FittedTree } from './models/tree/fitted.ts';
export { clvOptions, type ClvOptions } from './models/clv/options.ts';
export { prepareClv, type PreparedClv } from './models/clv/prepare.ts';
export { fitClv } from './models/clv/fit.ts';
export { outlookOf } from './models/clv/outlook.ts';
export { scoreBase } from './models/clv/score-base.ts';
export { clvScoreSql } from './models/clv/score.sql.ts';
export { describeClv } from './models/clv/describe.ts';
export type { FittedClv } from './models/clv/fitted.ts';
export { span, type Span, type Unit } from './models/clv/unit.ts';
export type { History } from './models/clv/histories.ts';
export type { PurchaseModel } from './models/clv/fit-purchases.ts';
export {
  discountedPurchases,
  expectedOfNew,
  expectedPurchases,
  probabilityAlive,
  residualPurchases,
} from './models/clv/predict.ts';
export { scheduleOf, type Schedule } from './models/clv/schedule.ts';
export { expectedSpend } from './models/clv/spend.ts';
export { basketOptions, type BasketOptions } from './models/basket/options.ts';
export { fitBasket } from './models/basket/fit.ts';
export type { FittedBasket } from './models/basket/fitted.ts';
export { evaluateTwoClasses, type Stakes, type TwoClassEvaluation } from './models/evaluation/evaluate.ts';

// Marts → files and report
export { exportSegments, type ExportedFile, type Profiles } from './exports/segments.ts';
export { exportMarts, type MartOptions } from './exports/marts.ts';
export { buildReport } from './reports/build.ts';
export type { ReportContext } from './reports/context.ts';

// The whole: a pipeline file → a published release
export { readPipeline, type Pipeline } from './pipeline/spec.ts';
export { planPipeline, type PlannedStep } from './pipeline/plan.ts';
export { withLock, type Holder } from './pipeline/lock.ts';
export { runPipeline, type RunResult } from './pipeline/run.ts';
export type { RunEffects } from './pipeline/effects.ts';
export { currentRelease, listReleases, warehouseOf, type Release } from './pipeline/releases.ts';
export type { RunRecord } from './pipeline/record.ts';

// The sample company
export { generateSample, type SampleFile, type SampleTarget } from './sample/generate-sample.ts';
export type { SampleSize } from './sample/plan.ts';
