import { isWell, type JournalEntry } from '../../pipeline/journal.ts';
import { againOf } from '../../pipeline/releases.ts';
import type { RunRecord } from '../../pipeline/record.ts';
import type { Remark } from '../../text/remark.ts';
import type { Ran } from '../run.ts';

/** What is said of files every night while it is so: the word of the last night counts. */
const ofEveryNight: readonly Remark['code'][] = ['twinFile', 'noFile', 'earlierMapping', 'leftBehind'];

/** The warnings of a release whose data a rule holds for, in English; those that an earlier version kept as texts alone are all among them. */
const warningsThat = ({ warnings, reported }: RunRecord, holds: (warning: Remark) => boolean): string[] =>
  warnings.filter((_, i) => {
    const warning = reported?.warnings?.[i];
    return !warning || holds(warning);
  });

/** What is wrong with sources and records after a night. Where it had no news, what it said of the files takes the place of what the release said of them. */
export function openAfter({ record, former, published }: Ran): readonly string[] {
  if (published || former === null) return record.warnings;
  return [...new Set([...record.warnings, ...warningsThat(former, ({ code }) => !ofEveryNight.includes(code))])];
}

/**
 * What is wrong with sources and records by now: after the last night that went well, or as the current release says where it is of another one.
 *
 * @param record of the current release
 */
export function openWarnings({ run, warnings }: RunRecord, journal: readonly JournalEntry[]): readonly string[] {
  const { release = null, open } = journal.findLast(isWell) ?? {};
  return open && release !== null && againOf(release).first === againOf(run).first ? open : warnings;
}
