import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { EngineError } from '../../src/errors.ts';
import { generateSample } from '../../src/sample/generate-sample.ts';
import { planSample } from '../../src/sample/plan.ts';
import { fileSink, openPage, type Sink } from '../../src/sample/sink.ts';
import { sampleTables, type SampleTable } from '../../src/sample/tables.ts';
import { writeTables } from '../../src/sample/write.ts';
import { literal, name, sql } from '../../src/sql/sql.ts';
import { temporaryFolder } from '../support/running.ts';
import { openSample } from './open-sample.ts';

const size = { customers: 400, lines: 10, seed: 3 };

/** A sink that notes what it gets, and how much was ever on its way at once. */
function noteSink(notes: { texts: string[]; open: number; most: number }): Sink {
  return {
    async write(bytes) {
      notes.open += 1;
      notes.most = Math.max(notes.most, notes.open);
      notes.texts.push(Buffer.from(bytes).toString('utf8'));
      await new Promise(setImmediate);
      notes.open -= 1;
    },
    close: () => Promise.resolve(),
  };
}

describe('a page', () => {
  it('hands on what it holds when the next text may not fit, and nothing is lost', async () => {
    const notes = { texts: [] as string[], open: 0, most: 0 };
    const page = openPage(noteSink(notes), 64);
    const texts = ['plain', 'eñe אבי 🏔', 'x'.repeat(50), '', 'y'.repeat(200), 'end'];
    for (const text of texts) await page.put(text);
    await page.flush();
    expect(notes.texts.join('')).toBe(texts.join(''));
    expect(notes.texts.length).toBeGreaterThan(2);
    expect(Math.max(...notes.texts.map((text) => Buffer.byteLength(text)))).toBe(200);
  });
});

describe('the writer', () => {
  it('writes page after page while customers are made, and waits for each', async () => {
    const notes = new Map<SampleTable, { texts: string[]; open: number; most: number }>();
    const pageSize = 8_192;
    const rows = await writeTables(
      planSample(size),
      (table) => {
        notes.set(table, { texts: [], open: 0, most: 0 });
        return Promise.resolve(noteSink(notes.get(table)!));
      },
      pageSize,
    );
    for (const [table, { texts, most }] of notes) {
      const records = texts.join('').trimEnd().split('\n').slice(1);
      expect(records, table).toHaveLength(rows[table]);
      expect(most, table).toBe(1);
    }
    const { texts } = notes.get('purchases')!;
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.slice(0, -1).filter((text) => Buffer.byteLength(text) > 2 * pageSize)).toEqual([]);
  });

  it('closes every file where one fails, and says which', async () => {
    let closed = 0;
    const failing = writeTables(planSample(size), (table) =>
      Promise.resolve({
        write: () => (table === 'interactions' ? Promise.reject(new Error('disk full')) : Promise.resolve()),
        close: () => Promise.resolve(void (closed += 1)),
      }),
    );
    await expect(failing).rejects.toThrow('disk full');
    expect(closed).toBe(6);
    await expect(fileSink(join(temporaryFolder(), 'no', 'folder.csv'))).rejects.toThrow(EngineError);
  });
});

describe('Parquet', () => {
  it('holds what the CSV holds, typed, in the same order', async () => {
    const [texts, typed] = [temporaryFolder(), temporaryFolder()];
    await generateSample(size, { folder: texts, format: 'csv' });
    const engine = await openDuckdb();
    onTestFinished(() => engine.close());
    const files = await generateSample(size, { folder: typed, format: 'parquet', engine });
    const sample = await openSample(texts, onTestFinished);
    for (const { file, rows } of files.filter(({ file }) => file.endsWith('.parquet'))) {
      const table = file.replace('.parquet', '') as SampleTable;
      const parquet = sql`select * from read_parquet(${literal(join(typed, file))})`;
      expect((await sample.engine.check(parquet)).map((column) => [column.name, column.type.toLowerCase()])).toEqual(
        Object.entries(sampleTables[table]),
      );
      await sample.engine.create('from_parquet', parquet);
      const difference = sql`select count(*) as n from (
        (select *, row_number() over () as place from from_parquet) except
        (select *, row_number() over () as place from ${name(table)}))`;
      expect((await sample.engine.rows(difference, { n: 'integer' }))[0]!.n, table).toBe(0);
      const [counted] = await sample.engine.rows(sql`select count(*) as n from from_parquet`, { n: 'integer' });
      expect(counted!.n).toBe(rows);
    }
    expect(readFileSync(join(typed, 'truth.json'), 'utf8')).toBe(readFileSync(join(texts, 'truth.json'), 'utf8'));
  });
});
