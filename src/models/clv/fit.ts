import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import type { WhyNot } from '../../text/en/why-not.ts';
import { sql } from '../../sql/sql.ts';
import { freezeDeep } from '../model.ts';
import { bootstrapSums } from './bootstrap.ts';
import { families } from './families.ts';
import { fitPurchases, parametersOf, type PurchaseModel } from './fit-purchases.ts';
import { fitSpending } from './fit-spending.ts';
import type { FittedClv, Spending, Total } from './fitted.ts';
import { calibrationEnd, leastHistory, validateOn } from './hold-out.ts';
import type { ClvOptions } from './options.ts';
import { outlookOf } from './outlook.ts';
import { discountedSum } from './predict.ts';
import type { PreparedClv } from './prepare.ts';
import { trialRemarks } from './trial.ts';
import { readForFit } from './read-for-fit.ts';
import { clvScoreSql, type Scored } from './score.sql.ts';
import { scoreBase } from './score-base.ts';
import type { Outlook } from './score-histories.ts';
import type { PurchaseBase } from './purchase-base.ts';
import { meanSpendOf } from './spend.ts';
import { tables } from './tables.ts';
import type { Validation } from './validation.ts';
import { remark, type Remark } from '../../text/remark.ts';
import { whyOf } from './why-of.ts';

function newCustomerOf(purchases: PurchaseModel, spending: Spending, { schedule }: Outlook, margin: number) {
  const [family, parameters] = [families[purchases.family], parametersOf(purchases)];
  const upTo = (length: number): number => family.expectedOfNew(parameters, length);
  const worth = spending.model === null ? spending.mean : meanSpendOf(spending.model);
  return {
    purchases: upTo(schedule.ends.at(-1)!),
    value: (1 + discountedSum(schedule, upTo)) * worth * margin,
  };
}

/** The share of the value before margins that is left after those of customers: one pass of sums over scores that are there. Columns that no sum takes are not computed. */
async function meanMargin(engine: Engine, fitted: Scored, base: PurchaseBase): Promise<number> {
  const scored = clvScoreSql(fitted, base);
  const [sums] = await engine.rows(
    sql`select cast(coalesce(sum(lifetime_value), 0) as double) as value,
        coalesce(cast(sum(cast(discounted_purchases * expected_spend as decimal(18, 4))) as double), 0) as spend
      from (${scored}) as score`,
    { value: 'number', spend: 'number' },
    1,
  );
  return sums!.spend > 0 ? sums!.value / sums!.spend : fitted.options.margin!;
}

/** How well a fit to the calibration foretells; null, and a remark, where nothing can be fitted to it. */
async function tryOut(
  engine: Engine,
  options: ClvOptions,
  base: PurchaseBase,
  until: string,
  remarks: Remark[],
): Promise<Validation | null> {
  try {
    return await validateOn(engine, options, base, until);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    remarks.push(remark('noHoldoutFit', { until, why: whyOf(error) }));
    return null;
  }
}

/** What a fit learns from histories; what they are worth tonight follows from it. */
type Learnt = Pick<FittedClv, 'purchases' | 'spending' | 'validation' | 'fittedOn' | 'fitRemarks'> & {
  /** Lowest and highest totals, as shares of the totals; null: no intervals were asked for. */
  readonly intervals: Readonly<Record<'purchases' | 'value', readonly [number, number]>> | null;
};

async function learn(engine: Engine, options: ClvOptions, { base }: PreparedClv, outlook: Outlook): Promise<Learnt> {
  const until = calibrationEnd(options, base);
  const remarks: Remark[] = [];
  const validation = until === null ? null : await tryOut(engine, options, base, until, remarks);
  if (until === null && options.holdout === 'auto') remarks.push(remark('noHoldout'));
  const { histories, spends, customers: fittedOn } = await readForFit(engine, options, base);
  if (fittedOn < base.facts.customers)
    remarks.push(remark('sampled', { fitted: fittedOn, customers: base.facts.customers }));
  const purchases = fitPurchases(options.model, histories);
  const spending = fitSpending(spends, base, remarks);
  const intervals = bootstrapSums(purchases, spending, histories, spends, outlook, {
    replicates: options.bootstrap,
    seed: options.seed,
  });
  const fitRemarks = [
    ...remarks,
    ...trialRemarks(validation, purchases),
    ...purchases.remarks,
    ...(spending.model?.remarks ?? []),
  ];
  return { purchases, spending, validation, fittedOn, fitRemarks, intervals };
}

/** What was learnt on the day of a fit; its intervals stay as wide in proportion. */
function learntBy({ purchases, spending, validation, fittedOn, fitRemarks, totals }: FittedClv): Learnt {
  const shares = ({ value, low, high }: Total): [number, number] => [low! / value, high! / value];
  const intervals =
    totals.purchases.low === null ? null : { purchases: shares(totals.purchases), value: shares(totals.value) };
  return { purchases, spending, validation, fittedOn, fitRemarks, intervals };
}

/**
 * What customers are worth: a model of how they buy (BG/NBD, MBG/NBD or Pareto/NBD) and one of what a purchase is worth (Gamma-Gamma), by maximum likelihood on the
 * distinct histories of a prepared base, with how well the same models foretold a holdout; the scores of the histories stay for `clvScoreSql`. Throws `ModelError` where too few bought twice or the history is shorter than two weeks, `ConfigError` where the
 * holdout leaves nothing to learn from.
 *
 * @param known a fit of an earlier day: nothing is learnt, and customers are valued by its models
 */
export async function fitClv(
  engine: Engine,
  options: ClvOptions,
  prepared: PreparedClv,
  known: FittedClv | null = null,
): Promise<FittedClv> {
  const { base, dayFacts, costs = null } = prepared;
  if (base.facts.historyDays < leastHistory)
    throw new ModelError(
      `clv: the history must be of at least ${leastHistory} days; it is of ${base.facts.historyDays}: what customers do in a year cannot be told from it`,
      { cause: { code: 'shortHistory', days: base.facts.historyDays, least: leastHistory } satisfies WhyNot },
    );
  const outlook = outlookOf(options);
  const { intervals, ...learnt } = known === null ? await learn(engine, options, prepared, outlook) : learntBy(known);
  const { purchases, spending } = learnt;
  const sums = await scoreBase(engine, options, base, { purchases, spending }, outlook, tables.scores);
  const margin = options.margin ?? 1;
  const ofAll = costs === null ? margin : await meanMargin(engine, { spending, options, asOf: base.asOf, costs }, base);
  const total = (of: 'purchases' | 'value', scale: number): Total => ({
    value: sums[of] * scale,
    low: intervals === null ? null : sums[of] * scale * intervals[of][0],
    high: intervals === null ? null : sums[of] * scale * intervals[of][1],
  });
  return freezeDeep({
    ...{ model: 'clv', asOf: base.asOf, options, costs, facts: { ...base.facts, ...dayFacts } },
    ...{ fittedOn: learnt.fittedOn, purchases, spending, validation: learnt.validation },
    totals: { purchases: total('purchases', 1), value: total('value', ofAll), alive: sums.alive },
    newCustomer: newCustomerOf(purchases, spending, outlook, margin),
    remarks: [...prepared.remarks, ...learnt.fitRemarks],
    fitRemarks: learnt.fitRemarks,
  });
}
