import { sql, type Sql } from '../../sql/sql.ts';
import type { Inputs } from '../reuse.ts';

/** How many rows stand for all lines, so that a large shop costs what a small one does. */
const parts = 100_000;

/**
 * What goods are bought: of each line the place of its good among those that were bought most on the day of the fit, from 1; goods that are not of these, as new ones are not, have the place after
 * the last.
 *
 * @param lines a select with `item`
 */
export const basketInputs = (lines: Sql, goods: readonly string[]): Inputs => ({
  rows: sql`with known as (
      select unnest(items) as item, generate_subscripts(items, 1) as place
      from (select from_json(${JSON.stringify(goods)}, '["varchar"]') as items) as kept
    ),
    sold as (
      select coalesce(known.place, ${goods.length + 1}) as place, cast(sum(good.lines) as bigint) as lines
      from (select item, count(*) as lines from (${lines}) as line where item is not null group by item) as good
      left join known on known.item = good.item
      group by all
    ),
    part as (
      select place, cast(round(lines * least(1, cast(${parts} as double) / (select sum(lines) from sold))) as bigint) as members from sold
    )
    select u1 from (select cast(place as double) as u1, unnest(range(members)) from part) as member`,
  features: ['goods'],
});
