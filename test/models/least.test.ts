import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { leastSql } from '../../src/models/least.sql.ts';
import { numbered } from '../../src/models/literal.sql.ts';
import { raw } from '../../src/sql/sql.ts';
import { open, table } from './support.ts';

let engine: Engine;
const winner = { value: 'least', index: 'place' };

beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

describe('leastSql(rows, columns, keep, winner)', () => {
  it.each([2, 3, 5, 8, 13, 100])('finds the least of %i columns, the first of equal ones', async (n) => {
    const columns = numbered('d', n);
    const values = columns.map((column, i) => `cast((hash(i * 101 + ${i}) % 17) as double) as ${column}`);
    await table(engine, 'made.d', `select i, ${values.join(', ')} from range(300) as t (i)`);
    const rows = await engine.rows(
      leastSql(raw('select * from made.d'), columns, ['i', ...columns], winner),
      Object.fromEntries(['i', 'least', 'place', ...columns].map((column) => [column, 'number'] as const)),
      300,
    );
    expect(rows).toHaveLength(300);
    for (const row of rows) {
      const all = columns.map((column) => row[column]!);
      const least = Math.min(...all);
      expect([row['least'], row['place']]).toEqual([least, all.indexOf(least) + 1]);
    }
  });
});
