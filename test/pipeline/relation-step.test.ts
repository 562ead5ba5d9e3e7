import { afterAll, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { relationStep } from '../../src/pipeline/relation-step.ts';
import type { StepContext } from '../../src/pipeline/step.ts';
import { parseRelation } from '../../src/sql/relation.ts';
import { raw } from '../../src/sql/sql.ts';

const engine = await openDuckdb();
afterAll(() => engine.close());

const outcomeOf = async (header: string): Promise<unknown> => {
  const relation = parseRelation(`-- marts.one: some\n${header}select * from warehouse.all_rows\n`, 'one.sql');
  await engine.drop('marts.one');
  return relationStep(relation).run({ engine, audits: [] } as unknown as StepContext);
};

it('rows of another relation are counted where they are stored, and not where they are a view', async () => {
  await engine.create('warehouse.all_rows', raw('select range as n from range(3)'));
  const grain = '-- grain: n (as warehouse.all_rows)\n';
  expect(await outcomeOf(grain)).toEqual({ rows: 3, outcome: '3 rows' });
  expect(await outcomeOf(`${grain}-- kept as: view\n`)).toEqual({
    rows: null,
    outcome: 'a view of warehouse.all_rows',
  });
  expect(await outcomeOf(`${grain}-- kept as: view\n-- not null: n\n`)).toMatchObject({ rows: null });
  expect(await outcomeOf('-- grain: n\n-- kept as: view\n')).toEqual({ rows: 3, outcome: '3 rows' });
});
