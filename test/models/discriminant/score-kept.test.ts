import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../../src/engine/duckdb.ts';
import { fitDiscriminant } from '../../../src/models/discriminant/fit.ts';
import { discriminantOptions } from '../../../src/models/discriminant/options.ts';
import { discriminantScoreSql } from '../../../src/models/discriminant/score.sql.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { open, table } from '../support.ts';
import { isFull } from '../../support/full.ts';

/** More than one part of a table for every thread, every seventh row without a predictor, one far away. */
const many = 400_000;
const rows = `select i as id, 'k' || (i % 3) as class, i as line,
    case when i = 11 then 1e300 when i % 7 > 0 then i % 3 + hash(i) % 1000 / 100.0 end as a, hash(i * 3) % 500 / 10.0 as b
  from range(${many}) as t (i)`;

const options = discriminantOptions.parse({
  class: 'class',
  predictors: ['a', 'b'],
  validation: 'leave_one_out',
});

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'bezero-kept-'))));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Fitted without the row that is far away, written with it. */
async function written(threads: number): Promise<string> {
  const engine = await openDuckdb({ threads });
  try {
    await engine.create('made.row', sql`select * from (${raw(rows)}) as made where id <> 11`);
    const fitted = await fitDiscriminant(engine, options, { asOf: '', relation: 'made.row', key: 'id' });
    await table(engine, 'made.row', rows);
    const file = join(folder, `${threads}.parquet`);
    const scores = discriminantScoreSql(fitted, { functions: true, posteriors: true, kept: { line: 'line' } });
    await engine.unload(sql`select * exclude (customer_id) from (${scores}) as scored`, file, 'parquet');
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } finally {
    await engine.close();
  }
}

describe('scores beside columns that are kept', () => {
  it.runIf(isFull)(
    'have the same bytes on 1, 2 and 4 threads: every row in the order of the table, without scores where a predictor is missing',
    async () => {
      const hash = await written(1);
      expect(await written(2)).toBe(hash);
      expect(await written(4)).toBe(hash);
      const engine = await open();
      try {
        const [found] = await engine.rows(
          sql`select count(*) as n, count(case when line <> file_row_number then 1 end) as moved,
            count(case when line % 7 = 0 and line <> 11 and coalesce(assigned_segment, second_segment) is null
              and coalesce(posterior, second_posterior, squared_distance, second_squared_distance, typicality, score_1, posterior_1) is null then 1 end) as blank,
            count(posterior) as scored, count(typicality) as typical, count(assigned_segment) as assigned,
            max(squared_distance) as farthest
          from read_parquet(${join(folder, '4.parquet')}, file_row_number = true)`,
          {
            n: 'integer',
            moved: 'integer',
            blank: 'integer',
            scored: 'integer',
            typical: 'integer',
            assigned: 'integer',
            farthest: 'number',
          },
        );
        const blank = Math.ceil(many / 7);
        const scored = many - blank;
        expect(found).toMatchObject({ n: many, moved: 0, blank, scored, typical: scored, assigned: scored });
        expect(found!.farthest).toBeGreaterThan(1e12);
        expect(Number.isFinite(found!.farthest)).toBe(true);
      } finally {
        await engine.close();
      }
    },
    120_000,
  );
});
