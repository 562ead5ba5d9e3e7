import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isWell, type JournalEntry } from '../../pipeline/journal.ts';
import { againOf } from '../../pipeline/releases.ts';
import type { RunRecord } from '../../pipeline/record.ts';
import type { Remark } from '../../text/remark.ts';
import type { Ran } from '../run.ts';

/** What is said of files every night while it is so: the word of the last night counts. */
const ofEveryNight: readonly Remark['code'][] = ['twinFile', 'noFile', 'earlierMapping', 'leftBehind'];

/** What is said once, when it happens: nobody can mend it, and it is open no longer. */
const news: readonly Remark['code'][] = ['removedRows', 'leftPipeline'];

const isFault = ({ code }: Remark): boolean => !news.includes(code);

/** Whether the file that a warning is about, if it is about one, is there still. */
function isThere({ figures: [about] }: Remark, folder: string): boolean {
  const { file } = (about ?? {}) as { readonly file?: string };
  return file === undefined || existsSync(join(folder, file));
}

/** The warnings of a release whose data a rule holds for, in English; those that an earlier version kept as texts alone are all among them. */
const warningsThat = ({ warnings, reported }: RunRecord, holds: (warning: Remark) => boolean): string[] =>
  warnings.filter((_, i) => {
    const warning = reported?.warnings?.[i];
    return !warning || holds(warning);
  });

/**
 * What is wrong with sources and records after a night. Where it had no news, what it said of the files takes the place of what the release said of them,
 * and what that said of a file that is gone is closed.
 *
 * @param folder of the pipeline, from which files are named
 */
export function openAfter({ record, former, published }: Ran, folder: string): string[] {
  if (published || former === null) return warningsThat(record, isFault);
  const lasts = (one: Remark): boolean => isFault(one) && !ofEveryNight.includes(one.code) && isThere(one, folder);
  return [...new Set([...record.warnings, ...warningsThat(former, lasts)])];
}

/**
 * What is wrong with sources and records by now: after the last night that went well, or as the current release says where it is of another one.
 *
 * @param record of the current release
 */
export function openWarnings(record: RunRecord, journal: readonly JournalEntry[]): readonly string[] {
  const { release = null, open } = journal.findLast(isWell) ?? {};
  const isOfIt = release !== null && againOf(release).first === againOf(record.run).first;
  return open && isOfIt ? open : warningsThat(record, isFault);
}
