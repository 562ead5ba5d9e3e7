import type { Format } from '../format.ts';
import { figure, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What the figures rest on. */
export const quality = (f: Format) => ({
  none: phrase`Nothing was loaded.`,
  finding: (records: number, files: number, loaded: number, rejected: number, skipped: number): Phrase =>
    phrase`${figure(f.count(records, nouns.record))} from ${figure(f.count(files, nouns.file))}: ${f.whole(loaded)} loaded, ${f.whole(rejected)} rejected, ${f.whole(skipped)} skipped. ${records === loaded + rejected + skipped ? 'Every record is accounted for.' : 'These do not add up; see the run record.'}`,
  loads: 'What was loaded',
  loadsSentence: phrase`A file that feeds several tables counts once for each. Files that were known already are not read again.`,
  source: 'Source',
  table: 'Table',
  files: 'Files',
  records: 'Records',
  loaded: 'Loaded',
  rejected: 'Rejected',
  skipped: 'Skipped',
  rounded: 'Rounded',
  rejects: 'Why records were rejected',
  rejectsSentence: (source: string): Phrase =>
    phrase`The commonest reasons. Most come from ${source}; “bezero rejects” lists the records with file and line.`,
  noRejects: phrase`No record was rejected.`,
  column: 'Column',
  reason: 'Reason',
  warnings: 'Warnings',
  noWarnings: phrase`The run left no warning.`,
  audits: 'Checks',
  auditsSentence: (checks: number, failed: number): Phrase =>
    failed === 0
      ? phrase`${figure(f.count(checks, nouns.check))} on keys, missing values and sums of money were made after building the tables; all hold.`
      : phrase`${figure(f.whole(failed))} of ${figure(f.count(checks, nouns.check))} on keys, missing values and sums of money do not hold.`,
  relation: 'Table',
  rule: 'What must hold',
  bad: 'Rows that break it',
});
