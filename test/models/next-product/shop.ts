import type { Engine } from '../../../src/engine/engine.ts';
import { fitNextProduct, type NextProductInput } from '../../../src/models/next-product/fit.ts';
import { nextProductOptions } from '../../../src/models/next-product/options.ts';
import { sql } from '../../../src/sql/sql.ts';
import { table } from '../support.ts';

/** The last day of the shop: lines lie in the year before it. */
export const asOf = '2025-12-31';

const draw = (salt: number, values: number): string => `cast(hash(i * 37 + ${salt}) % ${values} as integer)`;

/**
 * 30 products, and customers with twelve lines each, one in 25 of which came back. Customers are of three tastes: `taste` percent of their lines are of the ten products of theirs, the others of any.
 * The first products of each ten are bought more often than the last. Those of the taste `tasteless` have none after all.
 */
export async function shop(
  engine: Engine,
  customers: number,
  taste: number,
  order = 'i',
  tasteless = 3,
): Promise<void> {
  await table(
    engine,
    'warehouse.order_line',
    `select 'c' || (i % ${customers}) as customer_id,
      'p' || case when ${draw(1, 100)} < ${taste} and i % ${customers} % 3 <> ${tasteless} then (i % ${customers}) % 3 * 10 + least(${draw(2, 10)}, ${draw(3, 10)})
        else ${draw(4, 3)} * 10 + least(${draw(5, 10)}, ${draw(6, 10)}) end as product_id,
      date '${asOf}' - ${draw(7, 365)} as purchased_on,
      cast(case when ${draw(8, 25)} = 0 then -1 else 1 end as decimal(18, 4)) as quantity, ${draw(8, 25)} = 0 as is_return
    from range(${customers * 12}) as t (i) order by ${order}`,
  );
  await table(
    engine,
    'warehouse.product',
    `select 'p' || i as product_id, 'Product ' || i as name, 'kind ' || i % 2 as category from range(30) as t (i)`,
  );
}

/** Segments by taste, as they are now. */
const now = sql`select distinct customer_id, cast(cast(substr(customer_id, 2) as integer) % 3 as varchar) as segment
  from warehouse.order_line`;
const segments: NextProductInput['segments'] = () => Promise.resolve({ query: now, of: 'now' });

/** A fit with the options of the step, or some. */
export const fitShop = (engine: Engine, options: object = {}, input: Partial<NextProductInput> = {}) =>
  fitNextProduct(engine, nextProductOptions.parse(options), { asOf, segments, now, ...input });
