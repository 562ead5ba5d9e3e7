import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { segmentSql } from '../../src/segments/segment.sql.ts';

let engine: Engine;
const shape = {
  segment: 'text',
  name: 'text',
  customers: 'integer',
  description: 'text',
  automatic_name: 'text',
} as const;

beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

describe('segmentSql(segments)', () => {
  it('is a row per segment, whatever the words hold', async () => {
    const segments = [
      { segment: 's1', name: `O'Neill "buyers"; --`, customers: 3, description: 'a\nb', automaticName: 'Frequent' },
      { segment: 's2', name: 'ספרים', customers: 0, description: '', automaticName: 'ספרים' },
    ];
    expect(await engine.rows(segmentSql(segments), shape)).toEqual(
      segments.map(({ automaticName, ...segment }) => ({ ...segment, automatic_name: automaticName })),
    );
  });

  it('is empty with the same types where there are no segments', async () => {
    expect(await engine.rows(segmentSql([]), shape)).toEqual([]);
    const types = (await engine.check(segmentSql([]))).map((column) => column.type);
    expect(types).toEqual(['VARCHAR', 'VARCHAR', 'BIGINT', 'VARCHAR', 'VARCHAR']);
  });
});
