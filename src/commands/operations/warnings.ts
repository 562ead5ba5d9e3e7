import { isWell, type JournalEntry } from '../../pipeline/journal.ts';
import { againOf } from '../../pipeline/releases.ts';
import type { RunRecord } from '../../pipeline/record.ts';
import { inEnglish, type Remark } from '../../text/remark.ts';

/** What is said of files every night while it is so: the word of the last night counts. */
const ofEveryNight: readonly Remark['code'][] = ['twinFile', 'noFile', 'earlierMapping', 'leftBehind'];

/**
 * What is wrong with sources and records by now. After a night without news what it said of the files takes the place of what the release said of them.
 *
 * @param record of the current release
 */
export function openWarnings(
  { run, warnings, reported }: RunRecord,
  journal: readonly JournalEntry[],
): readonly string[] {
  const night = journal.findLast(isWell);
  if (!night?.notices || night.release === null || againOf(night.release).first !== againOf(run).first) return warnings;
  const lasting = reported?.warnings?.filter(({ code }) => !ofEveryNight.includes(code));
  return [...new Set([...night.notices, ...(lasting ? inEnglish(lasting) : warnings)])];
}
