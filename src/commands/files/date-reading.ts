import type { Engine } from '../../engine/engine.ts';
import { ConfigError, EngineError } from '../../errors.ts';
import { sql } from '../../sql/sql.ts';
import { swapped } from '../init/dates.ts';
import type { DataFile } from './data-file.ts';

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
  const { dates, values } = text.found.columns.find((column) => column.header === header)!;
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
