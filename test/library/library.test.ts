import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import {
  campaignPlans,
  campaignResults,
  clv,
  discriminant,
  generateSample,
  kmeans,
  lookalike,
  nextProduct,
  openRelease,
  planCampaign,
  profit,
  rfm,
  tree,
  type OpenRelease,
} from '../../src/index.ts';
import { runIn, sharedFolder, temporaryFolder } from '../support/running.ts';

const folder = sharedFolder();
let release: OpenRelease;

const pipeline = `
name: small
store: store
time_zone: UTC
as_of: latest
currency: EUR
sources:
  all:
    files: customers.csv
    tables: { customers: same }
  products: { files: products.csv, tables: { products: same } }
  purchases: { files: purchases*.csv, tables: { purchases: same }, missing_customer: anonymous }
  interactions: { files: interactions*.csv, tables: { interactions: same } }
  campaigns: { files: campaigns.csv, tables: { campaigns: same } }
steps:
  - kmeans: { k: 2, features: [discount_share, log1p(quantity_per_order)] }
audiences:
  all: { where: "true" }
campaigns:
  mail: { audience: all, channel: email, starts_on: 2025-12-01, ends_on: 2026-12-31, unit_cost: 0.05, budget: 1 }
outputs: { report: false, segments: false, parquet: false }
`;

beforeAll(async () => {
  await generateSample({ customers: 300, lines: 8, seed: 3 }, { folder, format: 'csv' });
  await runIn(folder, pipeline);
  release = await openRelease(join(folder, 'store'));
});
afterAll(() => release.close());

const shapeOf = (scores: string) =>
  release.rows(`select count(*) as rows, count(distinct customer_id) as customers from ${scores}`);

describe('a release', () => {
  it('is read as rows and as Arrow, typed', async () => {
    const [total] = await release.rows(
      'select as_of, customers, profit, currency, first_purchased_on from marts.total',
    );
    expect(total).toEqual({
      as_of: release.asOf,
      customers: 300,
      profit: expect.any(Number) as number,
      currency: 'EUR',
      first_purchased_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    });
    const customers = await release.arrow('marts.customer');
    expect(customers.numRows).toBe(300);
    expect(String(customers.schema.fields.find(({ name }) => name === 'profit')!.type)).toMatch(/^Decimal/);
    const few = await release.arrow('select customer_id from marts.customer order by customer_id limit 3');
    expect([few.numRows, few.numCols]).toEqual([3, 1]);
    expect(release.tables).toContain('raw.purchases');
    expect(await release.rows('select count(*) as n from raw.purchases')).toEqual([
      { n: expect.any(Number) as number },
    ]);
  });

  it('is never changed, and says what is wrong with a query', async () => {
    await expect(release.rows('select nothing from marts.customer')).rejects.toThrow(/nothing/);
    await expect(release.rows('select * from range(20) as t', 10)).rejects.toThrow();
    await expect(openRelease(join(folder, 'elsewhere'))).rejects.toThrow(
      /elsewhere must have a current release; no run has been published yet: "bezero run PIPELINE" does$/,
    );
  });

  it('needs the folders that are named, and leaves nothing behind without them', async () => {
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    for (const none of [join(folder, 'gone'), join(folder, 'products.csv')]) {
      const opening = openRelease(join(folder, 'store'), [folder, none]);
      await expect(opening).rejects.toThrow(ConfigError);
      await expect(opening).rejects.toThrow(`${none} must be a folder, for SQL to read and write in; there is none`);
    }
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('jobs on a release', () => {
  it('score every customer that they can, in tables that queries can join', async () => {
    const buyers = (await release.rows('select buyers from marts.total'))[0]!['buyers'];
    const scored = await rfm(release, { bins: 3 });
    expect(await shapeOf(scored.scores)).toEqual([{ rows: buyers, customers: buyers }]);
    const first = await kmeans(release, { k: 3, features: ['log1p(frequency)'] });
    const second = await kmeans(release, { k: 2, features: ['log1p(frequency)'] });
    expect([first.scores, second.scores]).toEqual(['scores.kmeans_1', 'scores.kmeans_2']);
    expect(first.report.segments).toHaveLength(3);
    expect(
      await release.rows(
        `select count(distinct k.segment) as segments from ${first.scores} as k join marts.customer using (customer_id)`,
      ),
    ).toEqual([{ segments: 3 }]);
    const worth = await clv(release, { bootstrap: 0 });
    expect(await shapeOf(worth.scores)).toEqual([{ rows: buyers, customers: buyers }]);
    const [sum] = await release.rows(`select sum(lifetime_value) as value from ${worth.scores}`);
    expect(sum!['value']).toBeCloseTo(worth.fitted.totals.value.value, 1);
  });

  it('tell the segments of the release apart', async () => {
    const functions = await discriminant(release, { predictors: ['discount_share', 'log1p(frequency)'] });
    expect(functions.report.resubstitution.hitRatio).toBeGreaterThan(0.5);
    const rules = await tree(release, { features: ['discount_share'], depth: 2 });
    expect(await shapeOf(rules.scores)).toEqual([{ rows: 300, customers: 300 }]);
  });

  it('account for the profit', async () => {
    const { account, by } = await profit(release, ['segment', 'month']);
    const [total] = await release.rows('select profit from marts.total');
    expect(account.profit).toBe(total!['profit']);
    expect(by.map((one) => one.by)).toEqual(['segment', 'month']);
    await expect(profit(release, ['mood'])).rejects.toThrow(/must name some of segment/);
  });

  it('foretell next products and rank prospects, and say how they did on what they had not seen', async () => {
    const next = await nextProduct(release, { within_days: 60 });
    expect(next.fitted.reason === null).toBe(next.fitted.used !== null);
    expect(release.tables).not.toContain(next.scores);
    const [foretold] = await release.rows(`select count(*) as n from ${next.scores}`);
    expect(Number(foretold!['n']) > 0).toBe(next.fitted.used !== null);
    const alike = await lookalike(release, { features: ['age_years', 'acquisition_source'] });
    const [ranked] = await release.rows(`select count(*) as n from ${alike.scores}`);
    expect(Number(ranked!['n']) > 0).toBe(alike.fitted.used !== null);
    await expect(lookalike(release, { features: ['frequency'] })).rejects.toThrow(/must be known before a purchase/);
  });

  it('plan campaigns and tell what they brought, and leave the release as it was', async () => {
    const before = await campaignPlans(release);
    expect(before.map(({ campaign }) => campaign)).toEqual(['mail']);
    const plan = await planCampaign(release, { audience: 'all', channel: 'email', unit_cost: 0.05, holdout: 0.2 });
    expect(plan.considered).toBe(300);
    const { treatment, holdout, other_campaign: taken } = plan;
    expect([treatment > 0, taken]).toEqual([true, before[0]!.treatment + before[0]!.holdout]);
    expect(plan.expected_purchases).toBeLessThanOrEqual(treatment * plan.response + holdout);
    expect(await campaignPlans(release)).toEqual(before);
    const { campaigns, past } = await campaignResults(release);
    expect([campaigns.map(({ campaign }) => campaign), past.length > 3]).toEqual([['mail'], true]);
    await expect(planCampaign(release, { audience: 'al', channel: 'email', unit_cost: 1 })).rejects.toThrow(
      /did you mean all/,
    );
    expect(await campaignPlans(release)).toEqual(before);
  });
});
