import { expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { repurchaseOptions } from '../../src/models/repurchase/options.ts';
import { modelStep } from '../../src/pipeline/model-part.ts';
import { nobody } from '../../src/pipeline/people/file.ts';
import { repurchasePart } from '../../src/pipeline/repurchase-part.ts';
import { sql } from '../../src/sql/sql.ts';
import { open, table } from '../models/support.ts';
import { days, shop, windows } from '../models/repurchase/shop.ts';
import { inEnglish, type Remark } from '../../src/text/remark.ts';

/** Takes the step in a warehouse; the model of the night before is there or not. */
async function night(engine: Engine, stored: unknown = null) {
  const options = repurchaseOptions.parse({ features: ['hint'] });
  const step = modelStep(repurchasePart, [{ model: 'repurchase', options }]);
  const said = { remarks: [] as Remark[], warnings: [], audits: [], files: [] };
  await table(
    engine,
    'models.fitted',
    `select '' as model, '' as name, '' as run_id, '' as fitted, '' as upkeep limit 0`,
  );
  const former = {
    asOf: days[1],
    table: () => null,
    model: () => Promise.resolve(stored as { readonly asOf: string }),
    upkeep: () => Promise.resolve(null),
  };
  const frame = {
    runId: 'r',
    asOf: days[2],
    folder: '',
    previous: null,
    version: '',
    today: '2026-02-01',
    erasures: null,
    lanes: 1,
  };
  const { rows, outcome } = await step.run({ ...frame, engine, former, people: nobody, windows, ...said });
  const [kept] = await engine.rows(sql`select fitted from models.fitted`, { fitted: 'json' }, 1);
  return { rows, outcome, remarks: inEnglish(said.remarks), fitted: kept!.fitted as { used: { by: string } | null } };
}

async function shopOf(rates: readonly [number, number]): Promise<Engine> {
  const engine = await open();
  onTestFinished(() => engine.close());
  await shop(engine, rates);
  return engine;
}

it('a night on which one rate for everybody wins scores nobody, and says so with the figures', async () => {
  const { rows, outcome, remarks, fitted } = await night(await shopOf([20, 20]));
  expect([rows, fitted.used]).toEqual([0, null]);
  expect(outcome).toMatch(
    /^0 customers scored; measured on the days after 2026-04-01.*; nothing is foretold: neither the model nor recency alone/,
  );
  expect(remarks).toEqual(['repurchase: nothing is foretold: one rate for everybody does as well']);
});

it('a night goes on with what the night before used', async () => {
  const engine = await shopOf([85, 15]);
  const first = await night(engine);
  expect(first.fitted.used!.by).toBe('naive rule');
  const stored = { ...first.fitted, asOf: days[1], used: { ...first.fitted.used, by: 'model' } };
  expect((await night(engine, stored)).fitted.used!.by).toBe('model');
  // A model that knows later days is none to go on from.
  expect((await night(engine, { ...stored, asOf: '2026-12-31' })).fitted.used!.by).toBe('naive rule');
});

it('customers whose values the model cannot take have no probability, and are counted', async () => {
  const engine = await shopOf([85, 15]);
  const options = repurchaseOptions.parse({ features: ['log1p(hint)', 'log1p(recency_days)'] });
  const before = { former: null, stored: null, later: null, people: nobody, windows };
  const { fitted } = await repurchasePart.fit(engine, options, { asOf: days[2] }, before);
  expect(fitted.used!.by).toBe('model');
  expect(inEnglish(await repurchasePart.unscored!(engine, fitted, before))).toEqual([]);
  await table(
    engine,
    'features.customer',
    `select * replace (case when customer_id in ('c0', 'c3') then -5 else hint end as hint) from features.customer where recency_days <= 365`,
  );
  expect(inEnglish(await repurchasePart.unscored!(engine, fitted, before))).toEqual([
    'log1p(hint) needs values above -1; 2 customers have less; use signed_log(…); nothing is foretold of them',
  ]);
  await engine.create('scores.repurchase', await repurchasePart.score(fitted, before, engine));
  const lost = await engine.rows(
    sql`select customer_id from features.customer where customer_id not in (select customer_id from scores.repurchase) order by customer_id`,
    { customer_id: 'text' },
    5,
  );
  expect(lost.map(({ customer_id }) => customer_id)).toEqual(['c0', 'c3']);
});
