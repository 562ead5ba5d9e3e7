import { extname, resolve } from 'node:path';
import type { Engine, FileFormat } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import type { Sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { count } from '../words.ts';
import { writeWhole } from '../write-file.ts';

const formats: Readonly<Record<string, FileFormat>> = { '.csv': 'machine-csv', '.parquet': 'parquet' };

/** The format of a file of scores, or of what another option names, by its ending. */
export function scoresFormat(file: string, option = '--scores'): FileFormat {
  const format = formats[extname(file).toLowerCase()];
  if (format === undefined) throw new ConfigError(`${option} must end in .csv or .parquet, got "${file}"`);
  return format;
}

/** Writes scores to a file that the user named, whole or not at all. */
export async function writeScores(
  engine: Engine,
  query: Sql,
  file: string,
  effects: Effects,
  option?: string,
): Promise<void> {
  const format = scoresFormat(file, option);
  await writeWhole(resolve(effects.cwd, file), async (unfinished) => {
    const { rows } = await engine.unload(query, unfinished, format);
    effects.say(`${file}: ${count(rows, 'row')}`);
  });
}

/** The headers of a file as names of a table, in which capitals do not tell names apart: `A, a` are `A, a_2`. */
export function distinctNames(headers: readonly string[]): string[] {
  const lower = headers.map((header) => header.toLowerCase());
  const names: string[] = [];
  for (const [i, header] of headers.entries())
    names.push(lower.indexOf(lower[i]!) === i ? header : freeNames([header], [...headers, ...names])[header]!);
  return names;
}

/** Names for further columns beside those of a file, in which capitals do not tell names apart: `segment`, else `segment_2`. */
export function freeNames<T extends string>(wanted: readonly T[], taken: readonly string[]): Record<T, string> {
  const used = new Set(taken.map((one) => one.toLowerCase()));
  const free = (name: string): string => {
    for (let i = 1; ; i++) {
      const candidate = i === 1 ? name : `${name}_${i}`;
      if (!used.has(candidate.toLowerCase())) return candidate;
    }
  };
  return Object.fromEntries(wanted.map((name) => [name, free(name)])) as Record<T, string>;
}
