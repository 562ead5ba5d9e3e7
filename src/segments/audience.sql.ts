import { join, literal, raw, sql, type Sql } from '../sql/sql.ts';
import { listedSql } from '../sql/listed.ts';

/** A named group of customers and prospects: whoever a condition holds for. */
export interface Audience {
  /** `win_back` */
  readonly audience: string;
  readonly title: string | null;
  readonly description: string | null;
  /** Over the columns of `marts.customer`; it was bound before. */
  readonly condition: string;
}

/** The customers that a condition holds for, as an expression that nothing can follow. */
export const matchingSql = (condition: string): Sql =>
  sql`select customer.customer_id from marts.customer as customer where (${raw(`\n${condition}\n`)})`;

const matchedSql = (audiences: readonly Audience[]): Sql =>
  join(
    audiences.map(
      ({ audience, condition }) =>
        sql`select ${literal(audience)} as audience, customer_id from (${matchingSql(condition)}) as matching`,
    ),
    ' union all ',
  );

/** What people decided on customers that there are, in audiences that there are. */
const decidedSql = (audiences: readonly Audience[], decided: Sql): Sql => sql`select audience, customer_id, kind
  from ${decided} as decided
  where audience in (${join(audiences.map(({ audience }) => literal(audience)))})
    and customer_id in (select customer_id from marts.customer)`;

const noMembers = sql`select cast(null as varchar) as audience, cast(null as varchar) as customer_id, cast(null as varchar) as how where false`;

/**
 * `segments.audience_member`: who is in which audience, and how: by its `condition`, or `included` by hand. Whoever was excluded by hand is
 * in no case.
 *
 * @param decided a relation of `audience`, `customer_id`, `kind` (`include`, `exclude`)
 */
export const audienceMemberSql = (audiences: readonly Audience[], decided: Sql): Sql =>
  audiences.length === 0
    ? noMembers
    : sql`with matched as (${matchedSql(audiences)}), decided as (${decidedSql(audiences, decided)})
      select coalesce(matched.audience, decided.audience) as audience,
        coalesce(matched.customer_id, decided.customer_id) as customer_id,
        case when matched.customer_id is null then 'included' else 'condition' end as how
      from matched full join decided
        on decided.audience = matched.audience and decided.customer_id = matched.customer_id
      where decided.kind is distinct from 'exclude'
      order by audience, customer_id`;

const listedColumns = { audience: 'varchar', title: 'varchar', description: 'varchar', condition: 'varchar' } as const;

/**
 * `segments.audience`: each audience with its customers: those that the condition holds for (`by_condition`) and those that it does not hold
 * for (`included` by hand). `excluded` are held back by hand although the condition holds. Reads `segments.audience_member`.
 */
export function audienceSql(audiences: readonly Audience[], decided: Sql): Sql {
  const listed = listedSql(listedColumns, audiences);
  const excluded =
    audiences.length === 0
      ? noMembers
      : sql`select matched.audience, matched.customer_id from (${matchedSql(audiences)}) as matched
          join (${decidedSql(audiences, decided)}) as decided
            on decided.audience = matched.audience and decided.customer_id = matched.customer_id
          where decided.kind = 'exclude'`;
  return sql`with
    member as (
      select audience, count(*) as customers, count(case when how = 'condition' then 1 end) as by_condition,
        count(case when how = 'included' then 1 end) as included
      from segments.audience_member group by audience
    ),
    held as (select audience, count(*) as excluded from (${excluded}) as excluded group by audience)
    select listed.audience, listed.title, listed.description, listed.condition,
      coalesce(member.customers, 0) as customers, coalesce(member.by_condition, 0) as by_condition,
      coalesce(member.included, 0) as included, coalesce(held.excluded, 0) as excluded
    from (${listed}) as listed
    left join member on member.audience = listed.audience
    left join held on held.audience = listed.audience
    order by listed.audience`;
}
