import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { TableContext } from '../../src/pipeline/model-part.ts';
import { nobody } from '../../src/pipeline/people/file.ts';
import { knownNames } from '../../src/pipeline/segment-names.ts';
import { sql } from '../../src/sql/sql.ts';
import { inEnglish } from '../../src/text/remark.ts';

describe('knownNames(context, language)', () => {
  let engine: Engine;
  const told: string[] = [];

  /** A release before that told of its segments in Spanish. */
  const context = (): TableContext => ({
    engine,
    former: {
      asOf: '2025-12-30',
      table: (relation) => ['main', relation.replace('.', '_')],
      model: () => Promise.resolve(null),
      upkeep: () => Promise.resolve(null),
    },
    stored: {},
    later: null,
    people: nobody,
    windows: [],
    tell: (remark) => told.push(...inEnglish([remark])),
  });

  beforeAll(async () => {
    engine = await openDuckdb();
    await engine.create('segments_segment', sql`select 's1' as segment, 'Fieles' as name, 'Fieles' as automatic_name`);
    await engine.create('warehouse_setting', sql`select 'es' as language`);
  });
  afterAll(() => engine.close());

  it('keeps automatic names that are in the language of the pipeline', async () => {
    expect((await knownNames(context(), 'es')).automatic).toEqual(new Map([['s1', 'Fieles']]));
    expect(told).toEqual([]);
  });

  it('makes them anew in another language, and says so', async () => {
    expect((await knownNames(context(), 'eu')).automatic).toEqual(new Map());
    expect(told).toEqual(['segments are called anew in the language of the pipeline, eu; before it was es']);
  });
});
