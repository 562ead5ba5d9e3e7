import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { readNumber } from '../../sources/convert.sql.ts';
import { relationName } from '../../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { columnAt, fieldText, lineOf, type DataFile } from './data-file.ts';
import { refuseBad, type TypedColumn } from './columns.ts';

/** A column that a model takes, and whether it must be of numbers. */
export interface Wanted {
  readonly header: string;
  readonly mustBeNumber: boolean;
  /** It stays as it is written: what it holds are names, even where they are digits. */
  readonly isText?: boolean;
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

/**
 * Makes a table of the columns that a model takes, under their headers, with a key. A column of text is a number where every text in it is
 * one; where half of them or more are, or where it must be, one that is none is refused with its line; else it stays text.
 *
 * @param say is told of columns that stay text although some of their texts are numbers
 */
export async function makeModelTable(
  engine: Engine,
  file: DataFile,
  wanted: readonly Wanted[],
  table: { readonly relation: string; readonly key: string; readonly keyValue: Sql },
  say: (sentence: string) => void,
): Promise<void> {
  const { relation, key, keyValue } = table;
  const lower = wanted.map(({ header }) => header.toLowerCase());
  const twice = wanted.find(({ header }, i) => lower.indexOf(header.toLowerCase()) < i);
  if (twice)
    throw new ConfigError(`${file.shownAs}: ${twice.header} must differ from other features by more than capitals`);
  const make = async (columns: readonly Sql[]): Promise<void> => {
    const from = relationName(file.relation);
    await engine.create(
      relation,
      sql`select ${join([sql`${keyValue} as ${name(key)}`, ...columns])} from ${from} order by "row"`,
    );
  };
  if (file.text === null) {
    await make(wanted.map(({ header }) => sql`${columnAt(file.headers.indexOf(header))} as ${name(header)}`));
    return;
  }
  const counted = await countNumbers(engine, file, wanted);
  const meant = counted.filter(
    (one) => one.isText !== true && (one.mustBeNumber || (one.numbers > 0 && one.numbers >= mostlyNumbers * one.known)),
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
  for (const { header, known, numbers } of counted.filter(
    (one) => one.isText !== true && !meant.includes(one) && one.numbers > 0,
  ))
    say(`${file.shownAs}: ${header} is taken as text; ${numbers} of its ${known} values are numbers`);
  await make(
    counted.map((one) => sql`${meant.includes(one) ? one.number : fieldText(file, one.header)} as ${name(one.header)}`),
  );
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
