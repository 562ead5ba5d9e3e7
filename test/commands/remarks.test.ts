import { describe, expect, it } from 'vitest';
import { knownRemarks } from '../../src/commands/remarks.ts';
import { remark, type Remark } from '../../src/text/remark.ts';

const small = (of: string, rows: number, model = 'discriminant'): Remark => ({
  ...remark('classSmall', { class: of, rows, predictors: 14, row: 'customer' }),
  model,
});

const unfitted = (until: string, learntUpTo?: string): Remark => ({
  ...remark('noHoldoutFit', { until, why: { code: 'wideSpends' } }),
  ...(learntUpTo !== undefined && { learntUpTo }),
});

const grown = (chosen: number): Remark =>
  remark('k', { chosen, incumbent: 5, needed: 3, lost: { code: 'tooFewRows' }, unstable: false, challengers: [] });

describe('knownRemarks(remarks, former)', () => {
  it.each<[string, Remark, Remark, boolean]>([
    ['the same with other figures', small('3', 12), small('3', 9), true],
    ['the same of another class', small('3', 12), small('4', 12), false],
    ['the same of another model', small('3', 12), small('3', 12, 'tree'), false],
    ['another remark', small('3', 12), remark('noHoldout'), false],
    ['the same up to a later day', unfitted('2026-01-04'), unfitted('2026-01-05'), true],
    [
      'the same, learnt up to a later day',
      unfitted('2026-01-04', '2026-01-04'),
      unfitted('2026-01-05', '2026-01-05'),
      true,
    ],
    ['the same of a trial', unfitted('2026-01-04'), unfitted('2026-01-04', '2026-01-04'), false],
    ['another number of segments', grown(6), grown(7), false],
  ])('%s', (_, former, tonight, known) => {
    expect(knownRemarks([tonight], [former])).toEqual([known]);
  });

  it('takes all for news where the release before kept none', () => {
    expect(knownRemarks([small('3', 12), grown(6)])).toEqual([false, false]);
  });
});
