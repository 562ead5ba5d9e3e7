import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ModelError } from '../../src/errors.ts';
import { resolveFeatures, type FeatureScope } from '../../src/models/feature-set.ts';
import { valuesSql } from '../../src/models/feature-set.sql.ts';
import { sql } from '../../src/sql/sql.ts';
import { open, table } from './support.ts';

let engine: Engine;
const scope: FeatureScope = { model: 'kmeans', relation: 'made.row', key: 'id', where: sql`true` };

beforeEach(async () => {
  engine = await open();
});
afterEach(() => engine.close());

async function values(text: string): Promise<{ limits: unknown; values: (number | null)[] }> {
  const set = await resolveFeatures(engine, [text], scope, 'every');
  const rows = await engine.rows(
    sql`select x1 from (${valuesSql(set, scope.where)}) as v order by cast(customer_id as integer)`,
    { x1: 'number?' },
  );
  return { limits: set.columns[0]!.limits, values: rows.map(({ x1 }) => x1) };
}

const tens = `select i as id, case when i = 10 then null when i = 9 then 1e9 when i = 0 then -50 else i + 0.5 end as a
  from range(11) as t (i)`;

describe('winsorised columns', () => {
  it('take the next values inwards for ⌊share·n⌋ of n values at each end; missing ones stay missing', async () => {
    await table(engine, 'made.row', tens);
    // scipy.stats.mstats.winsorize([-50, 1.5, …, 8.5, 1e9], limits=0.1) of the ten values there are.
    const one = await values('winsorise(a, 0.1)');
    expect(one.limits).toEqual({ low: 1.5, high: 8.5 });
    expect(one.values).toEqual([1.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 8.5, null]);
    expect((await values('winsorise(a, 0.29)')).limits).toEqual({ low: 2.5, high: 7.5 });
    expect((await values('winsorise(a)')).limits).toEqual({ low: -50, high: 1e9 });
  });

  it('are bent after that', async () => {
    await table(engine, 'made.row', tens);
    const { values: bent } = await values('log1p(winsorise(a, 0.1))');
    expect(bent[0]).toBeCloseTo(Math.log(2.5), 14);
    expect(bent[9]).toBeCloseTo(Math.log(9.5), 14);
  });

  it('keep their limits when other data are scored', async () => {
    await table(engine, 'made.row', tens);
    const set = await resolveFeatures(engine, ['winsorise(a, 0.1)'], scope, 'every');
    await table(engine, 'made.row', `select * from (values (1, 1e12), (2, -3.0), (3, 4.0)) as t (id, a)`);
    const rows = await engine.rows(sql`select x1 from (${valuesSql(set, scope.where)}) as v order by customer_id`, {
      x1: 'number',
    });
    expect(rows.map(({ x1 }) => x1)).toEqual([8.5, 1.5, 4]);
  });

  it('stay not finite where they were, so that they are refused', async () => {
    await table(engine, 'made.row', `select i as id, case when i < 2 then 'nan'::double else i end as a from range(20) as t (i)`); // prettier-ignore
    await expect(values('winsorise(a, 0.05)')).rejects.toThrow(ModelError);
    expect((await values('winsorise(a, 0.2)')).values.slice(0, 3)).toEqual([NaN, NaN, 6]);
  });

  it('may have no values at all', async () => {
    await table(engine, 'made.row', `select 1 as id, cast(null as double) as a`);
    expect(await values('winsorise(a)')).toEqual({ limits: null, values: [null] });
  });
});
