import type { Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { ConfigError, DataError } from '../../errors.ts';
import { dateFormatsOf } from './dates.ts';
import { detectEncoding, type FoundEncoding } from './encoding.ts';
import { findStyle, stylesOf, type FoundStyle, type NumberStyle } from './numbers.ts';

/** A column as its values show it. */
export interface ProbedColumn {
  readonly header: string;
  /** Values of the sample without the empty ones. */
  readonly values: readonly string[];
  readonly distinct: number;
  /** How its values can be read as numbers, but for some mistakes; empty: they are none. */
  readonly styles: readonly NumberStyle[];
  /** How its values can be read as dates, but for some mistakes: `iso` or strptime formats; empty: they are none. */
  readonly dates: readonly string[];
}

/** A file as its beginning shows it. */
export interface ProbedFile {
  /** As it was named. */
  readonly file: string;
  readonly encoding: FoundEncoding;
  readonly delimiter: string;
  readonly header: boolean;
  readonly columns: readonly ProbedColumn[];
  readonly style: FoundStyle;
  /** Words that stand for no value among numbers and dates: `NULL`, `n/a`. */
  readonly nulls: readonly string[];
  /** Records looked at, each with a text for every column. */
  readonly records: readonly (readonly string[])[];
}

/** Bytes and records that are looked at: enough to see a day above 12. */
const sampleBytes = 4_000_000;
const sampleRecords = 20_000;

/**
 * Looks at the beginning of a delimited text file, plain or gzip.
 *
 * @throws ConfigError where it is no delimited text, DataError where it is empty
 */
export async function probeFile(path: string, shownAs: string): Promise<ProbedFile> {
  const bytes = await readStart(path, shownAs);
  const encoding = detectEncoding(bytes);
  const text = new TextDecoder(encoding.label).decode(bytes);
  if (text.trim() === '') throw new DataError(`${shownAs} must hold rows under a header; it is empty`);
  if (/[\u0000-\u0008]/.test(text.slice(0, 10_000)))
    throw new ConfigError(`${shownAs} must be delimited text; it holds binary data`);
  const found = findDelimiter(bytes.length < sampleBytes ? text : text.slice(0, text.lastIndexOf('\n') + 1));
  if (!found) {
    throw new ConfigError(
      `${shownAs} must be text with a delimiter (, ; tab or |) between its columns, and as many columns in each row; none fits`,
    );
  }
  const [first = [], ...rest] = found.records;
  const header = isHeader(first);
  if (header) refuseUnclearNames(first, shownAs);
  const headers = header ? first : first.map((_, i) => `c${i + 1}`);
  const records = (header ? rest : found.records).filter((record) => record.length === headers.length);
  return describe({ file: shownAs, encoding, delimiter: found.delimiter, header, records }, headers);
}

/** Several files of one shape as one: what the first leaves open, another may settle. */
export function mergeFiles(files: readonly ProbedFile[]): ProbedFile {
  const [first] = files;
  return describe(
    { ...first!, records: files.flatMap(({ records }) => records) },
    first!.columns.map(({ header }) => header),
  );
}

function describe(file: Omit<ProbedFile, 'columns' | 'style' | 'nulls'>, headers: readonly string[]): ProbedFile {
  const columns = headers.map((header, i) => probeColumn(header, file.records, i));
  const nulls = [...new Set(columns.flatMap((column) => column.nulls))];
  return { ...file, columns, style: findStyle(columns), nulls };
}

/** Throws where a path that was named is a folder. */
export function refuseFolder(found: Stats | undefined, shownAs: string): void {
  if (found?.isDirectory() === true)
    throw new ConfigError(`${shownAs} must be a file; it is a folder: name a file in it`);
}

async function readStart(path: string, shownAs: string): Promise<Uint8Array> {
  const handle = await open(path).catch((error: unknown) => {
    throw new ConfigError(`${shownAs} must be a file that can be read: ${(error as Error).message}`, { cause: error });
  });
  try {
    refuseFolder(await handle.stat(), shownAs);
    const buffer = Buffer.alloc(sampleBytes);
    const { bytesRead } = await handle.read(buffer, 0, sampleBytes, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    // The end of the sample cuts the compressed stream: what came before it is whole.
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, sampleBytes);
  } finally {
    await handle.close();
  }
}

interface Parsed {
  readonly delimiter: string;
  readonly records: readonly (readonly string[])[];
}

const parseWith = (text: string, delimiter: string, to: number): string[][] =>
  parse(text, {
    delimiter,
    bom: true,
    to,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });

/** The delimiter that splits most records, the first too, into the same number of fields; of several, the one that makes more fields. */
function findDelimiter(text: string): Parsed | null {
  const candidates = [',', ';', '\t', '|'].map((delimiter) => {
    const widths = parseWith(text, delimiter, 500).map((record) => record.length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width = 1, records = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
    return { delimiter, width, first: widths[0], agreed: records / Math.max(widths.length, 1) };
  });
  const [several] = candidates
    .filter(({ width, first, agreed }) => width > 1 && first !== 1 && agreed > 0.8)
    .sort((a, b) => b.agreed - a.agreed || b.width - a.width);
  const isOne = candidates.every(({ first }) => first === 1);
  const best = several ?? (isOne ? candidates.find(({ width, agreed }) => width === 1 && agreed === 1) : undefined);
  return best ? { delimiter: best.delimiter, records: parseWith(text, best.delimiter, sampleRecords) } : null;
}

/** A header holds names: no number, no date, hardly anything empty. */
function isHeader(record: readonly string[]): boolean {
  const names = record.map((name) => name.trim()).filter((name) => name !== '');
  const isData = (text: string): boolean => stylesOf([text]).length > 0 || dateFormatsOf([text]).length > 0;
  return names.length > record.length / 2 && !names.some(isData);
}

function refuseUnclearNames(names: readonly string[], shownAs: string): void {
  const nameless = names.findIndex((name) => name.trim() === '');
  if (nameless >= 0)
    throw new ConfigError(`${shownAs}:1: every column must have a name; column ${nameless + 1} has none`);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new ConfigError(`${shownAs}:1: column names must differ; "${twice}" stands twice`);
}

/** Words that exports write for no value. */
const nullWords = ['NULL', 'null', 'N/A', 'n/a', '#N/A', 'NA', 'NaN', 'nan', 'None', '\\N', '-'];

function probeColumn(
  header: string,
  records: readonly (readonly string[])[],
  i: number,
): ProbedColumn & { nulls: readonly string[] } {
  const filled = records.map((record) => record[i]!.trim()).filter((value) => value !== '');
  const asIs = { header, values: filled, distinct: new Set(filled).size, ...readings(filled), nulls: [] };
  const values = filled.filter((value) => !nullWords.includes(value));
  if (asIs.styles.length > 0 || asIs.dates.length > 0 || values.length === filled.length) return asIs;
  const without = readings(values);
  if (without.styles.length === 0 && without.dates.length === 0) return asIs;
  return { ...asIs, values, ...without, nulls: nullWords.filter((word) => filled.includes(word)) };
}

function readings(values: readonly string[]): Pick<ProbedColumn, 'styles' | 'dates'> {
  const different = [...new Set(values)];
  return values.length === 0
    ? { styles: [], dates: [] }
    : { styles: stylesOf(different), dates: dateFormatsOf(different) };
}
