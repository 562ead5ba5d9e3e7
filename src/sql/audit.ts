import { join, name, raw, sql, type Sql } from './sql.ts';
import { relationName, type Relation } from './relation.ts';

/** One thing that must hold of a built relation, as a query that returns one row: `bad`, the number of rows that break it. */
export interface Audit {
  /** What must hold, for people: `order_id, line_number is unique`. */
  readonly rule: string;
  readonly query: Sql;
}

/** The audits that the header of a relation states. */
export function auditsOf(relation: Relation): Audit[] {
  const table = relationName(relation.id);
  const notNull = [...relation.grain, ...relation.notNull];
  const rows = (rule: string, broken: Sql): Audit => ({
    rule,
    query: sql`select count(*) as bad from ${table} where ${broken}`,
  });
  const unique = (): Audit => {
    const grain = join(relation.grain.map((column) => name(column)));
    return {
      rule: `${relation.grain.join(', ')} is unique`,
      query: sql`select count(*) as bad from (select ${grain} from ${table} group by ${grain} having count(*) > 1) as repeated`,
    };
  };
  return [
    ...notNull.map((column) => rows(`${column} is not null`, sql`${name(column)} is null`)),
    ...(relation.grain.length > 0 && !relation.grouped ? [unique()] : []),
    ...(relation.oneRow
      ? [{ rule: 'has exactly one row', query: sql`select abs(count(*) - 1) as bad from ${table}` }]
      : []),
    ...relation.holds.map((rule) => rows(rule, sql`(${raw(rule)}) is not true`)),
    ...relation.totals.map((rule) => ({
      rule,
      query: sql`select case when (${raw(rule)}) then 0 else 1 end as bad`,
    })),
  ];
}
