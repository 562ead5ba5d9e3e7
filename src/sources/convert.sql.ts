import { join, literal, raw, sql, type Sql } from '../sql/sql.ts';
import type { SourceSpec } from './spec.ts';
import { isDecimal, type ColumnType } from './tables.ts';

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

/** One thing that may be wrong with a text: when it is (null counts as no), and the reason the rejects give. */
export interface Problem {
  readonly when: Sql;
  readonly reason: string;
}

/**
 * A text read as a type: the value (null where unreadable), why it may be refused, and whether digits were rounded off. The value is
 * computed once and passed on by name, so what follows from it takes that name.
 */
export interface Reading {
  readonly value: Sql;
  /** The first that holds counts; left out: every text can be read. */
  readonly problems?: (value: Sql) => Problem[];
  /** True or false; left out: nothing is ever rounded. */
  readonly rounded?: (value: Sql) => Sql;
}

const typedNull = (type: string): Sql => raw(`cast(null as ${type})`);
const matches = (text: Sql, pattern: string): Sql => sql`regexp_full_match(${text}, ${literal(pattern)})`;

/** The SQL types of canonical columns. */
export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  id: 'varchar',
  text: 'varchar',
  money: 'decimal(18,4)',
  quantity: 'decimal(18,4)',
  score: 'decimal(18,4)',
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

/**
 * A number's text with `.` before its decimals and nothing between thousands; text that is no number stays unlike one. `isPlain` is quick,
 * and true only of text that is a number wherever the engine can cast it: the engine takes 1_000, 1e and a sign before spaces for one, and marks
 * are gone by then.
 */
function plainNumber(text: Sql, { decimalMark, thousandsMark }: TextStyle): { text: Sql; isNumber: Sql; isPlain: Sql } {
  const point = escaped(decimalMark);
  const tail = `(${point}[0-9]*)?([eE][+-]?[0-9]{1,2})?`;
  const whole = thousandsMark === '' ? '[0-9]+' : `([0-9]+|[0-9]{1,3}(${escaped(thousandsMark)}[0-9]{3})+)`;
  const pattern = `\\s*[+-]?(${whole}${tail}|${point}[0-9]+)\\s*`;
  const ungrouped = thousandsMark === '' ? text : sql`replace(${text}, ${literal(thousandsMark)}, '')`;
  return {
    text: decimalMark === '.' ? ungrouped : sql`replace(${ungrouped}, ${literal(decimalMark)}, '.')`,
    isNumber: matches(text, pattern),
    isPlain: join(
      [
        sql`${text}[-1] between '0' and '9'`,
        ...['_', 'e', 'E', ...(thousandsMark === '' ? [] : [thousandsMark]), ...(decimalMark === '.' ? [] : ['.'])].map(
          (mark) => sql`not contains(${text}, ${literal(mark)})`,
        ),
      ],
      ' and ',
    ),
  };
}

/** Amounts and quantities from here on are mistakes, and their products and sums would not fit the money type. */
export const tooLarge = raw('1000000000000');

/** A score beyond its bounds is of another scale: it must be mapped. */
export const scoreProblems = (type: ColumnType, value: Sql): Problem[] =>
  type === 'score' ? [{ when: sql`${value} not between -1 and 1`, reason: 'not_from_minus_1_to_1' }] : [];

/** Decimal with 4 places, rounded half away from zero. */
function readDecimal(field: Sql, type: ColumnType, style: TextStyle): Reading {
  const number = plainNumber(field, style);
  const precise = sql`try_cast(${number.text} as decimal(38,18))`;
  return {
    // The engine rounds 0.53E-23 up to the last of the wanted places: with an exponent, 14 places more are wanted.
    value: sql`case when contains(${field}, 'e') or contains(${field}, 'E') then try_cast(${precise} as decimal(18,4))
      else try_cast(${number.text} as decimal(18,4)) end`,
    problems: (value) => [
      { when: sql`(${value} is null or not (${number.isPlain})) and not ${number.isNumber}`, reason: 'not_a_number' },
      {
        when: sql`abs(${value}) >= ${tooLarge} or (${value} is null and ${field} is not null)`,
        reason: 'does_not_fit',
      },
      ...scoreProblems(type, value),
    ],
    rounded: (value) => sql`case when length(${field}) - position('.' in ${number.text}) >= 3
      then coalesce(${precise} <> ${value}, false) else false end`,
  };
}

/** Days outside these years are mistakes: a century forgotten, a placeholder. */
export const dateProblems =
  (field: Sql) =>
  (value: Sql): Problem[] => [
    { when: sql`${value} is null and ${field} is not null`, reason: 'not_a_date' },
    { when: sql`${value} < timestamp '1900-01-01' or ${value} >= timestamp '2200-01-01'`, reason: 'impossible_date' },
  ];

