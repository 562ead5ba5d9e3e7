import { sameness, type Remark } from '../text/remark.ts';

/**
 * Tells which remarks of a run are nothing new. What is remarked of the results ("kmeans: region is constant", "no customer has
 * email_opt_in") stays so for months, with other figures: it is news the night it begins.
 *
 * @param remarks those of the run
 * @param former those of the release before; none where an earlier version kept none
 * @returns for each, in order, whether it was told before
 */
export function knownRemarks(remarks: readonly Remark[] = [], former: readonly Remark[] = []): boolean[] {
  const known = new Set(former.map(sameness));
  return remarks.map((remark) => known.has(sameness(remark)));
}
