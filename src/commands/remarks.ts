import type { RunRecord } from '../pipeline/record.ts';

/** How the note begins on addresses that are withheld because nobody has opted in. */
const withheld = 'no customer has ';

/**
 * Tells which warnings of a run are nothing new. What is remarked of the result ("kmeans: region is constant", "no customer has
 * email_opt_in") stays so for months, with other figures: it is news the night it begins. What is wrong with sources and records is news
 * every night, until it is mended.
 *
 * @param former the release before
 */
export function knownRemarks(former: Pick<RunRecord, 'models' | 'warnings'> | null): (warning: string) => boolean {
  if (former === null) return () => false;
  const subjects = [...Object.keys(former.models).map((model) => `${model}: `), withheld];
  const isRemark = (warning: string): boolean => subjects.some((subject) => warning.startsWith(subject));
  const bare = (warning: string): string => warning.replaceAll(/\d+/g, '#');
  const known = new Set(former.warnings.filter(isRemark).map(bare));
  return (warning) => isRemark(warning) && known.has(bare(warning));
}
