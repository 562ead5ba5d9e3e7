import { join, name, raw, sql, type Sql } from './sql.ts';
import { relationName, type Relation } from './relation.ts';

/** Things that must hold of a built relation, and one query that counts its rows (`rows`) and those that break each (`bad1`, `bad2` …), in one row. */
export interface Audit {
  /** What must hold, for people: `order_id, line_number is unique`. */
  readonly rules: readonly string[];
  readonly query: Sql;
}

interface Rule {
  readonly rule: string;
  /** The number of rows that break it. */
  readonly bad: Sql;
}

/** The audit that the header of a relation states: all that holds row by row is counted in one pass. */
export function auditOf(relation: Relation): Audit {
  const table = relationName(relation.id);
  const ownGrain = relation.rowsOf === null ? relation.grain : [];
  const grain = join(ownGrain.map((column) => name(column)));
  const ofRows: Rule[] = [
    ...[...ownGrain, ...relation.notNull].map((column) => ({
      rule: `${column} is not null`,
      bad: sql`count(*) - count(${name(column)})`,
    })),
    ...relation.holds.map((rule) => ({ rule, bad: sql`count(*) filter (where (${raw(rule)}) is not true)` })),
    ...(relation.oneRow ? [{ rule: 'has exactly one row', bad: raw('abs(count(*) - 1)') }] : []),
  ];
  const ofAll: Rule[] = [
    ...(ownGrain.length > 0 && !relation.grouped
      ? [
          {
            rule: `${ownGrain.join(', ')} is unique`,
            bad: sql`select count(*) from (select ${grain} from ${table} group by ${grain} having count(*) > 1) as repeated`,
          },
        ]
      : []),
    ...relation.totals.map((rule) => ({ rule, bad: sql`select case when (${raw(rule)}) then 0 else 1 end` })),
  ];
  const rules = [...ofRows, ...ofAll];
  // A view of rows of another relation is not counted again: that could be its whole work.
  const isCounted = !relation.isView || relation.rowsOf === null;
  const rows = raw(isCounted ? 'count(*)' : 'null');
  const inOnePass = [rows, ...ofRows.map(({ bad }) => bad)];
  const counts = [...inOnePass, ...ofAll.map(({ bad }) => sql`(${bad})`)].map(
    (count, i) => sql`${count} as ${name(i === 0 ? 'rows' : `bad${i}`)}`,
  );
  const from = isCounted || ofRows.length > 0 ? sql`from ${table}` : raw('');
  return { rules: rules.map(({ rule }) => rule), query: sql`select ${join(counts)} ${from}` };
}
