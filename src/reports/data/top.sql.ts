import { relationName } from '../../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';

/** What `topSql` takes. */
export interface TopQuery {
  readonly relation: string;
  /** The column that names a row; it is unique. */
  readonly member: string;
  /** Numeric columns, summed over the rest. */
  readonly amounts: readonly string[];
  readonly count: number;
  readonly where?: Sql;
}

/**
 * The rows of a mart with the largest net revenue, and one more for all the others: `place`, `member` (null: the others, or the name is
 * unknown), `members` (how many), and the amounts. At most `count` + 1 rows, whatever the data.
 */
export function topSql({ relation, member, amounts, count, where = sql`true` }: TopQuery): Sql {
  const last = raw(String(count + 1));
  const sums = amounts.map((column) => sql`sum(${name(column)}) as ${name(column)}`);
  return sql`with ranked as (
      select *, row_number() over (order by net_revenue desc, ${name(member)} nulls last) as place
      from ${relationName(relation)} where ${where}
    ), placed as (
      select *, case when place < ${last} then place else ${last} end as shown from ranked
    )
    select shown as place, case when count(*) = 1 then min(${name(member)}) end as member, count(*) as members, ${join(sums)}
    from placed group by shown order by shown`;
}
