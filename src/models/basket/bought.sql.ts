import { sql } from '../../sql/sql.ts';

/** The goods of a release that were bought, up to its as-of day: `basket, customer, item, category`; goods that came back are no purchase. */
export const boughtSql = sql`select order_id as basket, customer_id as customer, product_id as item, nullif(category, 'unknown') as category
  from warehouse.order_line where quantity > 0 and product_id is not null`;
