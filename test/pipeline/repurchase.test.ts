import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { uniformStream } from '../../src/math/random.ts';
import type { FittedRepurchase } from '../../src/models/repurchase/fitted.ts';
import { repurchaseScoreSql } from '../../src/models/repurchase/score.sql.ts';
import { warehouseOf } from '../../src/pipeline/releases.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { open } from '../models/support.ts';
import { raw, sql } from '../../src/sql/sql.ts';
import { openRelease, runIn } from '../support/running.ts';

const first = Date.UTC(2025, 0, 1);
const lastDay = 364;
const within = 60;
const dayOf = (n: number): string => new Date(first + n * 86_400_000).toISOString().slice(0, 10);

/**
 * A year of 500 buyers of two kinds, who buy every 20 or every 240 days or so until they stop, and 60 prospects; the tariff mostly tells the kind. On the last 60 days, the
 * window that is foretold, whoever buys has been asked for an opinion the day before: a feature that only knows the future. Purchases end two weeks before the last contact.
 */
function shop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-'));
  const random = uniformStream(5, 0);
  const write = (file: string, header: string, rows: readonly string[]): void => {
    writeFileSync(join(folder, file), `${header}\n${rows.join('\n')}\n`);
  };
  const people = Array.from({ length: 560 }, (_, i) => i);
  const isFrequent = (i: number): boolean => i % 2 === 0;
  const tariff = (i: number): string => (random() < 0.85 === isFrequent(i) ? 'gold' : 'basic');
  write(
    'customers.csv',
    'customer_id,tariff',
    people.map((i) => `c${i},${tariff(i)}`),
  );
  const purchases: string[] = [];
  const contacts: string[] = [];
  for (const i of people.slice(0, 500)) {
    const pause = isFrequent(i) ? 20 : 240;
    const end = random() < 0.1 ? 30 + (lastDay - 30) * random() : lastDay;
    for (let day = Math.floor(30 * random()); day <= end; day += 1 + Math.floor(-pause * Math.log(1 - random()))) {
      purchases.push(`o${purchases.length},1,c${i},${dayOf(day)},1,${isFrequent(i) ? 20 : 90}`);
      if (day - 1 > lastDay - within) contacts.push(`k${contacts.length},c${i},${dayOf(day - 1)},social,question`);
    }
  }
  purchases.push(`o${purchases.length},1,c1,${dayOf(lastDay)},1,90`);
  contacts.push(`k${contacts.length},c1,${dayOf(lastDay + 14)},email,question`);
  write('purchases.csv', 'order_id,line_number,customer_id,purchased_at,quantity,unit_price', purchases);
  write('interactions.csv', 'interaction_id,customer_id,occurred_at,channel,kind', contacts);
  return folder;
}

const yaml = `
name: shop
store: store
time_zone: Europe/Madrid
as_of: latest
active_days: 180
currency: EUR
sources:
  customers: { files: customers.csv, tables: { customers: { customer_id: customer_id, attributes: { tariff: tariff } } } }
  purchases: { files: purchases.csv, tables: { purchases: same } }
  interactions: { files: interactions.csv, tables: { interactions: same } }
steps:
  - kmeans: { features: [mean_order_value], k: 2 }
  - discriminant: { predictors: [attribute:tariff] }
  - tree: { features: [attribute:tariff], prospects: true }
  - repurchase: { within_days: ${within}, features: [log1p(recency_days), log1p(frequency), mean_order_value, contacts_social] }
outputs: { segments: true, parquet: false, report: false }
`;

