import { join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import {
  absent,
  present,
  productProblem,
  readExpression,
  readField,
  readNumber,
  type Problem,
  type Reading,
  type TextStyle,
} from './convert.sql.ts';
import { expressionSql, headerType, type MappedColumn, type Origin } from './mapping.ts';
import { internal, type Records } from './records.ts';
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

/** The number of the first fault of a record. */
const fault = internal('fault');

/** What has to be read of a record: a text, and what it means. */
interface Part extends Reading {
  /** What the rejects call it: the header or the canonical column. */
  readonly called: string;
  readonly text: Sql;
}

/** A part whose text and value have been computed, under these names. */
interface Computed extends Part {
  readonly textName: Sql;
  readonly valueName: Sql;
}

/** One thing that may be wrong with a record, and the text that is to blame. */
interface Fault extends Problem {
  readonly called: string;
  readonly text: Sql;
}

/** The value of the i-th expression is computed in a scope of its own, under this name. */
const expressionName = (i: number): Sql => internal(`e${i}`);

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

/** The headers inside an expression that must be numbers: one that is not would make the expression null in silence. */
const numericHeaders = (plan: IngestPlan, origin: Origin & { kind: 'expression' }, target: ColumnType): string[] =>
  origin.headers.filter((header) => headerType(plan.spec, header, target) === 'number');

/** A number inside an expression, read for its problem alone. */
const readOperand = (text: Sql, style: TextStyle): Reading => ({
  value: readNumber(text, style),
  problems: (value) => [{ when: sql`${value} is null and ${text} is not null`, reason: 'not_a_number' }],
});

/** A record that lacks a required value or both ways to say what was paid, or whose product of quantity and price is no money, is refused. */
function requirements(
  { table, spec }: IngestPlan,
  { column, attribute, origin, required }: MappedColumn,
  value: Sql,
  valueOf: (column: string) => Sql,
): Problem[] {
  const missing: Problem = { when: sql`${value} is null`, reason: 'missing' };
  if (attribute) return [];
  if (column === 'line_number' && origin !== null) return [missing];
  const anonymous = column === 'customer_id' && table === 'purchases' && spec.missing_customer === 'anonymous';
  if (required && !anonymous) return [missing];
  if (table !== 'purchases') return [];
  if (column === 'amount') return [{ ...missing, when: sql`${value} is null and ${valueOf('unit_price')} is null` }];
  return ['unit_price', 'unit_cost'].includes(column) && origin !== null
    ? [productProblem(valueOf('quantity'), value)]
    : [];
}

/** The columns of a load: what the file feeds of the canonical columns, `attributes` (JSON) and `version` (time). */
export const writtenColumns = ({ columns, version }: Pick<IngestPlan, 'columns' | 'version'>): string[] => [
  ...columns.filter(({ origin, attribute }) => origin !== null && !attribute).map(({ column }) => column),
  ...(columns.some(({ attribute }) => attribute) ? ['attributes'] : []),
  ...(version === null ? [] : ['version']),
];

/**
 * The select that turns the records of a file into typed rows: the `writtenColumns`, `source`, `load_id`,
 * `rounded` (values that lost digits), and for a refused record `fault_column`, `fault`, `fault_value`, `record_text`. Texts, values and
 * faults are computed in selects of their own, each once: written out where they are used, a date was parsed ten times.
 */
export function ingestSql(plan: IngestPlan, records: Sql): Sql {
  const { style } = plan;
  const textOf = (header: string): Sql => present(plan.records.field(header), style);
  let fields = plan.records.columns.map((_, i) => internal(i + 1));
  const named = plan.records.columns.map((column, i) => sql`${name(column)} as ${fields[i]!}`);
  let from = sql`(select ${join(named)} from ${records} as records)`;
  const all: Computed[] = [];
  const compute = (called: string, text: Sql, read: (text: Sql) => Reading): Computed => {
    const [textName, valueName] = [internal(`t${all.length}`), internal(`v${all.length}`)];
    const part = { called, text, textName, valueName, ...read(textName) };
    all.push(part);
    return part;
  };
  const operands: Computed[] = [];
  let expressions = 0;
  const take = (origin: Origin | null, type: ColumnType, called: string): Computed => {
    if (origin === null) return compute(called, raw('cast(null as varchar)'), () => absent(type));
    if (origin.kind === 'header') return compute(called, textOf(origin.header), (text) => readField(text, type, style));
    for (const header of numericHeaders(plan, origin, type)) {
      operands.push(compute(header, textOf(header), (text) => readOperand(text, style)));
    }
    from = withExpression(from, fields, plan, origin, type, expressions);
    const value = expressionName(expressions);
    fields = [...fields, value];
    expressions++;
    return compute(called, sql`cast(${value} as varchar)`, () => readExpression(value, type, origin.computed, style));
  };

  const parts = plan.columns.map((column) => ({ column, part: take(column.origin, column.type, column.column) }));
  const version = take(plan.version, 'time', 'updated_at');
  const valueOf = (column: string): Sql => parts.find((p) => p.column.column === column)!.part.valueName;
  const faultsOf = ({ called, textName, valueName, problems }: Computed, required: Problem[] = []): Fault[] =>
    [...(problems?.(valueName) ?? []), ...required].map((problem) => ({ ...problem, called, text: textName }));
  const faults: Fault[] = [
    ...plan.records.shapeProblems.map((problem) => ({ ...problem, called: '', text: raw('cast(null as varchar)') })),
    ...operands.flatMap((operand) => faultsOf(operand)),
    ...parts.flatMap(({ column, part }) => faultsOf(part, requirements(plan, column, part.valueName, valueOf))),
    ...faultsOf(version),
  ];
  const first = sql`case ${join(
    faults.map(({ when }, i) => sql`when ${when} then ${raw(String(i))}`),
    ' ',
  )} end`;
  // Without the outer case, every record would be compared with every fault.
  const chosen = (pick: (fault: Fault) => Sql): Sql =>
    sql`case when ${fault} is not null then case ${fault} ${join(
      faults.map((part, i) => sql`when ${raw(String(i))} then ${pick(part)}`),
      ' ',
    )} end end`;
  const canonical = parts.filter(({ column }) => !column.attribute && column.origin !== null);
  const attributes = parts.filter(({ column }) => column.attribute);
  const further = [
    ...(attributes.length === 0
      ? []
      : [
          sql`cast(json_object(${join(attributes.map(({ column, part }) => sql`${literal(column.column)}, ${part.valueName}`))}) as varchar) as attributes`,
        ]),
    ...(plan.version === null ? [] : [sql`${version.valueName} as version`]),
  ];
  const rounded = parts.flatMap(({ part }) =>
    part.rounded ? [sql`cast(${part.rounded(part.valueName)} as integer)`] : [],
  );
  const texts = all.map(({ textName }) => textName);
  const values = all.map(({ valueName }) => valueName);
  const withTexts = sql`(select ${join([...fields, ...all.map(({ text, textName }) => sql`${text} as ${textName}`)])} from ${from} as fields)`;
  const withValues = sql`(select ${join([...fields, ...texts, ...all.map(({ value, valueName }) => sql`${value} as ${valueName}`)])} from ${withTexts} as texts)`;
  const withFaults = sql`(select ${join([...fields, ...texts, ...values])}, ${first} as ${fault} from ${withValues} as read)`;
  return sql`select ${join([...canonical.map(({ column, part }) => sql`${part.valueName} as ${name(column.column)}`), ...further])},
      ${literal(plan.source)} as source, ${literal(plan.loadId)} as load_id,
      ${rounded.length === 0 ? raw('0') : join(rounded, ' + ')} as rounded,
      ${chosen(({ called }) => literal(called))} as fault_column,
      ${chosen(({ reason }) => literal(reason))} as fault,
      ${chosen(({ text }) => text)} as fault_value,
      case when ${fault} is not null then ${plan.records.text} end as record_text
    from ${withFaults} as judged`;
}
