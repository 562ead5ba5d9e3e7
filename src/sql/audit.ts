import { join, name, raw, sql, type Sql } from './sql.ts';
import { relationName, type Relation } from './relation.ts';

/** Things that must hold of a built relation, and one query that counts the rows that break each: columns `bad1`, `bad2` … in one row. */
export interface Audit {
  /** What must hold, for people: `order_id, line_number is unique`. */
  readonly rules: readonly string[];
  readonly query: Sql;
}

const bad = (i: number): Sql => name(`bad${i + 1}`);

/** The audits that the header of a relation states; all that hold row by row are counted in one pass. */
export function auditsOf(relation: Relation): Audit[] {
  const table = relationName(relation.id);
  const ownGrain = relation.rowsOf === null ? relation.grain : [];
  const notNull = [...ownGrain, ...relation.notNull];
  const ofRows = [
    ...notNull.map((column) => ({ rule: `${column} is not null`, broken: sql`${name(column)} is null` })),
    ...relation.holds.map((rule) => ({ rule, broken: sql`(${raw(rule)}) is not true` })),
  ];
  const counts = ofRows.map(({ broken }, i) => sql`count(*) filter (where ${broken}) as ${bad(i)}`);
  const grain = join(ownGrain.map((column) => name(column)));
  const ofAll = [
    ...(ownGrain.length > 0 && !relation.grouped
      ? [
          {
            rule: `${ownGrain.join(', ')} is unique`,
            query: sql`select count(*) as bad1 from (select ${grain} from ${table} group by ${grain} having count(*) > 1) as repeated`,
          },
        ]
      : []),
    ...(relation.oneRow
      ? [{ rule: 'has exactly one row', query: sql`select abs(count(*) - 1) as bad1 from ${table}` }]
      : []),
    ...relation.totals.map((rule) => ({
      rule,
      query: sql`select case when (${raw(rule)}) then 0 else 1 end as bad1`,
    })),
  ];
  return [
    ...(ofRows.length === 0
      ? []
      : [{ rules: ofRows.map(({ rule }) => rule), query: sql`select ${join(counts)} from ${table}` }]),
    ...ofAll.map(({ rule, query }) => ({ rules: [rule], query })),
  ];
}
