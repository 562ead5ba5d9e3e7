import { remark, type Remark } from '../../text/remark.ts';
import { familyTitles } from './families.ts';
import type { PurchaseModel } from './fit-purchases.ts';
import type { Validation } from './validation.ts';

/** Totals of the holdout that are off by more than this are told. */
const far = 0.1;

/** The level of what is foretold: the grade is of the order of customers alone. */
function levelRemarks({ model, actual }: Validation): Remark[] {
  const off = actual === 0 ? 0 : model.total / actual - 1;
  if (Math.abs(off) <= far) return [];
  return [remark('levelOff', { off })];
}

/** What must be said of the holdout: how far its totals were off, whether its model is the one that holds now, and what its fits left to say. */
export function trialRemarks(validation: Validation | null, { family }: PurchaseModel): Remark[] {
  if (validation === null) return [];
  const { title, until, remarks } = validation;
  return [
    ...levelRemarks(validation),
    ...(validation.family === family ? [] : [remark('otherFamily', { title, until, now: familyTitles[family] })]),
    ...remarks.map((one): Remark => ({ ...one, learntUpTo: until })),
  ];
}
