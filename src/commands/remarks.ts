/**
 * Tells which remarks of a run are nothing new. What is remarked of the results ("kmeans: region is constant", "no customer has
 * email_opt_in") stays so for months, with other figures: it is news the night it begins.
 *
 * @param former the remarks of the release before
 */
export function knownRemarks(former: readonly string[]): (remark: string) => boolean {
  const bare = (remark: string): string => remark.replaceAll(/\d[\d.,]*(?= (customers|%)|%)/g, '#');
  const known = new Set(former.map(bare));
  return (remark) => known.has(bare(remark));
}
