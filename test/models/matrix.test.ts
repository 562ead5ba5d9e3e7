import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ModelError } from '../../src/errors.ts';
import { resolveFeatures, type FeatureScope } from '../../src/models/feature-set.ts';
import { fitMatrix, tellStrange } from '../../src/models/matrix.ts';
import { matrixSql } from '../../src/models/matrix.sql.ts';
import { refuseCoarseGrids } from '../../src/models/coarse-grid.ts';
import { raw, sql } from '../../src/sql/sql.ts';
import { open, table } from './support.ts';

let engine: Engine;
const scope: FeatureScope = { model: 'kmeans', relation: 'made.row', key: 'id', where: sql`true` };

beforeEach(async () => {
  engine = await open();
});
afterEach(() => engine.close());

async function fit(columns: readonly string[], missing: 'mean' | 'listwise' = 'listwise') {
  const set = await resolveFeatures(engine, columns, scope, 'refuse');
  const matrix = await fitMatrix(engine, set, scope, missing);
  const shape = Object.fromEntries(columns.map((_, i) => [`u${i + 1}`, 'number'] as const));
  const rows = await engine.rows(
    sql`select * from (${matrixSql(matrix, scope.where)}) as m order by customer_id`,
    shape,
  );
  return { matrix, rows: rows.map((row) => Object.values(row)) };
}

describe('fitMatrix(engine, set, scope, missing) and matrixSql(matrix, where)', () => {
  it('puts decimals on their own grid, so that nothing is rounded', async () => {
    await table(engine, 'made.row', `select * from (values (1, 0.1, 7), (2, 0.35, 9), (3, -1.2, 8)) as t (id, a, b)`);
    const { matrix, rows } = await fit(['a', 'b']);
    expect(matrix.columns.map(({ grid }) => grid)).toEqual([
      { kind: 'decimal', low: -1.2, scale: 100 },
      { kind: 'decimal', low: 7, scale: 1 },
    ]);
    expect(rows).toEqual([
      [130, 0],
      [155, 2],
      [0, 1],
    ]);
  });

  it('leaves out rows with a missing value, or fills them with the mean of the others; both counted', async () => {
    await table(
      engine,
      'made.row',
      `select * from (values (1, 1, 10), (2, null, 20), (3, 2, null), (4, 2, 40)) as t (id, a, b)`,
    );
    const listwise = await fit(['a', 'b']);
    expect(listwise.matrix).toMatchObject({ rows: 4, used: 2 });
    expect(listwise.matrix.columns.map(({ missing, fill }) => [missing, fill])).toEqual([
      [1, null],
      [1, null],
    ]);
    expect(listwise.rows).toEqual([
      [0, 0],
      [1, 30],
    ]);
    const filled = await fit(['a', 'b'], 'mean');
    expect(filled.matrix.used).toBe(4);
    const [a, b] = filled.matrix.columns;
    expect(a!.grid.low + a!.fill! / a!.grid.scale).toBeCloseTo(5 / 3, 8);
    expect(b!.grid.low + b!.fill! / b!.grid.scale).toBeCloseTo(70 / 3, 6);
    expect(filled.rows).toHaveLength(4);
  });

  it.each(['listwise', 'mean'] as const)(
    'takes no value that is not finite at scoring time for a missing one, and counts them (%s)',
    async (missing) => {
      await table(engine, 'made.row', `select * from (values (1, 1.5), (2, 2.5)) as t (id, a)`);
      const { matrix } = await fit(['log1p(a)', 'a'], missing);
      expect(await tellStrange(engine, matrix, sql`true`)).toEqual([]);
      await table(
        engine,
        'made.row',
        `select * from (values (1, -7.0), (2, 2.5), (3, null), (4, 'inf'::double)) as t (id, a)`,
      );
      const rows = await engine.rows(sql`select * from (${matrixSql(matrix, sql`true`)}) as m order by customer_id`, {
        customer_id: 'text',
      });
      expect(rows.map((row) => row.customer_id)).toEqual(missing === 'mean' ? ['2', '3'] : ['2']);
      expect(await tellStrange(engine, matrix, sql`true`)).toEqual([
        { feature: 'log1p(a)', count: 2, log: true },
        { feature: 'a', count: 1, log: false },
      ]);
    },
  );

  it('refuses what is not finite, empty, or without a logarithm', async () => {
    await table(
      engine,
      'made.row',
      `select * from (values (1, 'nan'::double, -1, null::integer), (2, 1, -3, null)) as t (id, a, b, c)`,
    );
    const refused = (column: string, message: RegExp): Promise<void> => expect(fit([column])).rejects.toThrow(message);
    await refused('a', /^kmeans: a must be finite; it is not for 1 customer$/);
    await refused('log1p(b)', /^kmeans: log1p\(b\) needs values above -1; 2 customers have less; use signed_log/);
    await refused('c', /^kmeans: c has no values; leave it out$/);
    await table(engine, 'made.row', `select 1 as id, 2 as a where false`);
    await refused('a', /^kmeans: no customers to fit in made.row/);
    await table(engine, 'made.row', `select * from (values (1, 1, null), (2, null, 1)) as t (id, a, b)`);
    await expect(fit(['a', 'b'])).rejects.toThrow(ModelError);
  });
});

describe('refuseCoarseGrids(engine, model, table, columns)', () => {
  async function check(select: string): Promise<void> {
    await table(engine, 'made.row', select);
    const { matrix } = await fit(['a']);
    await engine.create(
      'made.work',
      raw(
        `select cast(round((a - (${matrix.columns[0]!.grid.low})) * ${matrix.columns[0]!.grid.scale}) as integer) as u1 from made.row`,
      ),
    );
    await refuseCoarseGrids(engine, 'kmeans', 'made.work', matrix.columns);
  }

  it('refuses one absurd value and says what to do', async () => {
    const message = /^kmeans: a has a few values far from the rest; log1p or winsorise a$/;
    await expect(
      check(`select i as id, case when i = 0 then 1e9 else sqrt(i) end as a from range(1000) as t (i)`),
    ).rejects.toThrow(message);
  });

  it('asks for a million points between the quartiles', async () => {
    const spanning = async (points: number) => {
      await table(engine, 'made.working', `select * from (values (0), (${points})) as t (u1)`);
      const grid = { kind: 'binary', low: 0, scale: 1 } as const;
      const column = {
        name: 'a',
        transform: 'none',
        source: { kind: 'column', column: 'a' },
        low: 0,
        high: 1,
      } as const;
      await refuseCoarseGrids(engine, 'kmeans', 'made.working', [
        { ...column, grid, missing: 0, fill: null, limits: null },
      ]);
    };
    await spanning(1_000_000);
    await expect(spanning(999_999)).rejects.toThrow(ModelError);
  });

  it('lets shares pass where most customers have none, skewed logarithms, and any decimals', async () => {
    await check(`select i as id, case when i % 10 = 0 then i / 1009.0 else 0 end as a from range(1000) as t (i)`);
    await check(`select i as id, ln(1 + i) as a from range(1000) as t (i)`);
    await check(`select i as id, case when i = 0 then 100000000 else i % 3 end as a from range(1000) as t (i)`);
  });
});
