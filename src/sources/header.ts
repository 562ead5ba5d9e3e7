import { CsvError, parse } from 'csv-parse/sync';
import { DataError } from '../errors.ts';
import { headOf } from './unpack.ts';

/** Longest header that is looked for, in bytes. */
const longestHeader = 1 << 20;

/**
 * The fields of the first record of a delimited file that is plain UTF-8.
 *
 * @throws DataError where it has no end
 */
export async function readFirstRecord(
  file: string,
  delimiter: string,
  quote: string,
  shownAs: string,
): Promise<string[]> {
  const head = await headOf(file, longestHeader);
  try {
    const [first] = parse(head, {
      delimiter,
      quote,
      escape: quote,
      bom: true,
      to: 1,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return first ?? [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DataError(
      `${shownAs}:1: the first record must end; a quote opens in it and none closes it. Check quote and delimiter of the source`,
      { cause: error },
    );
  }
}

/** Throws where a header leaves a column without a name or gives one name to two. */
export function checkHeader(header: readonly string[], shownAs: string): void {
  const seen = new Set<string>();
  for (const [i, name] of header.entries()) {
    if (name === '') throw new DataError(`${shownAs}:1: every column must have a name; column ${i + 1} has none`);
    if (/\p{Cc}/u.test(name.replaceAll(/[\n\r\t]/g, '')))
      throw new DataError(`${shownAs}:1: column names must not hold control characters; that of column ${i + 1} does`);
    if (seen.has(name)) throw new DataError(`${shownAs}:1: column names must differ; "${name}" stands twice`);
    seen.add(name);
  }
}
