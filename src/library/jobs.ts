import type { z } from 'zod';
import { readAccount, type AccountFound } from '../commands/profit/read-account.ts';
import { releaseGroups, requireDimensions, type ProfitGroups } from '../commands/profit/groups.ts';
import type { Engine } from '../engine/engine.ts';
import { tablesIn } from '../engine/tables.ts';
import { boughtSql } from '../models/basket/bought.sql.ts';
import { dropWorking, fitBasket } from '../models/basket/fit.ts';
import type { FittedBasket } from '../models/basket/fitted.ts';
import { basketOptions } from '../models/basket/options.ts';
import { basketPairsSql } from '../models/basket/pair.sql.ts';
import { basketRulesSql } from '../models/basket/rule.sql.ts';
import { describeClv, type ClvReport } from '../models/clv/describe.ts';
import type { FittedClv } from '../models/clv/fitted.ts';
import { clvOptions } from '../models/clv/options.ts';
import { clvScoreSql } from '../models/clv/score.sql.ts';
import { tables } from '../models/clv/tables.ts';
import { fitOrders } from '../models/clv/value-orders.ts';
import { describeDiscriminant, type DiscriminantReport } from '../models/discriminant/describe.ts';
import { fitDiscriminant } from '../models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../models/discriminant/fitted.ts';
import { discriminantOptions } from '../models/discriminant/options.ts';
import { discriminantScoreSql } from '../models/discriminant/score.sql.ts';
import { describeKmeans, type KmeansReport } from '../models/kmeans/describe.ts';
import { fitKmeans } from '../models/kmeans/fit.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import { kmeansOptions } from '../models/kmeans/options.ts';
import { kmeansScoreSql } from '../models/kmeans/score.sql.ts';
import { describeRfm, type RfmReport } from '../models/rfm/describe.ts';
import { fitRfm } from '../models/rfm/fit.ts';
import type { FittedRfm } from '../models/rfm/fitted.ts';
import { rfmOptions } from '../models/rfm/options.ts';
import { rfmScoreSql } from '../models/rfm/score.sql.ts';
import { describeTree, type TreeReport } from '../models/tree/describe.ts';
import { fitTree } from '../models/tree/fit.ts';
import type { FittedTree } from '../models/tree/fitted.ts';
import { treeOptions } from '../models/tree/options.ts';
import { treeScoreSql } from '../models/tree/score.sql.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { dropNextProduct, fitNextProduct } from '../models/next-product/fit.ts';
import type { FittedNextProduct } from '../models/next-product/fitted.ts';
import { nextProductOptions } from '../models/next-product/options.ts';
import { nextProductSql } from '../models/next-product/score.sql.ts';
import { fitLookalike } from '../models/lookalike/fit.ts';
import type { FittedLookalike } from '../models/lookalike/fitted.ts';
import { lookalikeOptions } from '../models/lookalike/options.ts';
import { lookalikeScoreSql } from '../models/lookalike/score.sql.ts';
import { refuseAfterPurchase } from '../pipeline/after-purchase.ts';
import type { OpenRelease } from './release.ts';

/** What a job found. */
export interface Found<Fitted, Report> {
  /** The model: parameters and statistics, JSON-safe. */
  readonly fitted: Fitted;
  /** What a report shows of it. */
  readonly report: Report;
  /** The table of its scores, one row per customer, for `release.rows` and `release.arrow`: `scores.kmeans_1`. */
  readonly scores: string;
}

/** Makes the table of scores of a job; a job may be done several times. */
async function keep(engine: Engine, job: string, query: Sql): Promise<string> {
  const known = await tablesIn(engine);
  let number = 1;
  while (known.has(`scores.${job}_${number}`)) number++;
  const relation = `scores.${job}_${number}`;
  await engine.create(relation, query);
  return relation;
}

/**
 * RFM scores of the customers of a release.
 *
 * @example
 * const { report, scores } = await rfm(release, { bins: 5 });
 */
export async function rfm(
  { engine, asOf }: OpenRelease,
  options: z.input<typeof rfmOptions> = {},
): Promise<Found<FittedRfm, RfmReport>> {
  const fitted = await fitRfm(engine, rfmOptions.parse(options), { asOf });
  return { fitted, report: describeRfm(fitted), scores: await keep(engine, 'rfm', rfmScoreSql(fitted)) };
}

/**
 * Segments of customers who are alike in some features, by k-means.
 *
 * @example
 * const { report } = await kmeans(release, { k: 4, features: ['log1p(frequency)', 'discount_share'] });
 */
export async function kmeans(
  { engine, asOf }: OpenRelease,
  options: z.input<typeof kmeansOptions>,
): Promise<Found<FittedKmeans, KmeansReport>> {
  const fitted = await fitKmeans(engine, kmeansOptions.parse(options), { asOf });
  return { fitted, report: describeKmeans(fitted), scores: await keep(engine, 'kmeans', kmeansScoreSql(fitted)) };
}

/**
 * What tells the segments of a release apart, by discriminant analysis.
 *
 * @example
 * const { report } = await discriminant(release, { predictors: ['age_years', 'gender'] });
 */
