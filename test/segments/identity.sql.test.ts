import { expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { knownSegments } from '../../src/pipeline/known-segments.ts';
import { nobody } from '../../src/pipeline/people/file.ts';
import { identitySql } from '../../src/segments/identity.sql.ts';
import { raw } from '../../src/sql/sql.ts';

it('segments.identity holds the segments of tonight, of days told anew since, and of releases that were rolled back', async () => {
  const engine = await openDuckdb();
  await engine.create('scores.segment', raw(`from (values ('s1'), ('s5'), ('s1')) as t (segment)`));
  await engine.create('segments.size', raw(`select 's1' as segment`));
  await engine.create('segments.identity', raw(`from (values ('s1'), ('s2')) as t (segment)`));
  const people = { table: () => raw(`(select 's3' as segment)`) };
  const former = (...tables: string[]) => ({
    asOf: '2026-01-01',
    table: (relation: string) => (tables.includes(relation) ? relation.split('.') : null),
    model: () => Promise.resolve(null),
    upkeep: () => Promise.resolve(null),
  });
  const told = async (known: ReturnType<typeof knownSegments>): Promise<string[]> =>
    (await engine.rows(identitySql(known), { segment: 'text' })).map(({ segment }) => segment).sort();
  expect(await told(knownSegments(null, nobody))).toEqual(['s1', 's5']);
  expect(await told(knownSegments(former('segments.size', 'segments.identity'), people))).toEqual([
    's1',
    's2',
    's3',
    's5',
  ]);
  // A release of before there was such a table.
  await engine.create('segments.size', raw(`select 's4' as segment`));
  expect(await told(knownSegments(former('segments.size'), people))).toEqual(['s1', 's3', 's4', 's5']);
  await engine.close();
});
