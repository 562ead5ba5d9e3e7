import { join, literal, raw, sql, type Sql } from '../sql/sql.ts';
import type { SourceSpec } from './spec.ts';
import type { ColumnType } from './tables.ts';

/** How the text of a source is written. */
export interface TextStyle {
  readonly decimalMark: SourceSpec['decimal_mark'];
  readonly thousandsMark: SourceSpec['thousands_mark'];
  /** strptime format; undefined = ISO 8601. */
  readonly dateFormat: string | undefined;
  /** Zone of times that name none. */
  readonly sourceZone: string;
  /** Zone that times are kept in. */
  readonly zone: string;
  readonly nulls: readonly string[];
}

/** A text read as a type: the value (null where unreadable), the reason where it is refused, and whether digits were rounded off. */
export interface Reading {
  readonly value: Sql;
  /** A reason or null; left out: every text can be read. */
  readonly problem?: Sql;
  /** True or false; left out: nothing is ever rounded. */
  readonly rounded?: Sql;
}

const typedNull = (type: string): Sql => raw(`cast(null as ${type})`);
const matches = (text: Sql, pattern: string): Sql => sql`regexp_full_match(${text}, ${literal(pattern)})`;

/** The SQL types of canonical columns. */
export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  id: 'varchar',
  text: 'varchar',
  money: 'decimal(18,4)',
  quantity: 'decimal(18,4)',
  time: 'timestamp',
  day: 'date',
  flag: 'boolean',
};

/** What a column that no header feeds reads as. */
export const absent = (type: ColumnType): Reading => ({
  value: typedNull(sqlTypes[type]),
});

/** A field's text, or null where it is one of the source's words for "no value". */
export const present = (field: Sql, style: TextStyle): Sql =>
  style.nulls.reduce((text, word) => sql`nullif(${text}, ${literal(word)})`, field);

const escaped = (mark: string): string => (mark === '.' ? '\\.' : mark);

/** A number's text with `.` before its decimals and nothing between thousands; text that is no number stays unlike one. */
function plainNumber(text: Sql, { decimalMark, thousandsMark }: TextStyle): { text: Sql; isNumber: Sql } {
  const point = escaped(decimalMark);
  const tail = `(${point}[0-9]*)?([eE][+-]?[0-9]{1,2})?`;
  const whole = thousandsMark === '' ? '[0-9]+' : `([0-9]+|[0-9]{1,3}(${escaped(thousandsMark)}[0-9]{3})+)`;
  const pattern = `\\s*[+-]?(${whole}${tail}|${point}[0-9]+)\\s*`;
  const ungrouped = thousandsMark === '' ? text : sql`replace(${text}, ${literal(thousandsMark)}, '')`;
  return {
    text: decimalMark === '.' ? ungrouped : sql`replace(${ungrouped}, ${literal(decimalMark)}, '.')`,
    isNumber: matches(text, pattern),
  };
}

/** Amounts and quantities from here on are mistakes, and their products and sums would not fit the money type. */
const tooLarge = raw('1000000000000');

/** Decimal with 4 places, rounded half away from zero. */
function readDecimal(field: Sql, style: TextStyle): Reading {
  const number = plainNumber(field, style);
  const value = sql`try_cast(${number.text} as decimal(18,4))`;
  return {
    value,
    problem: sql`case when ${field} is null then null when not ${number.isNumber} then 'not_a_number'
      when ${value} is null or abs(${value}) >= ${tooLarge} then 'does_not_fit' end`,
    rounded: sql`case when length(${field}) > 5 and contains(${number.text}, '.')
      then coalesce(try_cast(${number.text} as decimal(38,18)) <> ${value}, false) else false end`,
  };
}

/** Days outside these years are mistakes: a century forgotten, a placeholder. */
const dateProblem = (field: Sql, value: Sql): Sql => sql`case when ${field} is null then null
  when ${value} is null then 'not_a_date'
  when ${value} < timestamp '1900-01-01' or ${value} >= timestamp '2200-01-01' then 'impossible_date' end`;

const isoTime = '\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?)?\\s*';
const zoneSuffix = '\\s*(Z|[+-][0-9]{2}(:?[0-9]{2})?)\\s*';