describe('a night that foretells who buys again', () => {
  let run: Awaited<ReturnType<typeof runIn>>;
  beforeAll(async () => {
    const folder = shop();
    run = await runIn(folder, yaml, { past: () => [dayOf(lastDay - 100)] });
    return () => {
      rmSync(folder, { recursive: true });
    };
  });

  it('measures it on the last window, beats the naive rule, and leaves the future out', () => {
    expect(run.steps.find((step) => step.startsWith('repurchase: '))).toMatch(
      new RegExp(
        `customers scored; measured on the days after ${dayOf(lastDay - within)}, up to ${dayOf(lastDay)}, by what was known before.*; purchases are known up to ${dayOf(lastDay)}, and the days after it are foretold$`,
      ),
    );
    // Who asked for an opinion is known a day before a purchase, but not a window before: nothing can be learnt from it.
    expect(run.record.remarks.filter((remark) => remark.startsWith('repurchase: '))).toEqual([
      'repurchase: contacts_social is constant; the model does without it',
      'repurchase: purchases end a week or more before the as-of day; who buys again is measured up to their last day, and foretold of the days after it',
    ]);
  });

  it('keeps its figures in the record, beside a backfill, and no table of the night in the model', async () => {
    expect(run.record.models['repurchase']).toMatchObject({
      ...{ withinDays: within, used: 'model', reason: null },
      holdout: { since: dayOf(lastDay - within), until: dayOf(lastDay), unforetold: 0 },
    });
    expect(run.record.backfill!.days.map(({ asOf, fittedOn }) => [asOf, Object.keys(fittedOn)])).toEqual([
      [dayOf(lastDay - 100), ['kmeans']],
    ]);
    const [stored] = await (
      await openRelease(run)
    ).rows(sql`select fitted from models.fitted where model = 'repurchase'`, { fitted: 'text' }, 1);
    expect(stored!.fitted).not.toContain('window_');
  });

  it('foretells from the last day on which purchases are known, two weeks before', async () => {
    const engine = await open();
    onTestFinished(() => engine.close());
    await engine.attach(warehouseOf(run.release), 'night');
    await engine.create('warehouse.setting', sql`select 180 as active_days`);
    await engine.create(
      'features.customer',
      sql`select * replace (recency_days - 14 as recency_days) from night.features.customer`,
    );
    const [stored] = await engine.rows(
      sql`select fitted from night.models.fitted where model = 'repurchase'`,
      { fitted: 'json' },
      1,
    );
    await engine.create(
      'scores.repurchase',
      repurchaseScoreSql(stored!.fitted as FittedRepurchase, 'features.customer'),
    );
    const [found] = await engine.rows(
      sql`select count(*) as foretold, count(case when told.probability = own.probability then 1 end) as same
        from night.scores.repurchase as told left join scores.repurchase as own on own.customer_id = told.customer_id`,
      { foretold: 'integer', same: 'integer' },
      1,
    );
    expect(found!.foretold).toBeGreaterThan(200);
    expect(found!.same).toBe(found!.foretold);
  });

  it('gives probabilities to those who have not lapsed, in the mart and in the files', async () => {
    const engine = await openRelease(run);
    const [found] = await engine.rows(
      sql`select count(*) filter (where (recency_days is not null and recency_days <= 180) <> (repurchase_probability is not null)) as wrong,
          count(repurchase_probability) as foretold, max(abs(repurchase_probability + churn_probability - 1)) as off
        from marts.customer`,
      { wrong: 'integer', foretold: 'integer', off: 'number' },
      1,
    );
    expect(found!.wrong).toBe(0);
    expect(found!.off).toBeLessThan(1e-15);
    expect(found!.foretold).toBeGreaterThan(200);
    const csv = readFileSync(join(run.release, 'segments', 'all-customers.csv'), 'utf8').split('\r\n');
    expect(csv[0]!.split(',')).toContain('repurchase_probability');
  });

  it('explains the segments by rules', async () => {
    const engine = await openRelease(run);
    const rules = await engine.rows(
      sql`select class, words, leaf, condition, purity, customers from models.tree_rule where rank = 1 order by class`,
      { class: 'text', words: 'text', leaf: 'integer', condition: 'text', purity: 'number', customers: 'integer' },
      10,
    );
    expect(rules.map(({ class: segment, words }) => [segment, words])).toEqual([
      ['s1', expect.stringMatching(/^tariff (gold|basic)$/)],
      ['s2', expect.stringMatching(/^tariff (gold|basic)$/)],
    ]);
    for (const { purity, leaf, condition, customers } of rules) {
      expect(purity).toBeGreaterThan(0.75);
      const [found] = await engine.rows(
        sql`select count(case when ${raw(condition)} then 1 end) as selected, count(case when (${raw(condition)}) is distinct from (is_held and not is_prospect) then 1 end) as differ
          from features.customer full join (select customer_id, leaf = ${leaf} as is_held from scores.tree) as scored using (customer_id)`,
        { selected: 'integer', differ: 'integer' },
        1,
      );
      expect(found).toEqual({ selected: customers, differ: 0 });
    }
  });

  it('assigns prospects by the model that is right most often with customers it does not know', async () => {
    const engine = await openRelease(run);
    const assigned = await engine.rows(
      sql`select model, count(*) as prospects, count(distinct segment) as segments from scores.likely_segment group by model`,
      { model: 'text', prospects: 'integer', segments: 'integer' },
      10,
    );
    expect(assigned).toEqual([
      { model: expect.stringMatching(/discriminant|tree/) as string, prospects: 60, segments: 2 },
    ]);
    expect(run.record.remarks).toContainEqual(
      expect.stringMatching(
        /^prospects are assigned by the .+; of the 500 customers with a segment, each left out of the fit, so many are put into their own: .+ \d+\.\d%, .+ \d+\.\d%$/,
      ),
    );
    const csv = readFileSync(join(run.release, 'segments', 'prospects.csv'), 'utf8');
    expect(csv.match(/c5\d\d.*s[12]/g)).toHaveLength(60);
  });
});

it.each([
  ['repurchase: { features: [attribute:tariff] }', /must follow from purchases and contacts/],
  ['tree: { features: [recency_days] }', /must come with a step kmeans, which makes the classes that it tells apart/],
  ['repurchase: { within_days: 3 }', /within_days must be a whole number from 7 to 365, got 3/],
])('%s is refused before a run', (step, reason) => {
  const text = yaml.replace(/steps:[^]*?outputs/, `steps:\n  - ${step}\noutputs`);
  expect(() => readPipeline('shop.yaml', text)).toThrow(reason);
});
