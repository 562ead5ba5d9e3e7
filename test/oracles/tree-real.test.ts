import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { describeTree } from '../../src/models/tree/describe.ts';
import { fitTree } from '../../src/models/tree/fit.ts';
import { literal, raw, sql } from '../../src/sql/sql.ts';
import { datasets, oracle } from './support.ts';
import { optionsOf, splitsOf, type Rpart } from './rpart.ts';

const bank = { file: 'bank_additional/bank-additional.csv', delimiter: ';', where: 'true' };
const campaign = { file: 'marketing_campaign/marketing_campaign.tsv', delimiter: '\t', where: '"Income" is not null' };

/** `hits`: by how many rows of all folds we may differ, where splits of a fold are equally good. */
const cases = [
  { name: 'bank_numeric', ...bank, hits: 0 },
  { name: 'bank', ...bank, hits: 2 },
  { name: 'marketing_campaign', ...campaign, hits: 3 },
].map((one) => ({
  ...one,
  figures: oracle(`cart_${one.name}_rpart.json`),
  folds: oracle(`cart_${one.name}_folds.csv`),
}));

describe.each(cases)('the tree of $name, as rpart has it', ({ file, delimiter, where, hits, figures, folds }) => {
  it.skipIf(figures === undefined || !existsSync(folds ?? ''))(
    'has the same splits, numbers and levels, importances of them, and is right as often in its ten folds',
    async () => {
      const rpart = JSON.parse(readFileSync(figures!, 'utf8')) as Rpart;
      const engine = await openDuckdb();
      await engine.create(
        'made.real',
        sql`select listed.*, folds.fold as part from (
            select row_number() over () as id, *
            from read_csv(${literal(join(datasets!, file))}, delim = ${literal(delimiter)}, header = true, parallel = false)
          ) as listed join read_csv(${literal(folds!)}) as folds on folds.row = listed.id where ${raw(where)}`,
      );
      const expected = rpart.settings.default;
      const options = optionsOf(rpart, 'default', { fold: 'part' });
      const fitted = await fitTree(engine, options, { asOf: '', relation: 'made.real', key: 'id' });
      await engine.close();
      expect(fitted.nodes.filter(({ split }) => split === null)).toHaveLength(expected.leaves);
      expect(fitted.resubstitution.correct).toBe(expected.training_correct);
      for (const { ours, rpart: theirs } of splitsOf(fitted, expected)) {
        expect(ours!.feature).toBe(theirs.feature);
        expect(ours!.sets).toEqual(theirs.sets);
        if (theirs.threshold !== null) expect(ours!.threshold).toBeCloseTo(theirs.threshold, 9);
        expect(Math.abs(ours!.improvement / theirs.improvement - 1)).toBeLessThan(1e-9);
      }
      // rpart adds what surrogates would improve to what the splits do.
      const { importance } = describeTree(fitted);
      const improvementOf = (feature: string): number =>
        expected.splits.reduce((sum, one) => sum + (one.variable === feature ? one.improvement : 0), 0);
      expect(new Set(importance.map(({ feature }) => feature))).toEqual(
        new Set(expected.splits.map(({ variable }) => variable)),
      );
      for (const { feature, importance: ours } of importance) {
        expect(Math.abs(ours / improvementOf(feature) - 1)).toBeLessThan(1e-9);
        expect(ours).toBeLessThan(expected.variable_importance[feature]! * (1 + 1e-9));
      }
      expect(Math.abs(fitted.crossValidated!.correct - expected.cv_correct)).toBeLessThanOrEqual(hits);
      // Where both have a tree of a size, its error is the same; rpart merges steps that weakest-link pruning takes apart.
      for (const [, splits, error] of expected.cp_table.rows)
        expect(fitted.sequence.find((step) => step.splits === splits)!.relativeError).toBeCloseTo(error, 10);
    },
    180_000,
  );
});
