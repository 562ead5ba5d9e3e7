import type { RfmOptions } from './options.ts';

/** A score is a place among the others: of hardly more customers than scores it says little. A sentence where that is so. */
export const tooFewForScores = (customers: number, { bins }: Pick<RfmOptions, 'bins'>): string[] =>
  customers >= 2 * bins
    ? []
    : [
        `${customers} ${customers === 1 ? 'customer is' : 'customers are'} too few for scores from 1 to ${bins}: a score is a place among the others, and says little here`,
      ];
