import { expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { tablesIn } from '../../src/engine/tables.ts';
import type { FittedClv } from '../../src/models/clv/fitted.ts';
import { clvStepOptions } from '../../src/models/clv/step-options.ts';
import type { UnfittedClv } from '../../src/models/clv/value-orders.ts';
import { clvPart } from '../../src/pipeline/clv-part.ts';
import { modelStep } from '../../src/pipeline/model-part.ts';
import type { Stored } from '../../src/pipeline/former.ts';
import { nobody } from '../../src/pipeline/people/file.ts';
import { sql } from '../../src/sql/sql.ts';
import { open, table, workingTables } from '../models/support.ts';
import { inEnglish, type Remark } from '../../src/text/remark.ts';

const asOf = '2026-06-30';

type Valued = (FittedClv | UnfittedClv) & Stored;

/** Customers who buy again at rates of their own for a while, 600 days at most; of `cost` every euro of goods costs so much, of some orders. */
const orders = (cost: string, most = 9, customers = 700): string => `
  select 'c' || i as customer_id, 'o' || i || '-' || n as order_id, purchased_on, amount as sold_amount, 0::decimal(18,4) as sold_discount,
    amount as net_amount, 1::decimal(18,4) as shipping, cast(${cost} as decimal(18,4)) as cost, 2::decimal(18,4) as fulfilment,
    case when (${cost}) is null then 1 else 0 end as lines_without_cost, true as is_purchase
  from (
    select i, n, cast(20 + hash(i * 7) % 80 + hash(i * 13 + n) % 10 as decimal(18,4)) as amount,
      date '2024-11-01' + cast(hash(i) % 200 + n * (5 + hash(i * 3) % 60) as integer) as purchased_on
    from range(${customers}) as customers (i), range(10) as numbers (n)
    where n <= hash(i * 11) % ${most + 1}
  ) as made`;

/** Takes the step in a warehouse of these orders, after a night with a model. */
async function night(select: string, written: object = {}, stored: Valued | null = null) {
  const engine: Engine = await open();
  onTestFinished(() => engine.close());
  await table(engine, 'warehouse.customer_order', select);
  await table(
    engine,
    'features.customer_rfm',
    `select 1 as frequency, 1 as recency_days, 1 as tenure_days, 1 as monetary`,
  );
  await table(
    engine,
    'models.fitted',
    `select '' as model, '' as name, '' as run_id, '' as fitted, '' as upkeep limit 0`,
  );
  const options = clvStepOptions.parse({ bootstrap: 0, ...written });
  const step = modelStep(clvPart, [{ model: 'clv', options }]);
  const said = { remarks: [] as Remark[], warnings: [], audits: [], files: [] };
  const frame = {
    runId: 'r',
    asOf,
    folder: '',
    previous: null,
    version: '',
    today: '2026-07-01',
    erasures: null,
    lanes: 1,
    former: stored && {
      ...{ asOf, table: () => null, model: () => Promise.resolve(stored) },
      upkeep: () => Promise.resolve({ on: '2026-07-01', asOf, isReused: false, why: [] }),
    },
    people: nobody,
    windows: [],
  };
  const { rows, outcome } = await step.run({ engine, ...frame, ...said });
  const [kept] = await engine.rows(sql`select fitted from models.fitted`, { fitted: 'json' }, 1);
  return { engine, rows, outcome, remarks: inEnglish(said.remarks), fitted: kept!.fitted as Valued };
}

it('values everybody who has bought, each in a margin of their own by the costs that are known, and leaves no working table', async () => {
  const { engine, rows, outcome, remarks, fitted } = await night(
    orders('case when n = 1 or i = 5 then null when i % 2 = 0 then amount / 10 else amount * 1.2 end'),
  );
  expect(rows).toBe(700);
  expect(outcome).toMatch(
    /^700 customers scored; MBG\/NBD in weeks: r [\d.]+, .*; measured after .*; grade [ABC]: of the/,
  );
  const { totals, options } = fitted as FittedClv;
  const shape = { margin: 'number', value: 'number', is_margin: 'boolean', horizon_days: 'integer' } as const;
  const [told] = await engine.rows(
    sql`select (select sum(net_amount + shipping - cost - fulfilment) / sum(net_amount) from warehouse.customer_order where cost is not null) as margin,
        (select sum(lifetime_value) from scores.clv) as value, is_margin, horizon_days from models.clv`,
    shape,
    1,
  );
  expect(options.margin).toBeCloseTo(told!.margin, 12);
  expect(told!.value).toBeCloseTo(totals.value.value, 1);
  expect([told!.is_margin, told!.horizon_days]).toEqual([true, 365]);
  const [known] = await engine.rows(
    sql`select (select sum(case when cost is null then 0 else net_amount end) / sum(net_amount) from warehouse.customer_order) as known,
        (select count(*) from scores.clv where customer_id = 'c5' and margin = ${options.margin!}) as unknown,
        (select max(abs(score.margin - (own.margin + usual * ${options.margin!}) / (own.net + usual))) from scores.clv as score join (
          select customer_id, sum(net_amount + shipping - cost - fulfilment)::double as margin, sum(net_amount)::double as net, avg(sum(net_amount)::double) over () as usual
          from warehouse.customer_order where cost is not null group by customer_id) as own on own.customer_id = score.customer_id) as off,
        (select min(margin) from scores.clv) as least, (select max(margin) from scores.clv) as most,
        (select max(abs(lifetime_value - discounted_if_alive * p_alive * expected_spend * margin)) from scores.clv) as money_off`,
    { known: 'number', unknown: 'integer', off: 'number', least: 'number', most: 'number', money_off: 'number' },
    1,
  );
  expect((fitted as FittedClv).costs!.known).toBeCloseTo(known!.known, 12);
  expect(known!.unknown).toBe(1);
  expect(known!.off).toBeLessThan(1e-12);
  expect([known!.least < 0.2, known!.most > 0.6]).toEqual([true, true]);
  expect(known!.money_off).toBeLessThan(5.1e-5);
  expect(remarks.filter((remark) => /margin|spend/.test(remark))).toEqual([]);
  expect(await workingTables(engine)).toEqual([]);
  expect((await tablesIn(engine)).has('models.working_clv_purchase')).toBe(false);
});

it('values spend where no cost of goods is known, or none is left of it, and says so', async () => {
  const { engine, remarks } = await night(orders('null'));
  expect(remarks).toContain('clv: no cost of goods is known, so value is in spend, not in margin');
  expect(
    await engine.rows(sql`select margin, is_margin from models.clv`, { margin: 'number', is_margin: 'boolean' }, 1),
  ).toEqual([{ margin: 1, is_margin: false }]);
  const lossy = await night(orders('amount * 2'));
  expect(lossy.outcome).toContain('purchases must leave a margin; goods and fulfilment cost all that is paid for them');
});

it('takes a margin that the pipeline says for everybody, whatever the costs are', async () => {
  const { engine, fitted } = await night(orders('amount / 2'), { margin: '30%', holdout: 'none' });
  expect((fitted as FittedClv).costs).toBeNull();
  const margins = sql`select distinct margin from scores.clv`;
  expect(await engine.rows(margins, { margin: 'number' }, 2)).toEqual([{ margin: 0.3 }]);
});

it('values nobody where nobody bought again, and the night goes on', async () => {
  const { engine, rows, outcome, remarks, fitted } = await night(orders('null', 0));
  const reason = 'clv: customers must have bought more than once; of 700 customers none has. Take a longer history';
  expect([rows, outcome]).toEqual([0, `0 customers scored; nobody is valued: ${reason}`]);
  expect(remarks).toEqual([
    'clv: nobody is valued: of 700 customers, none has bought a second time; it takes a longer history',
  ]);
  expect(fitted as UnfittedClv).toMatchObject({ reason, why: { code: 'nobodyAgain', customers: 700 } });
  expect(await engine.rows(sql`select count(*) as n from models.clv`, { n: 'integer' }, 1)).toEqual([{ n: 0 }]);
});

it('values nobody where the holdout that was asked for leaves nothing to learn from, and the night goes on', async () => {
  const { rows, outcome } = await night(orders('null'), { holdout: '2024-11-03' });
  expect(rows).toBe(0);
  expect(outcome).toMatch(/nobody is valued: clv: the holdout must begin at least 14 days after the first purchase/);
});

const rarely = { refit: { every_days: 400 }, holdout: 'none' };

it('values by a stored model with the remarks of the night, and says what is new', async () => {
  const before = await night(orders('amount / 2', 9, 400), rarely);
  expect(before.remarks).toContainEqual(expect.stringContaining('clv: too few customers (400)'));
  const { outcome, remarks, fitted } = await night(orders('null'), rarely, before.fitted);
  expect(outcome).toMatch(/^700 customers scored; model of 2026-06-30 reused: it is 0 days old; /);
  expect(remarks).toContain('clv: no cost of goods is known, so value is in spend, not in margin');
  expect(remarks.join()).not.toContain('too few customers');
  expect(fitted.basis).toEqual(before.fitted.basis);
});

it('does not go on with a model that can value nobody tonight, and is fitted anew when there is more to learn from', async () => {
  const before = await night(orders('null'), rarely);
  const short = `select * from (${orders('null')}) where purchased_on >= (select max(purchased_on) - 3 from (${orders('null')}))`;
  const { rows, outcome, remarks, fitted } = await night(short, rarely, before.fitted);
  expect([rows, outcome]).toEqual([0, expect.stringMatching(/^0 customers scored; nobody is valued: /)]);
  expect(remarks).toEqual([expect.stringMatching(/^clv: nobody is valued: /)]);
  expect(fitted.basis).toMatchObject({ asOf, reference: [] });
  const after = await night(orders('null'), rarely, fitted);
  expect(after.outcome).toMatch(/^700 customers scored; fitted anew: it could not be fitted before; /);
});
