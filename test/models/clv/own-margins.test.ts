import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ownMarginsSql } from '../../../src/models/clv/orders.sql.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { open } from '../support.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

it('draws own margins to that of all; who sent everything back, or more, counts with what that cost', async () => {
  await engine.create(
    'warehouse.customer_order',
    raw(`select customer_id, cast(net as decimal(18, 4)) as net_amount, cast(cost as decimal(18, 4)) as cost,
        cast(0 as decimal(18, 4)) as shipping, cast(fulfilment as decimal(18, 4)) as fulfilment, unknown as lines_without_cost
      from (values ('big', 300, 120, 0, 0), ('cent', 0.01, 0, 20, 0), ('even', 100, 40, 10, 0), ('even', -100, -40, 10, 0),
        ('minus', -50, -20, 10, 0), ('small', 99.99, 90, 0, 0), ('untold', 70, null, 0, 1), (null, 999, 0, 0, 0)
      ) as orders (customer_id, net, cost, fulfilment, unknown)`),
  );
  const rows = await engine.rows(
    sql`select customer_id, margin from (${ownMarginsSql(0.5)}) as own order by customer_id`,
    {
      customer_id: 'text',
      margin: 'number',
    },
  );
  const usual = 400 / 3; // of big, cent and small
  const drawn = (margin: number, net: number): number => (margin + usual / 2) / (net + usual);
  const expected = {
    big: [180, 300],
    cent: [-19.99, 0.01],
    even: [-20, 0],
    minus: [-40, 0],
    small: [9.99, 99.99],
  } as const;
  expect(rows.map((row) => row.customer_id)).toEqual(Object.keys(expected));
  const margins = Object.values(expected).map(([margin, net]) => drawn(margin, net));
  rows.forEach((row, i) => {
    expect(row.margin, row.customer_id).toBeCloseTo(margins[i]!, 12);
  });
});
