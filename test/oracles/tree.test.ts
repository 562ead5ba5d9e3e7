import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fitTree } from '../../src/models/tree/fit.ts';
import type { FittedTree } from '../../src/models/tree/fitted.ts';
import { treeOptions } from '../../src/models/tree/options.ts';
import { name, sql } from '../../src/sql/sql.ts';
import { figures, fixture, tableOf } from './support.ts';
import { optionsOf, splitsOf, type Rpart } from './rpart.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  for (const [table, label] of [
    ['iris', 'species'],
    ['wine', 'cultivar'],
  ] as const) {
    await tableOf(engine, 'made.read', fixture(`${table}.csv`));
    await engine.create(
      `made.${table}`,
      sql`select *, (row_number() over (partition by ${name(label)} order by id) - 1) % 10 + 1 as fold from made.read`,
    );
  }
});
afterAll(() => engine.close());

const fit = (table: string, options: ReturnType<typeof treeOptions.parse>): Promise<FittedTree> =>
  fitTree(engine, options, { asOf: '', relation: `made.${table}`, key: 'id' });

describe.each(['iris', 'wine'])('trees of %s, as rpart has them', (table) => {
  const rpart = figures(`tree_${table}.json`) as Rpart;

  it.each(['default', 'deep', 'information', 'full'] as const)(
    '%s: splits, improvements, complexities, hits',
    async (setting) => {
      const expected = rpart.settings[setting];
      const fitted = await fit(table, optionsOf(rpart, setting, { fold: 'fold' }));
      expect(fitted.nodes.filter(({ split }) => split === null)).toHaveLength(expected.leaves);
      expect(fitted.resubstitution.correct).toBe(expected.training_correct);
      for (const { ours, rpart: theirs } of splitsOf(fitted, expected)) {
        expect({ ...ours, improvement: 0 }).toEqual({ ...theirs, improvement: 0 });
        expect(Math.abs(ours!.improvement / theirs.improvement - 1)).toBeLessThan(1e-9);
      }
      const { rows } = expected.cp_table;
      expect(fitted.sequence.map(({ splits }) => splits)).toEqual(rows.map(([, splits]) => splits));
      fitted.sequence.forEach(({ cp, relativeError }, i) => {
        expect(cp).toBeCloseTo(rows[i]![0], 10);
        expect(relativeError).toBeCloseTo(rows[i]![2], 10);
      });
      // One wine lies on the border of two equally good splits of its fold.
      expect(Math.abs(fitted.crossValidated!.correct - expected.cv_correct)).toBeLessThanOrEqual(
        table === 'wine' && setting === 'full' ? 1 : 0,
      );
    },
  );
});

interface MlCart {
  readonly cases: readonly {
    readonly file: string;
    readonly class: string;
    readonly features: readonly string[];
    readonly maxDepth: number;
    readonly minNumSamples: number;
    readonly root: { readonly feature: string; readonly threshold: number };
    readonly counts: readonly (readonly number[])[];
  }[];
}

describe('trees of ml-cart', () => {
  const { cases } = figures('tree_ml_cart.json') as MlCart;

  it.each(cases)('$file to depth $maxDepth: the same root and the same rows in the same classes', async (one) => {
    const options = { cp: 0, min_leaf: 1, folds: 0, depth: one.maxDepth, min_split: one.minNumSamples + 1 };
    const fitted = await fit(
      one.file.replace('.csv', ''),
      treeOptions.parse({ class: one.class, features: one.features, ...options }),
    );
    const { split } = fitted.nodes[0]!;
    expect(split).toMatchObject({
      kind: 'number',
      feature: one.features.indexOf(one.root.feature),
      threshold: one.root.threshold,
    });
    expect(fitted.resubstitution.counts).toEqual(one.counts);
  });
});
