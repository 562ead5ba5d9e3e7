import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { buildLayer } from '../support/build.ts';
import { allRelations } from '../support/contracts.ts';
import { expectedRows, rowsOf } from '../support/expect-rows.ts';
import { bindAll, createGiven, settings, type Columns, type GivenRow, type GivenTables } from '../support/given.ts';

interface Case {
  readonly given: GivenTables;
  readonly expect: readonly GivenRow[];
}

const here = new URL('./', import.meta.url);
const casesOf = (relation: string): string[] => readdirSync(new URL(`${relation}/`, here)).sort();

describe('every relation, by its given and expected rows', () => {
  const relations = allRelations();
  let engine: Engine;
  let columns: ReadonlyMap<string, Columns>;

  beforeAll(async () => {
    engine = await openDuckdb({ threads: 1 });
    columns = await bindAll(engine);
    return () => engine.close();
  });

  it('has a folder of cases, and no folder is without its relation', () => {
    const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(relations.map(({ id }) => id).sort());
  });

  describe.each(relations)('$id', (relation) => {
    it.each(casesOf(relation.id))('%s', async (file) => {
      const { given, expect: expected } = JSON.parse(
        readFileSync(new URL(`${relation.id}/${file}`, here), 'utf8'),
      ) as Case;
      const stray = Object.keys(given).filter((table) => !relation.reads.includes(table));
      expect(stray, `${relation.id} does not read these`).toEqual([]);
      for (const read of relation.reads) {
        await createGiven(engine, read, columns.get(read)!, given[read] ?? settings[read] ?? []);
      }
      await engine.drop(relation.id);
      await buildLayer(engine, { ...relation, totals: [] });
      const named = expected[0] ? Object.keys(expected[0]) : relation.grain;
      expect(await rowsOf(engine, relation, columns.get(relation.id)!, named)).toEqual(expectedRows(expected));
    });
  });
});
