import { beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { raw } from '../../src/sql/sql.ts';
import { buildLayer } from '../support/build.ts';
import { company } from '../support/company.ts';
import { allRelations } from '../support/contracts.ts';
import { createInputs } from '../support/given.ts';

const margin = 'net_revenue, shipping_charged, cost_of_goods, gross_margin, revenue_without_cost, lines_without_cost';
const profit = `${margin}, fulfilment, cost_to_serve, profit`;

describe('the profit of a company checked by hand', () => {
  let engine: Engine;

  const numbers = async (columns: string, from: string): Promise<unknown> => {
    const names = columns.split(', ');
    const shape = Object.fromEntries(names.map((column) => [column, 'number' as const]));
    const [row] = await engine.rows(
      raw(`select ${names.map((c) => `sum(${c}) as ${c}`).join(', ')} from ${from}`),
      shape,
    );
    return row;
  };

  beforeAll(async () => {
    engine = await openDuckdb({ threads: 2 });
    await createInputs(engine, company);
    await buildLayer(engine, ...allRelations());
    return () => engine.close();
  });

  const total = {
    net_revenue: 125.5,
    shipping_charged: 3,
    cost_of_goods: 14,
    gross_margin: 114.5,
    revenue_without_cost: 92.5,
    lines_without_cost: 2,
    fulfilment: 22,
    cost_to_serve: 6,
    profit: 86.5,
  };

  it('is right in all', async () => {
    expect(await numbers(profit, 'marts.total')).toEqual(total);
    expect(await numbers('revenue, returns, discounts', 'marts.total')).toEqual({
      revenue: 147.5,
      returns: 20,
      discounts: 2,
    });
    expect(await numbers('customers, buyers, prospects, orders, lines, anonymous_lines', 'marts.total')).toEqual({
      customers: 4,
      buyers: 3,
      prospects: 1,
      orders: 5,
      lines: 7,
      anonymous_lines: 1,
    });
  });

  it.each([
    ['ane', 48, 31, 23.5],
    ['ben', -15, -9, -19.5],
    ['noa', 0, 0, -3],
    ['unlisted', 80, 80, 76.5],
    ['', 12.5, 12.5, 9],
  ])('is right for the customer %j', async (customer, net_revenue, gross_margin, profit) => {
    expect(
      await numbers('net_revenue, gross_margin, profit', `marts.customer_profit where customer_id = '${customer}'`),
    ).toEqual({ net_revenue, gross_margin, profit });
  });

  it.each(['customer_profit', 'segment_profit', 'rfm_segment_profit', 'region_profit', 'source_profit'])(
    'adds up in marts.%s',
    async (mart) => {
      expect(await numbers(profit, `marts.${mart}`)).toEqual(total);
    },
  );

  it.each(['category_profit', 'product_profit', 'channel_profit', 'sales_rep_profit', 'month_profit'])(
    'adds up in marts.%s, with what is not attributed',
    async (mart) => {
      const { profit: left, ...lines } = total;
      expect(await numbers(Object.keys(lines).join(', '), `marts.${mart}`)).toEqual(lines);
      expect(
        await numbers('profit', `(select coalesce(profit, contribution_margin) as profit from marts.${mart})`),
      ).toEqual({
        profit: left,
      });
    },
  );

  it('is held against the warehouse by every split of customers and sales, even one without rows', async () => {
    const splitsOf = async (from: string): Promise<string[]> => {
      const rows = await engine.rows(raw(`select distinct split from (${from}) as splits order by split`), {
        split: 'text',
      });
      return rows.map(({ split }) => split);
    };
    const { text } = allRelations().find(({ id }) => id === 'marts.reconciliation')!;
    const withoutRows = text.replaceAll(/from (marts\.\w+)/g, 'from (select * from $1 limit 0)');
    const dimensions = ['group_profit', 'sales_profit'].map((mart) => `select dimension as split from marts.${mart}`);
    expect(await splitsOf(withoutRows)).toEqual(await splitsOf(dimensions.join(' union all ')));
  });

  it('leaves to products what their lines bring and cost, and the contacts to the customers', async () => {
    const products = await engine.rows(
      raw(`select member, is_attributed, gross_margin, fulfilment, contribution_margin, cost_to_serve, profit
        from marts.product_profit order by is_attributed, member`),
      {
        ...{ member: 'text', is_attributed: 'boolean', gross_margin: 'number', fulfilment: 'number' },
        ...{ contribution_margin: 'number', cost_to_serve: 'number?', profit: 'number?' },
      },
    );
    expect(products.map((row) => Object.values(row))).toEqual([
      ['', false, 0, 0, 0, 6, -6],
      ['cup', true, 9, 5.5, 3.5, null, null],
      ['pot', true, 12.5, 3.5, 9, null, null],
      ['rug', true, 80, 3.5, 76.5, null, null],
      ['tea', true, 13, 9.5, 3.5, null, null],
    ]);
  });

  it('knows everyone, and nobody of a later day', async () => {
    const people = await engine.rows(raw('select customer_id from marts.customer order by customer_id'), {
      customer_id: 'text',
    });
    expect(people.map(({ customer_id }) => customer_id)).toEqual(['ane', 'ben', 'noa', 'unlisted']);
  });
});
