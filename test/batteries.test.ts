import { readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../src/engine/duckdb.ts';
import type { Engine } from '../src/engine/engine.ts';
import { runPipeline } from '../src/pipeline/run.ts';
import { readPipeline } from '../src/pipeline/spec.ts';
import { generateSample } from '../src/sample/generate-sample.ts';
import { name, raw, sql } from '../src/sql/sql.ts';
import { isFull } from './support/full.ts';
import { openRelease, publishedFiles, runIn, sampleFolder, temporaryFolder } from './support/running.ts';

/** What a mart holds, whatever the order of its rows. Columns that name a place in a file are left out. */
async function contentOf(engine: Engine): Promise<Record<string, string>> {
  const tables = await engine.rows(
    raw(`select table_name from information_schema.tables where table_schema = 'marts' order by table_name`),
    { table_name: 'text' },
    200,
  );
  const content: Record<string, string> = {};
  for (const { table_name } of tables) {
    const table = name('marts', table_name);
    const [found] = await engine.rows(
      sql`select count(*) as n, coalesce(md5(string_agg(row, ';' order by row)), '') as hash from (select cast(t as varchar) as row from ${table} as t) as rows`,
      { n: 'integer', hash: 'text' },
      1,
    );
    content[table_name] = `${found!.n} ${found!.hash}`;
  }
  return content;
}

/** Rows of a file in another order, the same for every run. */
function shuffled(text: string): string {
  const [header, ...rows] = text.trimEnd().split('\n');
  const key = (row: string): string => createHash('md5').update(row).digest('hex');
  return `${[header, ...rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))].join('\n')}\n`;
}

describe.runIf(isFull)('the nightly run', () => {
  it('gives the same bytes again, on 1, 2 and 4 threads, and with the rows shuffled', async () => {
    const outcome = async (threads: number, shuffle: boolean) => {
      const { folder, yaml } = sampleFolder();
      if (shuffle) {
        for (const table of ['customers', 'products', 'purchases', 'interactions', 'campaigns']) {
          const file = join(folder, `sample-data/${table}.csv`);
          writeFileSync(file, shuffled(readFileSync(file, 'utf8')));
        }
      }
      // A row group every 2,048 rows: so there is something to share. Of steps, as many run at a time as there are threads.
      const open: typeof openDuckdb = (options) => openDuckdb({ ...options, rowGroup: 2048 });
      const result = await runIn(folder, `${yaml}\nengine: { threads: ${threads} }\n`, { open });
      return { files: publishedFiles(result), marts: await contentOf(await openRelease(result)) };
    };
    const first = await outcome(2, false);
    expect(first.files.size).toBeGreaterThan(5);
    for (const [threads, shuffle] of [
      [1, false],
      [4, true],
    ] as const) {
      const other = await outcome(threads, shuffle);
      expect(other.marts).toEqual(first.marts);
      for (const [file, bytes] of first.files)
        expect(other.files.get(file)?.equals(bytes), `${file}, ${threads} threads, shuffled: ${shuffle}`).toBe(true);
    }
  });

  it('bounds what comes to TypeScript by the options, not by the number of customers', async () => {
    const crossed = async (customers: number) => {
      const folder = temporaryFolder();
      await generateSample({ customers, lines: 5, seed: 1 }, { folder: join(folder), format: 'csv' });
      // A tree asks by its nodes, which its depth bounds, and who buys again is not learnt from few: see the battery of the models.
      const yaml = sampleFolder().yaml.replaceAll(/^ +- (tree|repurchase): .*\n/gm, '');
      const calls: { limit: number; rows: number }[] = [];
      const open: typeof openDuckdb = async (options) => {
        const engine = await openDuckdb(options);
        const rows = engine.rows.bind(engine);
        return Object.assign(engine, {
          rows: async (...[query, shape, limit = 10_000]: Parameters<Engine['rows']>) => {
            const found = await rows(query, shape, limit);
            calls.push({ limit, rows: found.length });
            return found;
          },
        });
      };
      const pipeline = readPipeline(join(folder, 'pipeline.yaml'), yaml.replaceAll('sample-data/', ''));
      const effects = {
        now: () => new Date('2026-11-21T02:00:00Z'),
        randomId: () => '0000',
        step: () => () => undefined,
        versions: {},
        open,
      };
      await runPipeline(pipeline, {}, effects, () => undefined);
      return calls;
    };
    const [few, many] = [await crossed(500), await crossed(5_000)];
    // The bound of a question comes from the options, never from the data.
    const limits = (calls: { limit: number }[]): number[] =>
      [...new Set(calls.map(({ limit }) => limit))].sort((a, b) => a - b);
    expect(limits(many)).toEqual(limits(few));
    expect(Math.max(...limits(many))).toBeLessThan(50_000);
    for (const { rows, limit } of [...few, ...many]) expect(rows).toBeLessThanOrEqual(limit);
    const largest = (calls: { rows: number }[]): number[] =>
      calls.map(({ rows }) => rows).filter((rows) => rows > 1_000);
    expect(largest(many).length).toBeLessThanOrEqual(2);
  });
});
