import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { tellNextProduct } from '../../../src/models/next-product/describe.ts';
import { neighbourSql } from '../../../src/models/next-product/pair.sql.ts';
import { nextProductSql } from '../../../src/models/next-product/score.sql.ts';
import { raw } from '../../../src/sql/sql.ts';
import { counting, open, table, workingTables } from '../support.ts';
import { asOf, fitShop, shop } from './shop.ts';

let engine: Engine;
beforeEach(async () => {
  engine = await open();
});
afterEach(() => engine.close());

const add = (lines: string): Promise<unknown> =>
  engine.append(
    'warehouse.order_line',
    raw(`select customer_id, product_id, cast(day as date) as purchased_on, cast(quantity as decimal(18, 4)) as quantity,
      quantity < 0 as is_return from (values ${lines}) as line (customer_id, product_id, day, quantity)`),
  );

const count = async (query: string): Promise<number> =>
  (await engine.rows(raw(`select count(*) as n from ${query}`), { n: 'integer' }, 1))[0]!.n;

/** Fits, and makes the tables of the step. */
async function score(options: object = {}) {
  const fitted = await fitShop(engine, options);
  await engine.create('scores.next_product', nextProductSql(fitted));
  await engine.create('models.product_neighbour', neighbourSql);
  return fitted;
}

