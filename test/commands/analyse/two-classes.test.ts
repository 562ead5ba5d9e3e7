import picocolors from 'picocolors';
import { expect, it } from 'vitest';
import { twoClassLines } from '../../../src/commands/analyse/two-classes.ts';
import type { TwoClassEvaluation } from '../../../src/models/evaluation/evaluate.ts';

it('tells profit as what all taken so far bring, losses with a minus sign and a small p as less than the least that is told', () => {
  const part = (part: number, hits: number, profit: number) => ({
    ...{ part, rows: 50, hits, rate: hits / 50, lift: hits / 10, cumulativeGain: 0.5, cumulativeLift: 1 },
    ...{ cumulativeMisses: 0.5, expectedRate: 0.2, leastScore: 0.1, mostScore: 0.9, profit },
  });
  const deciles = [part(1, 20, 70), part(2, 0, -80)];
  const evaluation: TwoClassEvaluation = {
    ...{ rows: 100, hits: 20, auc: 0.8, aucError: 0.05, ks: { statistic: 0.5, score: 0.3 }, brier: 0.1 },
    ...{ calibration: { chiSquare: 50, df: 2, p: 1e-11 }, deciles, centiles: deciles },
    ...{ stakes: { cost: 3, benefit: 11 }, bestCut: { score: 0.3, rows: 50, hits: 20, profit: 70 } },
  };
  const text = twoClassLines(
    { positive: 'yes', judgedOn: 'rows', evaluation },
    { width: 200, colors: picocolors.createColors(false) },
  ).join('\n');
  expect(text).toContain('df 2, p <.0001: the probabilities are not what they say');
  expect(text).toContain('profit up to here');
  expect(text).toMatch(/ 70\.00$/m);
  expect(text).toMatch(/ −80\.00$/m);
});
