import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { sql } from '../../../src/sql/sql.ts';
import { open } from '../support.ts';
import { judgeList, reference } from './reference.ts';
import { fitShop, shop } from './shop.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
  await shop(engine, 120, 70);
});
afterAll(() => engine.close());

describe('what is measured', () => {
  it('are the figures of plain loops over customers and products', async () => {
    const lines = await engine.rows(
      sql`select customer_id as customer, product_id as product, date_diff('day', date '2024-01-01', purchased_on) as day,
          cast(quantity as integer) as quantity from warehouse.order_line`,
      { customer: 'text', product: 'text', day: 'integer', quantity: 'integer' },
    );
    const expected = reference(lines, (product) => String(Number(product.slice(1)) % 2), 0.3);
    // Both kinds of products are there, or half of the rules is not tried.
    expect(expected.rebought).toBeGreaterThan(3);
    expect(expected.rebought).toBeLessThan(27);
    const { holdout } = await fitShop(engine, { again_share: 0.3 });
    expect(holdout).toMatchObject({ customers: expected.customers, products: expected.products });
    const seen = holdout!.ways.map(({ way, hit5, hit10, map5, map10, coverage5, coverage10 }) => ({
      ...{ way, hit5: hit5.mean, hit10: hit10.mean, map5: map5.mean, map10: map10.mean, coverage5, coverage10 },
    }));
    expect(seen.map(({ way }) => way)).toEqual(expected.judged.map(({ way }) => way));
    for (const [i, { way, ...figures }] of expected.judged.entries())
      for (const [figure, value] of Object.entries(figures))
        expect([way, figure, seen[i]![figure as 'hit5']]).toEqual([way, figure, expect.closeTo(value, 6)]);
  });

  it('is average precision as it is defined: hits at the first and the third of five places, three wanted', () => {
    const { hit, precision } = judgeList(['a', 'x', 'b', 'y', 'z'], new Set(['a', 'b', 'c']), 5);
    expect([hit, precision]).toEqual([1, expect.closeTo((1 + 2 / 3) / 3, 12)]);
  });
});
