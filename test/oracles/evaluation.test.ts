import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { evaluateTwoClasses } from '../../src/models/evaluation/evaluate.ts';
import { literal, name, sql } from '../../src/sql/sql.ts';
import { oracle } from './support.ts';

interface Expected {
  readonly positive_class: string;
  readonly auc_lda: number;
  readonly auc_qda: number;
  readonly ks_lda: number;
  readonly gains: readonly { readonly n: number; readonly responders: number; readonly cumulative_gain: number }[];
}

const crosscheck = oracle('discriminant_crosscheck.json');

describe.each(['bank', 'bank_duration', 'marketing_campaign'])(
  'posteriors of %s, as scikit-learn and SciPy rate them',
  (one) => {
    it.skipIf(crosscheck === undefined)('have the AUC, the KS and the gains', async () => {
      const expected = (JSON.parse(readFileSync(crosscheck!, 'utf8')) as Record<string, Expected>)[one]!;
      const engine = await openDuckdb();
      const rate = (model: string) =>
        evaluateTwoClasses(
          engine,
          sql`select ${name(`${model}_post_${expected.positive_class}`)} as score,
            actual = ${literal(expected.positive_class)} as hit
          from read_csv(${literal(oracle(`discriminant_${one}_rows.csv`)!)}, types = {'actual': 'varchar'})`,
          null,
        );
      const [linear, quadratic] = [await rate('lda'), await rate('qda')];
      await engine.close();
      expect(linear.auc).toBeCloseTo(expected.auc_lda, 12);
      expect(quadratic.auc).toBeCloseTo(expected.auc_qda, 12);
      expect(linear.ks.statistic).toBeCloseTo(expected.ks_lda, 12);
      // The oracle breaks ties by row and cuts elsewhere where the parts are uneven: there a part may differ by the rows at its borders.
      linear.deciles.forEach((part, i) => {
        expect(Math.abs(part.hits - expected.gains[i]!.responders)).toBeLessThanOrEqual(1.5);
        expect(part.cumulativeGain).toBeCloseTo(expected.gains[i]!.cumulative_gain, 2);
      });
    });
  },
);
