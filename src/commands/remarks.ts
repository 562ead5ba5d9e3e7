/** Figures that change from night to night, in front of what they count. */
const figures =
  /[^\s(]?\d[\d.,]*(?=%| (%|customers?|people|person|order lines?|orders?|contacts?|campaigns?|of net revenue)\b)/g;

/**
 * Tells which remarks of a run are nothing new. What is remarked of the results ("kmeans: region is constant", "no customer has
 * email_opt_in") stays so for months, with other figures: it is news the night it begins.
 *
 * @param former the remarks of the release before
 */
export function knownRemarks(former: readonly string[]): (remark: string) => boolean {
  const bare = (remark: string): string => remark.replaceAll(figures, '#');
  const known = new Set(former.map(bare));
  return (remark) => known.has(bare(remark));
}
