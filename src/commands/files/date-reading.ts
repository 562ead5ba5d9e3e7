import type { Engine } from '../../engine/engine.ts';
import { ConfigError, EngineError } from '../../errors.ts';
import { sql } from '../../sql/sql.ts';
import { dateFormatsOf, swapped } from '../init/dates.ts';
import type { DataFile } from './data-file.ts';

/** Values that are looked at one by one. */
const looked = 1_000;

/** The formats that fit the most of some values, where that is half of them or more: the others are mistakes to be told. */
function mostFitting(values: readonly string[]): string[] {
  const different = [...new Set(values)].slice(0, looked);
  const fitted = new Map<string, number>();
  for (const format of different.flatMap((value) => dateFormatsOf([value])))
    fitted.set(format, (fitted.get(format) ?? 0) + 1);
  const most = Math.max(0, ...fitted.values());
  return most === 0 || most < different.length / 2
    ? []
    : [...fitted].filter(([, count]) => count === most).map(([format]) => format);
}

/**
 * How the dates of a column are written: a strptime format, or undefined for ISO 8601. The user's word, else what fits its values.
 *
 * @throws ConfigError where none fits, or where nothing tells the day from the month
 */
export async function dateFormatOf(
  engine: Engine,
  { shownAs, text }: DataFile,
  header: string,
  given: string | undefined,
): Promise<string | undefined> {
  if (given !== undefined) {
    await engine
      .rows(sql`select try_strptime('', ${given}) is null as fits`, { fits: 'boolean' }, 1)
      .catch((error: unknown) => {
        if (!(error instanceof EngineError)) throw error;
        throw new ConfigError(`--date-format must be a strptime format like %d/%m/%Y, got "${given}"`, {
          cause: error,
        });
      });
    return given;
  }
  if (text === null) return undefined;
  const { dates: all, values } = text.found.columns.find((column) => column.header === header)!;
  const dates = all.length > 0 ? all : mostFitting(values);
  const [format] = dates;
  if (format === undefined) {
    const example =
      values[0] === undefined ? 'it is empty' : `its first value is ${JSON.stringify(values[0].slice(0, 40))}`;
    throw new ConfigError(
      `--date must name a column of dates; ${header} of ${shownAs} is none that is known: ${example}. Name another, or say how they are written with --date-format`,
    );
  }
  if (format === 'iso') return undefined;
  const rival = swapped(format);
  if (rival !== null && dates.includes(rival)) {
    throw new ConfigError(
      `${shownAs}: nothing tells the day from the month in ${header} (${values[0]!}); say --date-format "${format}" or --date-format "${rival}"`,
    );
  }
  return format;
}
