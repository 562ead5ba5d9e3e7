import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { readNumber } from '../../sources/convert.sql.ts';
import { relationName } from '../../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { columnAt, fieldText, lineOf, type DataFile } from './data-file.ts';
import { numbersOtherwise } from './style.ts';
import { refuseBad, type TypedColumn } from './columns.ts';

/** A column that a model takes: as numbers, as the text that stands there, or as numbers where all of it is. */
export interface Wanted {
  readonly header: string;
  readonly as: 'number' | 'text' | 'either';
}

/** From this share of its texts on, a column is one of numbers with mistakes; below it is text. */
const mostlyNumbers = 0.5;

const advice = 'Correct the file, or say with --nulls what means no value';

interface Counted extends Wanted {
  readonly number: Sql;
  readonly known: number;
  readonly numbers: number;
}

async function countNumbers(engine: Engine, file: DataFile, wanted: readonly Wanted[]): Promise<Counted[]> {
  const numbers = wanted.map(({ header }) => readNumber(fieldText(file, header), file.text!.style));
  const figures = wanted.flatMap(({ header }, i) => [
    sql`count(${fieldText(file, header)}) as ${raw(`known${i}`)}`,
    sql`count(${numbers[i]!}) as ${raw(`numbers${i}`)}`,
  ]);
  const shape = Object.fromEntries(
    wanted.flatMap((_, i) => [`known${i}`, `numbers${i}`].map((column) => [column, 'integer'] as const)),
  );
  const [found] = await engine.rows(sql`select ${join(figures)} from ${relationName(file.relation)}`, shape, 1);
  return wanted.map((one, i) => ({
    ...one,
    number: numbers[i]!,
    known: found![`known${i}`]!,
    numbers: found![`numbers${i}`]!,
  }));
}

/** What a model table has besides the columns that a model takes, by name. */
export type Carried = Readonly<Record<string, Sql>>;

/**
 * Makes a table (of typed columns a view) of the columns that a model takes, under their headers, with a key and what is carried along. A column of text is a number where every text in it is
 * one; where half of them or more are, or where it must be, one that is none is refused with its line; else it stays text.
 *
 * @returns the headers of columns that were told of
 * @param say is told of columns that stay text although texts of theirs are numbers, or would be in another style
 */
export async function makeModelTable(
  engine: Engine,
  file: DataFile,
  wanted: readonly Wanted[],
  table: { readonly relation: string; readonly key: string; readonly keyValue: Sql; readonly carried: Carried },
  say: (sentence: string) => void,
): Promise<readonly string[]> {
  const { relation, key, keyValue } = table;
  const carried = Object.entries(table.carried).map(([as, value]) => sql`${value} as ${name(as)}`);
  const lower = wanted.map(({ header }) => header.toLowerCase());
  const twice = wanted.find(({ header }, i) => lower.indexOf(header.toLowerCase()) < i);
  if (twice)
    throw new ConfigError(`${file.shownAs}: ${twice.header} must differ from other features by more than capitals`);
  const query = (columns: readonly Sql[]): Sql =>
    sql`select ${join([sql`${keyValue} as ${name(key)}`, ...columns, ...carried])} from ${relationName(file.relation)}`;
  if (file.text === null) {
    const typed = wanted.map(({ header }) => sql`${columnAt(file.headers.indexOf(header))} as ${name(header)}`);
    await engine.define(relation, query(typed));
    return [];
  }
  const counted = await countNumbers(engine, file, wanted);
  const meant = counted.filter(
    ({ as, numbers, known }) => as === 'number' || (as === 'either' && numbers > 0 && numbers >= mostlyNumbers * known),
  );
  await refuseBad(
    engine,
    file,
    meant.map(({ header, number }): TypedColumn => {
      const text = fieldText(file, header);
      return {
        header,
        as: header,
        value: number,
        isBad: sql`${text} is not null and ${number} is null`,
        what: 'a number',
      };
    }),
    advice,
  );
  const headers = wanted.filter(({ as }) => as !== 'text').map(({ header }) => header);
  const told: string[] = [];
  for (const { header, known, numbers } of counted.filter((one) => one.as === 'either' && !meant.includes(one))) {
    const why =
      numbersOtherwise(file.text, header, headers) ??
      (numbers > 0 ? `${numbers} of its ${known} values are numbers` : null);
    if (why === null) continue;
    say(`${file.shownAs}: ${header} is taken as text and coded by level; ${why}`);
    told.push(header);
  }
  await engine.create(
    relation,
    query(
      counted.map(
        (one) => sql`${meant.includes(one) ? one.number : fieldText(file, one.header)} as ${name(one.header)}`,
      ),
    ),
  );
  return told;
}

/** The values of a column that identify the rows, as text. Throws where one is missing or stands twice. */
export async function requireKey(engine: Engine, file: DataFile, header: string): Promise<Sql> {
  const value = sql`trim(${fieldText(file, header)})`;
  const [bad] = await engine.rows(
    sql`select "row", value, first from (
        select "row", ${value} as value, min("row") over (partition by ${value}) as first from ${relationName(file.relation)}
      ) as keyed where value is null or first < "row" order by "row" limit 1`,
    { row: 'integer', value: 'text?', first: 'integer' },
    1,
  );
  if (!bad) return value;
  const line = await lineOf(engine, file, bad.row);
  const found =
    bad.value === null
      ? 'it has no value'
      : `"${bad.value}" stands on line ${await lineOf(engine, file, bad.first)} too`;
  throw new ConfigError(`${file.shownAs}:${line}: ${header} must tell the rows apart, to be their --key; ${found}`);
}
