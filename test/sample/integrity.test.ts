import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalTables } from '../../src/sources/tables.ts';
import { sql, type Sql } from '../../src/sql/sql.ts';
import { committed, openSample, type OpenSample } from './open-sample.ts';

let sample: OpenSample;
beforeAll(async () => {
  sample = await openSample(committed, afterAll);
});

const count = async (query: Sql): Promise<number> =>
  (await sample.engine.rows(sql`select count(*) as n from (${query})`, { n: 'integer' }))[0]!.n;
const none = async (query: Sql): Promise<void> => {
  expect(await count(query)).toBe(0);
};

describe('the files', () => {
  it.each(['customers', 'products', 'purchases', 'interactions', 'campaigns'] as const)(
    '%s.csv has canonical headers',
    (table) => {
      const [header] = readFileSync(join(committed, `${table}.csv`), 'utf8').split('\n', 1);
      const known: Record<string, { required?: boolean }> = canonicalTables[table].columns;
      const columns = header!.split(',');
      expect(columns.filter((column) => !(column in known))).toEqual([]);
      expect(columns).toEqual(expect.arrayContaining(Object.keys(known).filter((column) => known[column]!.required)));
    },
  );

  it('have unique keys', async () => {
    await none(sql`select customer_id from customers group by customer_id having count(*) > 1`);
    await none(sql`select product_id from products group by product_id having count(*) > 1`);
    await none(sql`select order_id from purchases group by order_id, line_number having count(*) > 1`);
    await none(sql`select interaction_id from interactions group by interaction_id having count(*) > 1`);
    await none(sql`select campaign_id from campaigns group by campaign_id having count(*) > 1`);
  });

  it('refer to what is there', async () => {
    await none(sql`select * from purchases anti join customers on purchases.customer_id = customers.customer_id`);
    await none(sql`select * from purchases anti join products on purchases.product_id = products.product_id`);
    await none(sql`select * from interactions anti join customers on interactions.customer_id = customers.customer_id`);
    await none(sql`select * from interactions anti join campaigns on interactions.campaign_id = campaigns.campaign_id
                   where interactions.campaign_id is not null`);
    await none(sql`select * from customers anti join campaigns on acquisition_campaign = campaign_id
                   where acquisition_campaign is not null`);
    await none(
      sql`select * from truth_customers anti join customers on truth_customers.customer_id = customers.customer_id`,
    );
  });

  it('stay within the three years', async () => {
    await none(
      sql`select * from purchases where purchased_at < timestamp '2023-01-02' or purchased_at >= timestamp '2026-01-01'`,
    );
    await none(
      sql`select * from interactions where occurred_at < timestamp '2023-01-02' or occurred_at >= timestamp '2026-01-01'`,
    );
    await none(sql`select * from campaigns where started_on > ended_on or started_on < date '2023-01-02'`);
  });
});

describe('the people', () => {
  it('are customers and about 15 % prospects, who never buy', async () => {
    const prospects = await count(sql`select * from truth_customers where is_prospect`);
    expect(prospects).toBeGreaterThan(250);
    expect(prospects).toBeLessThan(350);
    await none(sql`select * from purchases semi join (select * from truth_customers where is_prospect) as prospect
                   on purchases.customer_id = prospect.customer_id`);
    expect(await count(sql`select distinct customer_id from purchases`)).toBe(2_000 - prospects);
  });

  it('became known with their first order, and nothing happened before', async () => {
    await none(sql`select customers.customer_id from customers join purchases on customers.customer_id = purchases.customer_id
                   group by customers.customer_id, acquired_on having min(purchased_at)::date <> acquired_on`);
    await none(sql`select * from customers join interactions on customers.customer_id = interactions.customer_id
                   where occurred_at::date < acquired_on`);
  });

  it('speak four languages, and keep their leading zeros', async () => {
    expect(await count(sql`select distinct language from customers where language in ('eu', 'es', 'en', 'he')`)).toBe(
      4,
    );
    expect(await count(sql`select * from customers where regexp_matches(name, '[א-ת]')`)).toBeGreaterThan(50);
    await none(sql`select * from customers where not regexp_full_match(customer_id, '0[0-9]{6}')`);
    expect(await count(sql`select * from customers where postal_code like '0%'`)).toBeGreaterThan(200);
    await none(sql`select * from products where not regexp_full_match(product_id, '0[0-9]{3}')`);
  });

  it('cannot be reached: example domains and numbers that ring nowhere', async () => {
    await none(sql`select * from customers where email is not null
                   and not regexp_full_match(email, '[a-z]+([.][a-z]+)?[.][0-9]+@(example[.](com|org|net)|[a-z]+[.]example)')`);
    await none(sql`select * from customers where phone is not null and not regexp_matches(phone,
                   '^([+]34 000 |[+]33 6 39 98 |[+]44 7700 900|[+]972 00-)')`);
    await none(sql`select email from customers where email is not null group by email having count(*) > 1`);
  });

  it('have hostile names among them', async () => {
    for (const name of [
      `=cmd|' /C calc'!A0`,
      '<script>alert(1)</script>',
      `Maite "Txiki" O'Brien, Jr.`,
      '007',
      'NULL',
    ]) {
      expect(await count(sql`select * from customers where name = ${name}`), name).toBe(1);
    }
  });

  it('are only spoken to where they agreed', async () => {
    await none(sql`select * from interactions join customers on interactions.customer_id = customers.customer_id
                   where direction = 'outbound' and not case channel when 'email' then email_opt_in
                     when 'post' then post_opt_in when 'telemarketing' then phone_opt_in end`);
  });
});

describe('the money', () => {
  it('adds up: a line that came back takes the price and the discount of the line that was sold', async () => {
    await none(sql`select * from purchases as back
                   anti join purchases as sold on sold.order_id || '-R' = back.order_id and sold.product_id = back.product_id
                     and sold.quantity = -back.quantity and sold.unit_price = back.unit_price
                     and sold.discount = -back.discount and sold.tax = -back.tax and sold.purchased_at < back.purchased_at
                   where back.quantity < 0`);
    expect(await count(sql`select * from purchases where quantity < 0`)).toBeGreaterThan(1_000);
  });

  it('has prices above zero, in whole cents, discounts within them, and margins', async () => {
    await none(
      sql`select * from purchases where unit_price <= 0 or quantity = 0 or unit_price * 100 <> floor(unit_price * 100)`,
    );
    await none(sql`select * from purchases where discount / quantity < 0 or discount / quantity >= unit_price`);
    await none(sql`select * from products where unit_cost <= 0 or unit_cost >= list_price`);
  });

  it('keeps prices near the list price', async () => {
    const far = await count(sql`select * from purchases join products on purchases.product_id = products.product_id
                                where abs(ln(unit_price / list_price)) > 0.25`);
    expect(far).toBeLessThan(0.02 * 20_000);
  });

  it('is what the README says', async () => {
    const [totals] = await sample.engine.rows(
      sql`select count(distinct case when quantity > 0 then order_id end) as orders, count(*) as lines,
            sum(quantity * unit_price - discount)::decimal(18, 2) as net from purchases`,
      { orders: 'integer', lines: 'integer', net: 'number' },
    );
    const page = readFileSync(join(committed, 'README.md'), 'utf8');
    expect(page).toContain(`α = ${sample.truth.bg_nbd.alpha}`);
    for (const total of [totals!.orders, totals!.lines, totals!.net])
      expect(page).toContain(total.toLocaleString('en'));
  });
});