/** Local time in the pipeline's zone. ISO 8601 with or without time and zone, or the source's own strptime format. */
function readTime(field: Sql, style: TextStyle): Reading {
  const local = (timestamp: Sql): Sql =>
    style.sourceZone === style.zone
      ? timestamp
      : sql`timezone(${literal(style.zone)}, timezone(${literal(style.sourceZone)}, ${timestamp}))`;
  if (style.dateFormat !== undefined) {
    const parsed = sql`try_strptime(trim(${field}), ${literal(style.dateFormat)})`;
    const value = /%z/i.test(style.dateFormat) ? sql`timezone(${literal(style.zone)}, ${parsed})` : local(parsed);
    return {
      value,
      problem: dateProblem(field, value),
    };
  }
  const stamp = sql`try_cast(${field} as timestamp)`;
  const zoned = sql`timezone(${literal(style.zone)}, try_cast(${field} as timestamptz))`;
  // Text that is just what the engine prints for the value needs no pattern; the patterns are for the rest.
  const plain = sql`(cast(${stamp} as varchar) is not distinct from ${field}
    or cast(try_cast(${field} as date) as varchar) is not distinct from ${field})`;
  const value = sql`case when ${plain} then ${local(stamp)}
    when ${matches(field, isoTime)} then ${local(sql`try_cast(trim(${field}) as timestamp)`)}
    when ${matches(field, isoTime + zoneSuffix)} then ${zoned} end`;
  return {
    value,
    problem: dateProblem(field, value),
  };
}

/** A day. A time of day is allowed only as midnight: nothing is cut off. */
function readDay(field: Sql, style: TextStyle): Reading {
  const { value: time, problem } = readTime(field, { ...style, sourceZone: style.zone });
  const value = sql`cast(${time} as date)`;
  return {
    value,
    problem: sql`coalesce(${problem!}, case when cast(${value} as timestamp) <> ${time} then 'has_a_time_of_day' end)`,
  };
}

const yes = ['true', 't', 'yes', 'y', '1', 'si', 'sí', 's', 'bai', 'b', 'כן', 'on', 'x'];
const no = ['false', 'f', 'no', 'n', '0', 'ez', 'e', 'לא', 'off'];

function readFlag(field: Sql): Reading {
  const words = (list: readonly string[]): Sql => join(list.map(literal));
  const value = sql`case when lower(trim(${field})) in (${words(yes)}) then true
    when lower(trim(${field})) in (${words(no)}) then false end`;
  return {
    value,
    problem: sql`case when ${field} is not null and ${value} is null then 'not_yes_or_no' end`,
  };
}

const readText = (field: Sql): Reading => ({ value: field });

/** Ids are text; spaces around them are no part of them. */
const readId = (field: Sql): Reading => ({
  value: sql`nullif(trim(${field}), '')`,
  problem: sql`case when contains(${field}, chr(0)) then 'has_a_nul_character' end`,
});

/** Reads the text of a field (null = no value) as a type. */
export function readField(field: Sql, type: ColumnType, style: TextStyle): Reading {
  switch (type) {
    case 'id':
      return readId(field);
    case 'text':
      return readText(field);
    case 'money':
    case 'quantity':
      return readDecimal(field, style);
    case 'time':
      return readTime(field, style);
    case 'day':
      return readDay(field, style);
    case 'flag':
      return readFlag(field);
  }
}

/** Reads the text of a field as a double, for arithmetic in expressions. */
export function readNumber(field: Sql, style: TextStyle): Sql {
  const number = plainNumber(field, style);
  return sql`case when ${number.isNumber} then try_cast(${number.text} as double) end`;
}

/** A quantity times a price that is too large for money. */
export const productProblem = (quantity: Sql, price: Sql): Sql =>
  sql`case when abs(cast(${quantity} as double) * cast(${price} as double)) >= 10 * ${tooLarge} then 'does_not_fit' end`;

/**
 * Takes the value of an expression as a canonical type. Numbers are computed in double precision and rounded to 4 decimals, which is
 * not counted as rounding; anything else is read like a field: a text in the style of the source, a date or time in its ISO form.
 *
 * @param computed the type of the expression as the engine names it
 */
export function readExpression(value: Sql, type: ColumnType, computed: string, style: TextStyle): Reading {
  if (type !== 'money' && type !== 'quantity') {
    const { dateFormat, ...rest } = style;
    return readField(sql`cast(${value} as varchar)`, type, {
      ...rest,
      dateFormat: computed === 'VARCHAR' ? dateFormat : undefined,
    });
  }
  const number = sql`try_cast(${value} as decimal(18,4))`;
  return {
    value: number,
    problem: sql`case when ${value} is not null and (${number} is null or abs(${number}) >= ${tooLarge}) then 'does_not_fit' end`,
  };
}
