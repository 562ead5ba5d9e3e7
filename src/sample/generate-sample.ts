import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { convertToParquet } from './parquet.ts';
import { planSample, type SampleSize } from './plan.ts';
import { sampleTableNames } from './tables.ts';
import { truthOf } from './truth.ts';
import { cannotWrite, fileSink } from './sink.ts';
import { writeTables } from './write.ts';

/** How a sample is written: CSV (UTF-8, LF), or Parquet, which needs an engine. */
export type SampleTarget =
  | { readonly folder: string; readonly format: 'csv' }
  | { readonly folder: string; readonly format: 'parquet'; readonly engine: Engine };

/** A file of the sample and its records; `truth.json` counts as one. */
export interface SampleFile {
  readonly file: string;
  readonly rows: number;
}

/**
 * Writes a synthetic company into a folder: the canonical tables (customers, products, purchases, interactions, campaigns), and beside
 * them the planted truth (`truth.json`; `truth_customers`). Any size takes the same memory. Files are made in `.unfinished` and moved when
 * all are whole; files of the same names are replaced.
 *
 * Neither the clock nor any randomness but the seed is used: the same size and seed give the same bytes (Parquet: with the same engine).
 *
 * @throws EngineError where a file cannot be written
 */
export async function generateSample(size: SampleSize, target: SampleTarget): Promise<SampleFile[]> {
  const unfinished = join(target.folder, '.unfinished');
  const refuse = cannotWrite(target.folder);
  await rm(unfinished, { recursive: true, force: true }).catch(refuse);
  await mkdir(unfinished, { recursive: true }).catch(refuse);
  try {
    const plan = planSample(size);
    const rows = await writeTables(plan, (table) => fileSink(join(unfinished, `${table}.csv`)));
    await writeFile(join(unfinished, 'truth.json'), `${JSON.stringify(truthOf(plan), null, 2)}\n`).catch(refuse);
    const files: SampleFile[] = [];
    for (const table of sampleTableNames) {
      const file = `${table}.${target.format}`;
      if (target.format === 'parquet') {
        await convertToParquet(target.engine, table, join(unfinished, `${table}.csv`), join(unfinished, file));
      }
      files.push({ file, rows: rows[table] });
    }
    files.push({ file: 'truth.json', rows: 1 });
    for (const { file } of files) await rename(join(unfinished, file), join(target.folder, file)).catch(refuse);
    return files;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
