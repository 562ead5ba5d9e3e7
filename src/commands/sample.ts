import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openDuckdb } from '../engine/duckdb.ts';
import { ConfigError, listProblems } from '../errors.ts';
import { generateSample, type SampleFile, type SampleTarget } from '../sample/generate-sample.ts';
import type { SampleSize } from '../sample/plan.ts';
import type { Effects } from './effects.ts';

/** What `bezero sample` takes; numbers may come as the text of the command line. */
export interface SampleOptions {
  /** Folder to write to. */
  readonly out: string;
  /** Customers and prospects: 1 to 10,000,000; 2,000 where not said. */
  readonly customers?: string | number;
  /** Mean order lines per customer: 1 to 100; 10 where not said. */
  readonly lines?: string | number;
  /** `csv` (where not said) or `parquet`. */
  readonly format?: string;
  /** Whole number from 0 to 4,294,967,295; 1 where not said. */
  readonly seed?: string | number;
  /** Write into a folder that holds something; files of the same names are replaced. */
  readonly force?: boolean;
}

const count = (number: number): string => number.toLocaleString('en');

function parseNumber(
  option: string,
  given: string | number,
  from: number,
  to: number,
  whole: boolean,
): number | string {
  const number = typeof given === 'number' || given.trim() !== '' ? Number(given) : NaN;
  if ((whole ? Number.isInteger(number) : Number.isFinite(number)) && number >= from && number <= to) return number;
  return `--${option} must be a ${whole ? 'whole ' : ''}number from ${count(from)} to ${count(to)}, got "${given}"`;
}

function parseSize({ customers = 2_000, lines = 10, seed = 1, format = 'csv' }: SampleOptions): SampleSize {
  const size = {
    customers: parseNumber('customers', customers, 1, 10_000_000, true),
    lines: parseNumber('lines', lines, 1, 100, false),
    seed: parseNumber('seed', seed, 0, 2 ** 32 - 1, true),
  };
  const problems = Object.values(size).filter((value) => typeof value === 'string');
  if (format !== 'csv' && format !== 'parquet') problems.push(`--format must be csv or parquet, got "${format}"`);
  if (problems.length > 0) throw new ConfigError(listProblems(problems));
  return size as SampleSize;
}

async function refuseToMix(folder: string, out: string): Promise<void> {
  const found = await readdir(folder).catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new ConfigError(`${out} must be a folder that can be written: ${message}`, { cause: error });
  });
  if (found.length > 0) {
    throw new ConfigError(
      `${out} must be empty or not there yet; it holds ${found[0]!}; name another folder, or use --force`,
    );
  }
}

async function write(size: SampleSize, folder: string, format: 'csv' | 'parquet'): Promise<SampleFile[]> {
  if (format === 'csv') return generateSample(size, { folder, format });
  const engine = await openDuckdb({ memoryLimit: '1GB' });
  try {
    const target: SampleTarget = { folder, format, engine };
    return await generateSample(size, target);
  } finally {
    await engine.close();
  }
}

/**
 * `bezero sample`: writes the synthetic company, of any size, with its planted truth.
 *
 * @throws ConfigError for an option out of its range, or a folder that holds something without `force`
 */
export async function sample(options: SampleOptions, effects: Effects): Promise<void> {
  const size = parseSize(options);
  const folder = resolve(effects.cwd, options.out);
  if (options.force !== true) await refuseToMix(folder, options.out);
  const done = effects.step(`making ${count(size.customers)} customers`);
  const files = await write(size, folder, options.format === 'parquet' ? 'parquet' : 'csv');
  done(`${count(files.find(({ file }) => file.startsWith('purchases'))?.rows ?? 0)} order lines`);
  const width = Math.max(...files.map(({ file }) => file.length));
  for (const { file, rows } of files)
    effects.say(`${join(options.out, file.padEnd(width))}  ${count(rows)} ${rows === 1 ? 'row' : 'rows'}`);
}
