import { remark, type Remark } from '../../text/remark.ts';
import type { RfmOptions } from './options.ts';

/** A score is a place among the others: of hardly more customers than scores it says little. A remark where that is so. */
export const tooFewForScores = (customers: number, { bins }: Pick<RfmOptions, 'bins'>): Remark[] =>
  customers >= 2 * bins ? [] : [remark('tooFewForScores', { customers, bins })];