const isoDay = '\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}';
const isoTime = `${isoDay}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?)?\\s*`;
const isoMinute = `(${isoDay}[T ][0-9]{2}:[0-9]{2})(\\s*[Z+-])`;
const zoneSuffix = '\\s*(Z|[+-][0-9]{2}(:?[0-9]{2})?)\\s*';

/** Local time in the pipeline's zone. ISO 8601 with or without time and zone, or the source's own strptime format. */
function readTime(field: Sql, style: TextStyle): Reading {
  const local = (timestamp: Sql): Sql =>
    style.sourceZone === style.zone
      ? timestamp
      : sql`timezone(${literal(style.zone)}, timezone(${literal(style.sourceZone)}, ${timestamp}))`;
  const problems = dateProblems(field);
  if (style.dateFormat !== undefined) {
    const parsed = sql`try_strptime(trim(${field}), ${literal(style.dateFormat)})`;
    const value = /%z/i.test(style.dateFormat) ? sql`timezone(${literal(style.zone)}, ${parsed})` : local(parsed);
    return { value, problems };
  }
  // Whether digits stand where ISO 8601 has them is for the cast to see; the patterns are for what is written otherwise.
  const plain = sql`(${field}[-1] between '0' and '9' and ${field}[10] between '0' and '9' and not contains(${field}, '  ')
    and (${field} like '____-__-__ __:__:__' or ${field} like '____-__-__'))`;
  const withSeconds = sql`regexp_replace(${field}, ${literal(isoMinute)}, '\\1:00\\2')`;
  const value = sql`case when ${plain} then ${local(sql`try_cast(${field} as timestamp)`)}
    when ${matches(field, isoTime)} then ${local(sql`try_cast(trim(${field}) as timestamp)`)}
    when ${matches(field, isoTime + zoneSuffix)} then timezone(${literal(style.zone)}, try_cast(${withSeconds} as timestamptz)) end`;
  return { value, problems };
}

/** A day. A time of day is allowed only as midnight: nothing is cut off. */
function readDay(field: Sql, style: TextStyle): Reading {
  const { value: time, problems } = readTime(field, { ...style, sourceZone: style.zone });
  return {
    value: sql`cast(${time} as date)`,
    problems: (value) => [
      ...problems!(value),
      { when: sql`cast(${value} as timestamp) <> ${time}`, reason: 'has_a_time_of_day' },
    ],
  };
}

const yes = ['true', 't', 'yes', 'y', '1', 'si', 'sí', 's', 'bai', 'b', 'כן', 'on', 'x'];
const no = ['false', 'f', 'no', 'n', '0', 'ez', 'e', 'לא', 'off'];

function readFlag(field: Sql): Reading {
  const words = (list: readonly string[]): Sql => join(list.map(literal));
  return {
    value: sql`case when lower(trim(${field})) in (${words(yes)}) then true
      when lower(trim(${field})) in (${words(no)}) then false end`,
    problems: (value) => [{ when: sql`${value} is null and ${field} is not null`, reason: 'not_yes_or_no' }],
  };
}

const readText = (field: Sql): Reading => ({ value: field });

/** What cannot be seen and makes two ids of one: tabs; beyond ASCII, the characters that only steer others (byte order mark, spaces without width). */
const invisible = (field: Sql): Sql =>
  sql`contains(${field}, chr(9)) or (strlen(${field}) <> length(${field}) and regexp_matches(${field}, '\\p{Cf}'))`;

/** Ids are text; spaces around them are no part of them. */
export const readId = (field: Sql): Reading => ({
  value: sql`nullif(trim(${field}), '')`,
  problems: () => [
    { when: sql`contains(${field}, chr(0))`, reason: 'has_a_nul_character' },
    { when: invisible(field), reason: 'has_an_invisible_character' },
  ],
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
    case 'score':
      return readDecimal(field, type, style);
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
export const productProblem = (quantity: Sql, price: Sql): Problem => ({
  when: sql`abs(cast(${quantity} as double) * cast(${price} as double)) >= 10 * ${tooLarge}`,
  reason: 'does_not_fit',
});

/**
 * Takes the value of an expression as a canonical type. Numbers are computed in double precision and rounded to 4 decimals, which is
 * not counted as rounding; anything else is read like a field: a text in the style of the source, a date or time in its ISO form.
 *
 * @param computed the type of the expression as the engine names it
 */
export function readExpression(value: Sql, type: ColumnType, computed: string, style: TextStyle): Reading {
  if (!isDecimal(type)) {
    const { dateFormat, ...rest } = style;
    return readField(sql`cast(${value} as varchar)`, type, {
      ...rest,
      dateFormat: computed === 'VARCHAR' ? dateFormat : undefined,
    });
  }
  return {
    value: sql`try_cast(${value} as decimal(18,4))`,
    problems: (number) => [
      {
        when: sql`abs(${number}) >= ${tooLarge} or (${number} is null and ${value} is not null)`,
        reason: 'does_not_fit',
      },
      ...scoreProblems(type, number),
    ],
  };
}
