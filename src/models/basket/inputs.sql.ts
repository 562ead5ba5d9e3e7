import { sql } from '../../sql/sql.ts';
import type { Inputs } from '../reuse.ts';

/** What goods are bought: by customer and category, the place of the category in the order of md5, from 0 to 1, which no other category moves. */
export const basketInputs: Inputs = {
  rows: sql`with place as (
      select category, cast(cast('0x' || substr(md5(category), 1, 8) as bigint) as double) / 4294967296.0 as place
      from (select distinct category from features.customer_category) as category
    )
    select cast(place.place as double) as u1
    from features.customer_category as bought join place on place.category = bought.category`,
  features: ['category'],
};
