import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { sampleSql } from '../../../src/models/kmeans/sample.sql.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { open } from '../support.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const byHash = (left: readonly [string, number], right: readonly [string, number]): number =>
  left[0] < right[0] ? -1 : 1;

/** The first values of a sample of 200 customers `c0`, `c1`, …, the value of each of whom is `value` of its number. */
async function sampled(value: string, isNumbered: boolean): Promise<number[]> {
  const matrix = raw(`select 'c' || i as customer_id, ${value} as u1 from range(200) as t (i)`);
  const rows = await engine.rows(sql`select u1 from (${sampleSql(matrix, 1, 20, isNumbered)}) as s order by member`, {
    u1: 'integer',
  });
  return rows.map(({ u1 }) => u1);
}

const customers = Array.from({ length: 200 }, (_, i) => i);

describe('sampleSql(matrix, p, rows, isNumbered)', () => {
  it('takes the customers whose md5 comes first, whatever their ids are like', async () => {
    const expected = customers.map((i) => [md5(`c${i}`), i] as const).sort(byHash);
    expect(await sampled('i', false)).toEqual(expected.slice(0, 20).map(([, i]) => i));
  });

  it('goes by the values of rows that are but numbered, and by how often they came', async () => {
    const expected = customers.map((i) => [md5(`${i % 50} ${1 + Math.floor(i / 50)}`), i % 50] as const).sort(byHash);
    expect(await sampled('i % 50', true)).toEqual(expected.slice(0, 20).map(([, u]) => u));
  });
});
