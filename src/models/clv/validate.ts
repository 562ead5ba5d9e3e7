import type { Engine } from '../../engine/engine.ts';
import { dayAfter, daysBetween, mostDays } from './days.ts';
import { families, familyTitles } from './families.ts';
import { parametersOf, type PurchaseModel } from './fit-purchases.ts';
import type { Spending } from './fitted.ts';
import type { PurchaseBase } from './purchase-base.ts';
import { expectedSpendSql } from './spending.sql.ts';
import { track } from './track.ts';
import { agesSql, errorsSql, foretoldSql, lastFrequency, purchaseParts, retentionSql, topSql } from './validate.sql.ts';
import type { Errors, FrequencyRow, TopFound, Validation } from './validation.ts';
import type { Remark } from '../../text/remark.ts';

/** Share of the customers of the first half of the calibration who bought in its second half; 1: nobody can tell. */
async function readRetention(engine: Engine, { days, asOf, facts }: PurchaseBase): Promise<number> {
  const middle = dayAfter(asOf, -Math.floor(facts.historyDays / 2));
  const shape = { before: 'integer', again: 'integer' } as const;
  const [found] = await engine.rows(retentionSql(days, middle, asOf), shape, 1);
  return found!.before === 0 ? 1 : found!.again / found!.before;
}

/** Customers with 0 … `lastFrequency` and more repeat purchases, as a model has them. */
async function expectedCustomers(
  engine: Engine,
  model: PurchaseModel,
  { base }: PurchaseBase,
  unitDays: number,
): Promise<number[]> {
  const ages = await engine.rows(agesSql(base), { age: 'integer', customers: 'integer' }, mostDays);
  const counts = Array.from({ length: lastFrequency + 1 }, () => 0);
  for (const { age, customers } of ages) {
    const below = families[model.family].distribution(parametersOf(model), age / unitDays, lastFrequency - 1);
    below.forEach((probability, x) => (counts[x]! += customers * probability));
    counts[lastFrequency]! += customers * (1 - below.reduce((sum, probability) => sum + probability, 0));
  }
  return counts;
}

/** From this gain over the baseline on, a grade is A. */
const clearlyMore = 0.05;

/** Sums of lots that are equal may differ by this much. */
const rounding = 1e-9;

/** How many of the first by actual spend are among the first by the model and by the baseline; ties at the limit are by lot, so that what is expected counts. */
async function readTop(engine: Engine, foretold: string, customers: number): Promise<TopFound> {
  const top = Math.max(1, Math.round(customers / 5));
  const shape = { actual: 'integer', model: 'integer', baseline: 'integer', customers: 'integer' } as const;
  const cells = await engine.rows(topSql(foretold, top), shape, 27);
  const shareAt = (measure: 'actual' | 'model' | 'baseline') => {
    const count = (side: number) =>
      cells.reduce((sum, cell) => (cell[measure] === side ? sum + cell.customers : sum), 0);
    const atLimit = count(0) === 0 ? 0 : (top - count(1)) / count(0);
    return (side: number): number => (side > 0 ? 1 : side === 0 ? atLimit : 0);
  };
  const [actual, model, baseline] = [shareAt('actual'), shareAt('model'), shareAt('baseline')];
  const found = (of: (cell: (typeof cells)[number]) => number): number =>
    cells.reduce((sum, cell) => sum + cell.customers * actual(cell.actual) * of(cell), 0);
  const [byModel, byBaseline] = [found((cell) => model(cell.model)), found((cell) => baseline(cell.baseline))];
  const gain = byBaseline === 0 ? (byModel > 0 ? 1 : 0) : byModel / byBaseline - 1;
  const grade = gain >= clearlyMore ? 'A' : gain > -rounding ? 'B' : 'C';
  return { customers: top, model: byModel, baseline: byBaseline, gain, grade };
}

/**
 * Compares what a model of a calibration foretold with what its customers did afterwards, and with the pace so far: everyone goes on buying as often per day of
 * the calibration as before, times the share of customers who went on at all. The grade is that of Dynamics 365 Customer Insights: top customers found against those found by past spend.
 *
 * @param calibration the base as of the day before the holdout; its histories are scored over the holdout in `scores`
 */
export async function validate(
  engine: Engine,
  models: {
    readonly purchases: PurchaseModel;
    readonly spending: Spending;
    readonly remarks: readonly Remark[];
  },
  calibration: PurchaseBase,
  tables: { readonly scores: string; readonly foretold: string },
  asOf: string,
  unitDays: number,
): Promise<Validation> {
  const { facts, asOf: until } = calibration;
  const holdoutDays = daysBetween(until, asOf);
  const retention = await readRetention(engine, calibration);
  const spend = expectedSpendSql(models.spending);
  const paceShare = (holdoutDays / facts.historyDays) * retention;
  await engine.create(tables.foretold, foretoldSql({ ...calibration, scores: tables.scores }, until, spend, paceShare));
  const shape = {
    repeats: 'integer',
    customers: 'integer',
    actual: 'integer',
    actual_spend: 'number',
    spend: 'bigint',
    model_total: 'bigint',
    model_absolute: 'bigint',
    model_squared: 'bigint',
    pace_total: 'bigint',
    pace_absolute: 'bigint',
    pace_squared: 'bigint',
  } as const;
  const rows = await engine.rows(errorsSql(tables.foretold), shape, lastFrequency + 1);
  const expected = await expectedCustomers(engine, models.purchases, calibration, unitDays);
  const total = (of: (row: (typeof rows)[number]) => bigint): number =>
    Number(rows.reduce((sum, row) => sum + of(row), 0n)) / purchaseParts;
  const customers = rows.reduce((sum, row) => sum + row.customers, 0);
  const actual = rows.reduce((sum, row) => sum + row.actual, 0);
  const errors = (by: 'model' | 'pace'): Errors => {
    const sum = total((row) => row[`${by}_total`]);
    return {
      total: sum,
      mae: total((row) => row[`${by}_absolute`]) / customers,
      rmse: Math.sqrt(total((row) => row[`${by}_squared`]) / customers),
      bias: (sum - actual) / customers,
    };
  };
  const frequencies = expected.map((expectedCustomers, repeats): FrequencyRow => {
    const row = rows.find((one) => one.repeats === repeats);
    const n = row?.customers ?? 0;
    return {
      repeats,
      customers: n,
      expectedCustomers,
      actual: n === 0 ? 0 : row!.actual / n,
      expected: n === 0 ? 0 : Number(row!.model_total) / purchaseParts / n,
    };
  });
  return {
    ...{ until, asOf, holdoutDays, customers, actual, retention, frequencies },
    model: errors('model'),
    pace: errors('pace'),
    spend: { actual: rows.reduce((sum, row) => sum + row.actual_spend, 0), expected: total((row) => row.spend) },
    tracking: await track(engine, models.purchases, calibration, facts.historyDays - 1 + holdoutDays, unitDays),
    top: await readTop(engine, tables.foretold, customers),
    ...{ family: models.purchases.family, title: familyTitles[models.purchases.family] },
    parameters: models.purchases.parameters,
    remarks: models.remarks,
  };
}
