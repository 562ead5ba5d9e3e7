import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { evaluateTwoClasses } from '../../../src/models/evaluation/evaluate.ts';
import { fitTree } from '../../../src/models/tree/fit.ts';
import type { FittedTree } from '../../../src/models/tree/fitted.ts';
import { treeOptions, type TreeOptions } from '../../../src/models/tree/options.ts';
import { rateTree } from '../../../src/models/tree/rate.ts';
import { treeScoreSql } from '../../../src/models/tree/score.sql.ts';
import { join, raw, sql, type Sql } from '../../../src/sql/sql.ts';
import { fixture, tableOf } from '../../oracles/support.ts';

const parts = 5;
const stakes = { cost: 1, benefit: 2.5 };
const fit = (engine: Engine, options: TreeOptions, relation: string): Promise<FittedTree> =>
  fitTree(engine, options, { asOf: '', relation, key: 'id' });

/** Leaves are small, so that they are many and of many probabilities. */
const asked = {
  class: 'label',
  features: ['malic_acid', 'ash', 'hue', 'magnesium'],
  min_split: 4,
  min_leaf: 2,
  fold: 'part',
};

/** Rows of a table with their class, scored by a tree that may be of another one. */
const scoredSql = (fitted: FittedTree, relation: string): Sql =>
  sql`select scored.p1 as score, known.label = 'other' as hit
    from (${treeScoreSql({ ...fitted, relation })}) as scored
    join ${raw(relation)} as known on cast(known.id as varchar) = scored.customer_id`;

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
  await tableOf(engine, 'made.raw', fixture('wine.csv'));
  await engine.create(
    'made.wine',
    sql`select *, case when cultivar = 2 then 'second' else 'other' end as label, id % ${raw(String(parts))} as part from made.raw`,
  );
  for (let part = 0; part < parts; part++) {
    await engine.create(`made.without_${part}`, sql`select * from made.wine where part <> ${raw(String(part))}`);
    await engine.create(`made.only_${part}`, sql`select * from made.wine where part = ${raw(String(part))}`);
  }
});
afterAll(() => engine.close());

describe('probabilities of a tree', () => {
  it.each(['cp', 'cv'] as const)('are rated by trees fitted anew without each part: pruned by %s', async (prune) => {
    const fitted = await fit(engine, treeOptions.parse({ ...asked, cp: 0.005, prune }), 'made.wine');
    const { sequence, chosen } = fitted;
    const cp = prune === 'cp' ? 0.005 : Math.sqrt(sequence[chosen]!.cp * sequence[chosen - 1]!.cp);
    const options = treeOptions.parse({ ...asked, cp, folds: 0 });
    const held: Sql[] = [];
    for (let part = 0; part < parts; part++)
      held.push(scoredSql(await fit(engine, options, `made.without_${part}`), `made.only_${part}`));
    const expected = await evaluateTwoClasses(engine, join(held, ' union all '), stakes);
    const found = await rateTree(engine, fitted, 'other', stakes);
    expect(found).toEqual(expected);
    expect(found.rows).toBe(fitted.crossValidated!.total);
    expect(found.auc).toBeGreaterThan(0.6);
  });

  it('are those of the leaves where there are no parts, and of the other class their complements', async () => {
    const fitted = await fit(engine, treeOptions.parse({ ...asked, folds: 0 }), 'made.wine');
    expect(fitted.heldOut).toBeNull();
    const found = await rateTree(engine, fitted, 'other', null);
    expect(found).toEqual(await evaluateTwoClasses(engine, scoredSql(fitted, 'made.wine'), null));
    expect((await rateTree(engine, fitted, 'second', null)).auc).toBeCloseTo(found.auc, 12);
  });

  it('are not kept of more classes', async () => {
    const fitted = await fit(engine, treeOptions.parse({ ...asked, class: 'cultivar' }), 'made.wine');
    expect(fitted.heldOut).toBeNull();
  });
});
