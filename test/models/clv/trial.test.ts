import { expect, it } from 'vitest';
import type { PurchaseModel } from '../../../src/models/clv/fit-purchases.ts';
import { trialRemarks } from '../../../src/models/clv/trial.ts';
import type { Validation } from '../../../src/models/clv/validation.ts';
import { inEnglish, remark } from '../../../src/text/remark.ts';

const trial = {
  ...{ until: '2026-03-31', actual: 100, model: { total: 95 } },
  ...{ family: 'nbd', title: 'NBD', remarks: [remark('noHoldout')] },
} as unknown as Validation;
const now = { family: 'bgnbd' } as PurchaseModel;

it('what the fits to the calibration left to say is said, and that they ended in another model', () => {
  expect(inEnglish(trialRemarks(trial, now))).toEqual([
    'the holdout measured NBD, which the purchases up to 2026-03-31 led to; all of them lead to BG/NBD, and how well that foretells is not known',
    'learnt up to 2026-03-31: the history is too short to hold out a part of it: how well the model foretells is not known',
  ]);
  expect(trialRemarks({ ...trial, remarks: [] }, { family: 'nbd' } as PurchaseModel)).toEqual([]);
  expect(trialRemarks(null, now)).toEqual([]);
});

it('totals that were off by more than a tenth are told', () => {
  const far = { ...trial, model: { ...trial.model, total: 120 }, family: 'bgnbd', remarks: [] } as Validation;
  expect(inEnglish(trialRemarks(far, now))).toEqual([
    expect.stringMatching(/^of the holdout 20.0% too many purchases were/),
  ]);
});
