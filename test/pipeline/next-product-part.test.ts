import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { nextProductOptions } from '../../src/models/next-product/options.ts';
import type { Former } from '../../src/pipeline/former.ts';
import { modelStep } from '../../src/pipeline/model-part.ts';
import { nextProductPart } from '../../src/pipeline/next-product-part.ts';
import { nobody } from '../../src/pipeline/people/file.ts';
import { sql } from '../../src/sql/sql.ts';
import { asOf, shop } from '../models/next-product/shop.ts';
import { open, table } from '../models/support.ts';
import { inEnglish, type Remark } from '../../src/text/remark.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

/** Takes the step in a shop; `taste` 0: nothing goes together. */
async function night(taste: number, { isStep = true, language = 'en', former = null as Former | null } = {}) {
  await shop(engine, 602, taste);
  await table(engine, 'warehouse.setting', `select '${language}' as language, 'EUR' as currency`);
  await table(engine, 'scores.segment', `select 'c0' as customer_id, 's1' as segment`);
  await table(
    engine,
    'models.fitted',
    `select '' as model, '' as name, '' as run_id, '' as fitted, '' as upkeep limit 0`,
  );
  const step = modelStep(
    nextProductPart,
    isStep ? [{ model: 'next_product', options: nextProductOptions.parse({}) }] : [],
  );
  const said = { remarks: [] as Remark[], warnings: [], audits: [], files: [] };
  const night = { asOf, version: '', today: '2026-02-01', erasures: null, lanes: 1 };
  const frame = { ...night, runId: 'r', folder: '', previous: null, windows: [], people: nobody };
  const { rows, outcome } = await step.run({ ...frame, engine, former, ...said });
  const [kept] = await engine.rows(sql`select fitted from models.fitted`, { fitted: 'json' }, 1);
  const fitted = kept?.fitted as
    { holdout?: { segmentsOf: string; segments: { segment: string | null }[] } } | undefined;
  const holdout = fitted?.holdout;
  return { rows, outcome, remarks: inEnglish(said.remarks), holdout };
}

const countOf = async (relation: string): Promise<number> =>
  (await engine.rows(sql`select count(*) as n from ${{ parts: [relation] }}`, { n: 'integer' }, 1))[0]!.n;

it('a night foretells five products a customer, with reasons in the language of the pipeline', async () => {
  const { rows, outcome, remarks } = await night(80, { language: 'he' });
  expect(outcome).toMatch(new RegExp(`^${rows} products foretold; measured on the days after 2025-10-02`));
  expect([rows! > 2500, rows! % 5, remarks]).toEqual([true, 0, []]);
  expect(await countOf('models.product_neighbour')).toBeGreaterThan(100);
  const words = await engine.rows(
    sql`select reason, percent, before, after from models.next_product_words where percent in (0, 41) order by reason, percent`,
    { reason: 'text', percent: 'integer', before: 'text', after: 'text' },
  );
  expect(words).toHaveLength(6);
  expect(words.find(({ reason, percent }) => reason === 'together' && percent === 41)).toMatchObject({
    before: expect.stringMatching(/^נרכש על ידי .*41%.* מאלה שרכשו $/) as string,
    after: '',
  });
  // Every reason has its words, once.
  expect(
    await countOf(`scores.next_product as offer left join models.next_product_words as words on words.reason = offer.reason
      and words.percent = cast(floor(100 * offer.share + 0.5) as integer) where words.reason is null`),
  ).toBe(0);
});

it('a night on which no rule beats the simple lists offers nobody anything, and says so', async () => {
  const { rows, outcome, remarks } = await night(0);
  expect([rows, await countOf('models.product_neighbour')]).toEqual([0, 0]);
  expect(outcome).toMatch(/^0 products foretold; measured on .*; nothing is foretold: no rule beats both/);
  expect(remarks).toEqual([
    'next_product: nothing is foretold: no rule beats both the best sellers and what customers bought most often by more than one standard error',
  ]);
});

it('a pipeline without the step has the tables, without rows', async () => {
  const { rows, outcome } = await night(80, { isStep: false });
  expect([rows, outcome]).toEqual([0, 'not part of the pipeline']);
  expect(await countOf('models.product_neighbour')).toBe(0);
});

it('customers are told apart by the segments of before the window where those are known, else by those of now', async () => {
  await table(
    engine,
    'former.membership',
    `select 'c1' as customer_id, 's7' as segment, date '2025-01-01' as entered_on, cast(null as date) as left_on
      union all select 'c2', 's8', date '2025-01-01', date '2025-10-02'
      union all select 'c4', 's9', date '2025-10-03', null`,
  );
  const former: Former = {
    asOf: '2025-12-30',
    table: (relation) => (relation === 'segments.membership' ? ['former', 'membership'] : null),
    model: () => Promise.resolve(null),
    upkeep: () => Promise.resolve(null),
  };
  const { holdout } = await night(80, { former });
  expect(holdout!.segmentsOf).toBe('then');
  expect(holdout!.segments.map(({ segment }) => segment)).toEqual(['s7', null]);
  const first = await night(80);
  expect(first.holdout!.segmentsOf).toBe('now');
  expect(first.holdout!.segments.map(({ segment }) => segment)).toEqual(['s1', null]);
});
