import { join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import {
  absent,
  present,
  productProblem,
  readExpression,
  readField,
  readNumber,
  type Reading,
  type TextStyle,
} from './convert.sql.ts';
import { expressionSql, headerType, type MappedColumn, type Origin } from './mapping.ts';
import type { Records } from './records.ts';
import type { SourceSpec } from './spec.ts';
import type { ColumnType, TableName } from './tables.ts';

/** What the select of a load is made of. */
export interface IngestPlan {
  readonly table: TableName;
  readonly spec: SourceSpec;
  readonly style: TextStyle;
  readonly columns: readonly MappedColumn[];
  /** The time that says which of two rows with one key is newer. */
  readonly version: Origin | null;
  readonly records: Records;
  readonly loadId: string;
  readonly source: string;
}

interface Part extends Reading {
  /** What the rejects call it: the header or the canonical column. */
  readonly called: string;
  readonly text: Sql;
}

/** The value of the i-th expression is computed in a scope of its own, under this name. */
const expressionName = (i: number): Sql => name(`#e${i}`);

/** Gives the headers that an expression uses their names and types, evaluates it, and passes everything else on. */
function withExpression(
  from: Sql,
  kept: readonly Sql[],
  plan: IngestPlan,
  origin: Origin & { kind: 'expression' },
  target: ColumnType,
  i: number,
): Sql {
  const typed = origin.headers.map((header) => {
    const text = present(plan.records.field(header), plan.style);
    const type = headerType(plan.spec, header, target);
    const value =
      type === 'number'
        ? readNumber(text, plan.style)
        : type === 'date'
          ? readField(text, 'time', plan.style).value
          : text;
    return sql`${value} as ${name(header)}`;
  });
  return sql`(select ${join(kept)}, ${expressionSql(origin.text)} as ${expressionName(i)}
    from (select ${join([...kept, ...typed])} from ${from} as fields) as fields)`;
}

/** Numbers inside an expression that are no numbers would make it null in silence; they are problems of the record. */
function unreadableHeaders(plan: IngestPlan, origin: Origin & { kind: 'expression' }, target: ColumnType): Part[] {
  return origin.headers
    .filter((header) => headerType(plan.spec, header, target) === 'number')
    .map((header) => {
      const text = present(plan.records.field(header), plan.style);
      const value = readNumber(text, plan.style);
      const problem = sql`case when ${text} is not null and ${value} is null then 'not_a_number' end`;
      return { called: header, text, value, problem };
    });
}

/** A record that lacks a required value or both ways to say what was paid, or whose product of quantity and price is no money, is refused. */
function requirement(
  plan: IngestPlan,
  column: MappedColumn,
  value: Sql,
  valueOf: (column: string) => Sql,
): Sql | undefined {
  const anonymous =
    column.column === 'customer_id' && plan.table === 'purchases' && plan.spec.missing_customer === 'anonymous';
  if (column.attribute) return undefined;
  if (column.column === 'line_number' && column.origin !== null)
    return sql`case when ${value} is null then 'missing' end`;
  if (column.required && !anonymous) return sql`case when ${value} is null then 'missing' end`;
  if (plan.table === 'purchases' && ['unit_price', 'unit_cost'].includes(column.column)) {
    return productProblem(valueOf('quantity'), value);
  }
  if (plan.table === 'purchases' && column.column === 'amount') {
    return sql`case when ${value} is null and ${valueOf('unit_price')} is null then 'missing' end`;
  }
  return undefined;
}

/**
 * The select that turns the records of a file into typed rows: the canonical columns, `attributes`, `version` (time), `source`, `load_id`,
 * `rounded` (values that lost digits), and for a refused record `fault_column`, `fault`, `fault_value`, `record_text`.
 */
export function ingestSql(plan: IngestPlan, records: Sql): Sql {
  const { columns } = plan.records;
  let kept = columns.map((_, i) => name(`#${i + 1}`));
  const named = columns.map((column, i) => sql`${name(column)} as ${kept[i]!}`);
  let from = sql`(select ${join(named)} from ${records} as records)`;
  let count = 0;
  const checks: Part[] = [];
  const take = (origin: Origin | null, type: ColumnType, called: string): Part => {
    if (origin === null) return { called, text: raw('cast(null as varchar)'), ...absent(type) };
    if (origin.kind === 'header') {
      const text = present(plan.records.field(origin.header), plan.style);
      return { called, text, ...readField(text, type, plan.style) };
    }
    checks.push(...unreadableHeaders(plan, origin, type));
    from = withExpression(from, kept, plan, origin, type, count);
    const value = expressionName(count);
    kept = [...kept, value];
    count++;
    return {
      called,
      text: sql`cast(${value} as varchar)`,
      ...readExpression(value, type, origin.computed, plan.style),
    };
  };

  const parts = plan.columns.map((column) => ({ column, part: take(column.origin, column.type, column.column) }));
  const version = take(plan.version, 'time', 'updated_at');
  const valueOf = (column: string): Sql => parts.find((p) => p.column.column === column)!.part.value;
  const faults = [
    { called: '', text: raw('cast(null as varchar)'), problem: plan.records.shapeProblem },
    ...checks,
    ...parts.flatMap(({ column, part }) => [
      part,
      { ...part, problem: requirement(plan, column, part.value, valueOf) },
    ]),
    version,
  ].flatMap(({ called, text, problem }) => (problem === undefined ? [] : [{ called, text, problem }]));

  const fault = sql`case ${join(
    faults.map(({ problem }, i) => sql`when ${problem} is not null then ${raw(String(i))}`),
    ' ',
  )} end`;
  const chosen = (pick: (part: (typeof faults)[number]) => Sql): Sql =>
    sql`case "#fault" ${join(
      faults.map((part, i) => sql`when ${raw(String(i))} then ${pick(part)}`),
      ' ',
    )} end`;
  const canonical = parts.filter(({ column }) => !column.attribute);
  const attributes = parts.filter(({ column }) => column.attribute);
  const attributesJson =
    attributes.length === 0
      ? raw('cast(null as varchar)')
      : sql`cast(json_object(${join(attributes.map(({ column, part }) => sql`${literal(column.column)}, ${part.value}`))}) as varchar)`;
  const rounded = parts.flatMap(({ part }) => (part.rounded ? [sql`cast(${part.rounded} as integer)`] : []));
  return sql`select ${join(canonical.map(({ column, part }) => sql`${part.value} as ${name(column.column)}`))},
      ${plan.table === 'customers' ? sql`${attributesJson} as attributes,` : raw('')}
      ${version.value} as version, ${literal(plan.source)} as source, ${literal(plan.loadId)} as load_id,
      ${rounded.length === 0 ? raw('0') : join(rounded, ' + ')} as rounded,
      ${chosen((part) => literal(part.called))} as fault_column,
      ${chosen((part) => part.problem)} as fault,
      ${chosen((part) => part.text)} as fault_value,
      case when "#fault" is not null then ${plan.records.text} end as record_text
    from (select ${join(kept)}, ${fault} as "#fault" from ${from} as fields) as fields`;
}