export async function discriminant(
  { engine, asOf }: OpenRelease,
  options: z.input<typeof discriminantOptions>,
): Promise<Found<FittedDiscriminant, DiscriminantReport>> {
  const fitted = await fitDiscriminant(engine, discriminantOptions.parse(options), { asOf });
  const scores = await keep(engine, 'discriminant', discriminantScoreSql(fitted));
  return { fitted, report: describeDiscriminant(fitted), scores };
}

/**
 * Rules that tell the segments of a release apart, by a classification tree.
 *
 * @example
 * const { report } = await tree(release, { features: ['discount_share', 'frequency'], depth: 3 });
 */
export async function tree(
  { engine, asOf }: OpenRelease,
  options: z.input<typeof treeOptions>,
): Promise<Found<FittedTree, TreeReport>> {
  const fitted = await fitTree(engine, treeOptions.parse(options), { asOf });
  return { fitted, report: describeTree(fitted), scores: await keep(engine, 'tree', treeScoreSql(fitted)) };
}

/**
 * What customers will be worth, in the margin of the costs that the release knows.
 *
 * @example
 * const { report, scores } = await clv(release, { horizon: { length: 12, unit: 'month' } });
 */
export async function clv(
  { engine, asOf }: OpenRelease,
  options: z.input<typeof clvOptions> = {},
): Promise<Found<FittedClv, ClvReport>> {
  const fitted = await fitOrders(engine, clvOptions.parse(options), asOf);
  return { fitted, report: describeClv(fitted), scores: await keep(engine, 'clv', clvScoreSql(fitted, tables)) };
}

/**
 * Profit and loss of a release, how it is spread over customers, and by some of its dimensions (`segment`, `category`, `month` …).
 *
 * @throws ConfigError for a dimension that there is not
 * @example
 * const { account, by } = await profit(release, ['segment', 'month']);
 */
export async function profit(
  { engine }: OpenRelease,
  by: readonly string[] = [],
): Promise<AccountFound & { readonly by: readonly ProfitGroups[] }> {
  requireDimensions(by);
  return { ...(await readAccount(engine)), by: await releaseGroups(engine, by) };
}

/** What is bought together. */
export interface FoundBaskets {
  /** The figures: baskets, sets and rules by their number. */
  readonly fitted: FittedBasket;
  /** The table of the rules, for `release.rows` and `release.arrow`; its columns are those of `models.basket_rule`. */
  readonly rules: string;
  /** The table of the pairs of goods; its columns are those of `models.basket_pair`. */
  readonly pairs: string;
}

/**
 * Which goods are bought together in the orders of a release, or by its customers.
 *
 * @example
 * const { rules } = await basket(release, { level: 'customer', confidence: 0.5 });
 */
export async function basket(
  { engine, asOf }: OpenRelease,
  options: z.input<typeof basketOptions> = {},
): Promise<FoundBaskets> {
  const fitted = await fitBasket(engine, boughtSql, basketOptions.parse(options), { asOf });
  const rules = await keep(engine, 'basket_rule', basketRulesSql);
  const pairs = await keep(engine, 'basket_pair', basketPairsSql);
  await dropWorking(engine);
  return { fitted, rules, pairs };
}

/** A model that says for itself how it did on what it had not seen, and its scores. */
export type FoundScores<Fitted> = Omit<Found<Fitted, never>, 'report'>;

/**
 * What each customer of a release is likely to buy next, by what the same customers bought; tested on the last purchases, and without a score where best sellers or what they
 * bought most often do better (`fitted.used` is null, `fitted.reason` says why). The scores are up to five products a customer.
 *
 * @example
 * const { fitted, scores } = await nextProduct(release, { within_days: 90 });
 */
export async function nextProduct(
  { engine, asOf }: OpenRelease,
  options: z.input<typeof nextProductOptions> = {},
): Promise<FoundScores<FittedNextProduct>> {
  const now = sql`select customer_id, segment from scores.segment`;
  const segments = () => Promise.resolve({ query: now, of: 'now' as const });
  const fitted = await fitNextProduct(engine, nextProductOptions.parse(options), { asOf, segments, now });
  const scores = await keep(engine, 'next_product', nextProductSql(fitted));
  await dropNextProduct(engine);
  return { fitted, scores };
}

/**
 * Which prospects of a release resemble its most profitable customers, or those of a segment; tested on buyers that the fit does not know, and nobody is ranked where it
 * finds no more than chance would (`fitted.used` is null, `fitted.reason` says why).
 *
 * @throws ConfigError for features that only a purchase makes known
 * @example
 * const { fitted, scores } = await lookalike(release, { features: ['age_years', 'country', 'acquisition_source'] });
 */
export async function lookalike(
  { engine, asOf }: OpenRelease,
  options: z.input<typeof lookalikeOptions>,
): Promise<FoundScores<FittedLookalike>> {
  const asked = lookalikeOptions.parse(options);
  await refuseAfterPurchase(engine, 'lookalike', asked.features);
  const fitted = await fitLookalike(engine, asked, { asOf });
  return { fitted, scores: await keep(engine, 'lookalike', lookalikeScoreSql(fitted)) };
}
