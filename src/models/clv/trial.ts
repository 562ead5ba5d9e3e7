import { percent } from '../../text/percent.ts';
import { familyTitles } from './families.ts';
import type { PurchaseModel } from './fit-purchases.ts';
import type { Validation } from './validation.ts';

/** Totals of the holdout that are off by more than this are told. */
const far = 0.1;

/** The level of what is foretold: the grade is of the order of customers alone. */
function levelRemarks({ model, actual }: Validation): string[] {
  const off = actual === 0 ? 0 : model.total / actual - 1;
  if (Math.abs(off) <= far) return [];
  return [
    `of the holdout ${percent(Math.abs(off))} too ${off < 0 ? 'few' : 'many'} purchases were foretold: totals to come may be off as far, whatever the grade, which is of the order of customers`,
  ];
}

/** What must be said of the holdout: how far its totals were off, whether its model is the one that holds now, and what its fits left to say. */
export function trialRemarks(validation: Validation | null, { family }: PurchaseModel): string[] {
  if (validation === null) return [];
  const { title, until, remarks } = validation;
  return [
    ...levelRemarks(validation),
    ...(validation.family === family
      ? []
      : [
          `the holdout measured ${title}, which the purchases up to ${until} led to; all of them lead to ${familyTitles[family]}, and how well that foretells is not known`,
        ]),
    ...remarks.map((remark) => `learnt up to ${until}: ${remark}`),
  ];
}
