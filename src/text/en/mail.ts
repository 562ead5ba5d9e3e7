import type { Format } from '../format.ts';

/** What people are told in the morning. `kind` of a failure is the exit code of the run. */
export const mail = (f: Format) => ({
  subject: (title: string, asOf: string, headline: string): string => `${title}, ${f.day(asOf)}: ${headline}`,
  nothingNewSubject: (title: string, day: string): string => `${title}, ${f.day(day)}: nothing new, and a warning`,
  failedSubject: (title: string, day: string): string => `${title}: the run of ${f.day(day)} failed`,
  greeting: (title: string, asOf: string): string => `${title}, as of ${f.day(asOf)}`,
  figures: 'In figures',
  nothingNew: (asOf: string): string =>
    `Nothing has changed since the release as of ${f.day(asOf)}: no file is new, and it stays.`,
  toMend: 'To be mended in the data',
  remarks: 'New remarks on the models',
  more: (count: number): string => `and ${f.whole(count)} more`,
  attached: 'The report is attached.',
  tooLarge: (megabytes: number): string => `The report is too large to be attached: ${f.number(megabytes)} MB.`,
  report: (file: string, host: string): string => `It lies in ${file} on ${host}.`,
  reportAt: (file: string, host: string): string => `The report: ${file} on ${host}`,
  folder: (folder: string, host: string): string => `All files: ${folder} on ${host}`,
  personal:
    'The attached report holds lists of customer ids, though no names or addresses: pass it on to those alone who may know them.',
  run: (run: string, version: string): string => `Run ${run}, bezero ${version}`,
  failed: (title: string, day: string): string => `${title}: the run of ${f.day(day)} failed.`,
  whatFailed: (place: { step: string; ended: boolean } | null): string => {
    if (place === null) return 'What failed, before the first step';
    return `What failed, ${place.ended ? 'after' : 'at'} the step ${place.step}`;
  },
  whoseTurn: (kind: number): string => {
    if (kind === 2) return 'The pipeline file or the call of bezero must change; until then each night fails.';
    if (kind === 3) return 'The data must be put right, or the rule that they break; until then each night fails.';
    if (kind === 4) return 'A model cannot be fitted to these data; the step in the pipeline must change.';
    if (kind === 5)
      return 'The machine, its disk, the database or another run is at fault. The next night tries again.';
    return 'This is a mistake in bezero; what it said is in the log of the machine.';
  },
  stays: 'What stays valid',
  current: (run: string, asOf: string): string =>
    `The release ${run}, as of ${f.day(asOf)}, is current, whole and as it was published, with all its files.`,
  noRelease: 'No release has been published yet, so there is none to go on with.',
  unknownRelease: 'Which release is current cannot be told.',
});
