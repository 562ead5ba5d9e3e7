import { inEnglish, remark, sameness, type Remark } from '../text/remark.ts';
import type { Effects } from './effects.ts';

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

/** Says what a command found besides, where a backup brought an older `people.duckdb` back. */
export function warnOfOldDecisions(effects: Effects): void {
  for (const line of inEnglish([remark('decisionsOld')])) effects.warn(`note: ${line}`);
}