describe('a shop of tastes', () => {
  it('is foretold by what goes together, and better than by simple lists', async () => {
    await shop(engine, 600, 80);
    const fitted = await score();
    expect(fitted.used).not.toBeNull();
    expect(tellNextProduct(fitted)).toMatch(
      /^measured on the days after 2025-10-02, up to 2025-12-31: of \d+ customers who bought again, one of five products foretold was bought by .*% by share, .*% by best sellers, .*% by own purchases$/,
    );
    const [share] = fitted.holdout!.ways;
    expect(share!.hit5.mean).toBeGreaterThan(fitted.holdout!.ways[3]!.hit5.mean + 2 * share!.hit5.error);
    // Three segments and five ways: nobody is nowhere.
    expect(fitted.holdout!.segments.map(({ segment, ways }) => [segment, ways.length])).toEqual([['0', 5], ['1', 5], ['2', 5]]); // prettier-ignore
    expect(fitted.holdout!.segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(fitted.holdout!.customers);
  });

  it('offers everybody who kept something five products, with reasons that can be counted', async () => {
    await shop(engine, 600, 80);
    await score();
    expect(await count('scores.next_product')).toBe(
      5 * (await count('(select distinct customer_id from scores.next_product)')),
    );
    // The share of a reason is that of two counts of customers, taken anew from the lines.
    const odd = await count(`(select offer.share, count(distinct case when other.customer_id is not null then basis.customer_id end) as common,
          count(distinct basis.customer_id) as buyers
        from (select distinct product_id, basis_product_id, share from scores.next_product where reason = 'together') as offer
        join kept as basis on basis.product_id = offer.basis_product_id
        left join kept as other on other.customer_id = basis.customer_id and other.product_id = offer.product_id
        group by offer.product_id, offer.basis_product_id, offer.share
        having abs(share - common / buyers) > 0.000001)`.replaceAll('kept', `(select customer_id, product_id from warehouse.order_line group by all having min(quantity) > 0)`)); // prettier-ignore
    expect(odd).toBe(0);
    expect(await count(`scores.next_product where reason = 'together'`)).toBeGreaterThan(1000);
  });

  it('does not offer what came back, what one has that is bought once, or what is sold no more', async () => {
    await shop(engine, 600, 80);
    // Nobody buys a product twice, and nobody bought p0 lately; p1 came back from c0.
    await table(
      engine,
      'warehouse.order_line',
      `select * replace (case when product_id = 'p0' then date '2025-03-01' else purchased_on end as purchased_on) from warehouse.order_line
        qualify row_number() over (partition by customer_id, product_id order by purchased_on, quantity) = 1`,
    );
    await add(`('c0', 'p1', '2025-12-01', 1), ('c0', 'p1', '2025-12-20', -1)`);
    const had = `(select customer_id, product_id, min(quantity) < 0 as is_returned from warehouse.order_line group by all) as had`;
    const offeredThatOneHad = `scores.next_product join ${had} using (customer_id, product_id)`;
    await score();
    expect(await count(`scores.next_product where product_id = 'p0'`)).toBe(0);
    expect(await count(offeredThatOneHad)).toBe(0);
    // Where products are bought again, those that one has are offered, but none that came back.
    await shop(engine, 600, 80);
    await score({ again_share: 0 });
    expect(await count(`scores.next_product where reason = 'again'`)).toBeGreaterThan(0);
    expect(await count(offeredThatOneHad)).toBeGreaterThan(0);
    expect(await count(`${offeredThatOneHad} where is_returned`)).toBe(0);
    expect(await count(`models.product_neighbour where product_id = neighbour_id and common > buyers`)).toBe(0);
  });

  it('offers nothing in a segment where nothing goes together', async () => {
    await shop(engine, 600, 90, 'i', 2);
    const fitted = await score();
    expect(fitted.leftOut).toEqual(['2']);
    const offered = `(select distinct cast(substr(customer_id, 2) as integer) % 3 as segment from scores.next_product) as offered`;
    expect(await count(`${offered} where segment = 2`)).toBe(0);
    expect(await count(offered)).toBe(2);
    expect(tellNextProduct(fitted)).toContain('nothing is offered in 2, where the rule finds no more');
  });

  it('knows nothing later than a holdout when it foretells it', async () => {
    await shop(engine, 600, 80);
    const before = await fitShop(engine);
    // What is bought in the window by people who were not known changes nothing that was measured.
    await add(`('x1', 'p3', '2025-12-30', 1), ('x1', 'p29', '2025-12-30', 1), ('x2', 'p29', '2025-11-30', 1), (null, 'p29', '2025-12-30', 1)`); // prettier-ignore
    expect((await fitShop(engine)).holdout).toEqual(before.holdout);
  });

  it('takes no more rows from the engine with ten times the customers, and leaves nothing behind that scores do not need', async () => {
    const fetched = [];
    for (const customers of [300, 3_000]) {
      await shop(engine, customers, 80);
      const counted = counting(engine);
      const fitted = await fitShop(counted.engine);
      expect(fitted.used).not.toBeNull();
      fetched.push(counted.fetched.total);
    }
    expect(fetched[1]).toBe(fetched[0]);
    expect((await workingTables(engine)).sort()).toEqual(
      ['bought', 'customer', 'neighbour', 'popular', 'product'].map((name) => `working.main.next_${name}`),
    );
  });

  it('goes on with the rule of the night before where that answered the same question', async () => {
    await shop(engine, 600, 80);
    const first = await fitShop(engine);
    const other = first.used === 'cosine' ? 'share' : 'cosine';
    const close = { ...first, used: other } as const;
    expect([other, first.used]).toContain((await fitShop(engine, {}, { former: close })).used);
    expect((await fitShop(engine, {}, { former: { ...close, options: { ...close.options, within_days: 30 } } })).used).toBe(first.used); // prettier-ignore
  });
});

describe('nothing is foretold', () => {
  const nothing = async (told: RegExp, options: object = {}): Promise<void> => {
    const fitted = await fitShop(engine, options);
    expect(fitted.used).toBeNull();
    expect(tellNextProduct(fitted)).toMatch(told);
    await engine.create('scores.next_product', nextProductSql(fitted));
    expect(await count('scores.next_product')).toBe(0);
    expect(await workingTables(engine)).toEqual([]);
  };

  it('where everybody buys the same goods: no rule beats the best sellers', async () => {
    await shop(engine, 602, 0);
    await nothing(
      /^measured on .*; nothing is foretold: no rule beats both the best sellers and what customers bought most often/,
    );
  });

  it('where goods are bought once and have nothing to do with each other: to leave out what one has is no foresight', async () => {
    await shop(engine, 600, 0);
    await table(
      engine,
      'warehouse.order_line',
      `select 'c' || (i % 800) as customer_id, 'p' || cast(floor(30 * pow(hash(i * 37 + 3) % 9973 / 9973.0, 3)) as integer) as product_id,
        date '2025-12-31' - cast(hash(i * 37 + 7) % 365 as integer) as purchased_on, cast(1 as decimal(18, 4)) as quantity, false as is_return
      from range(6400) as t (i) qualify row_number() over (partition by customer_id, product_id order by purchased_on, i) = 1`,
    );
    await nothing(/nothing is foretold: no rule beats both the best sellers and/);
  });

  it('where few bought again', async () => {
    await shop(engine, 40, 80);
    await nothing(
      /^nothing is foretold: \d+ customers who had bought before bought again in the last days, and it takes 50/,
    );
  });

  it('where there is one product', async () => {
    await shop(engine, 600, 80);
    await table(engine, 'warehouse.order_line', `select * replace ('p1' as product_id) from warehouse.order_line`);
    await nothing(/^nothing is foretold: 1 products? (was|were) on sale, and it takes 20/);
  });

  it('where nobody bought anything, or only strangers did', async () => {
    await shop(engine, 600, 80);
    await table(
      engine,
      'warehouse.order_line',
      `select * replace (cast(null as varchar) as customer_id) from warehouse.order_line`,
    );
    await nothing(/^nothing is foretold: no customer has bought a product that is known$/);
  });

  it('where the options are odd', async () => {
    await shop(engine, 600, 80);
    await nothing(/it takes 20 to choose from$/, { on_sale_days: 1 });
  });
});

it('is plain data that can be written down', async () => {
  await shop(engine, 300, 80);
  const fitted = await fitShop(engine);
  expect([fitted.model, fitted.asOf]).toEqual(['next_product', asOf]);
  expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
});
