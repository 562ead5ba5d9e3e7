import type { Messages } from '../text/messages.ts';
import { firstOf, oneLine, points, type Letter } from './letter.ts';

/** What there is to tell of a night that went well. */
export interface Success {
  /** Whose customers: the name of the company or the pipeline. */
  readonly title: string;
  /** Pipeline, as files are named. */
  readonly pipeline: string;
  readonly run: string;
  readonly version: string;
  /** `2026-11-21` */
  readonly asOf: string;
  /** The first screen of the report. */
  readonly summary: {
    readonly headline: string;
    readonly lead: string;
    readonly figures: readonly string[];
    readonly changed: { readonly title: string; readonly sentences: readonly string[] };
    readonly attention: readonly string[];
    readonly actions: readonly string[];
  };
  readonly warnings: readonly string[];
  /** What is remarked for the first time. */
  readonly remarks: readonly string[];
  /** Null where the release has none. */
  readonly report: {
    /** The file of this release. */
    readonly path: string;
    /** Where people find it. */
    readonly shown: string;
    readonly bytes: number;
    readonly attach: boolean;
  } | null;
  /** Where the files lie. */
  readonly folder: string;
  readonly host: string;
}

/** Bytes of a report that a mail still carries: as text it grows by a third, and many servers take 10 MB. */
const largestAttachment = 7_000_000;

/** The mail after a release: what the report shows first, what to mend, and the report. */
export function successLetter(t: Messages, night: Success): Letter {
  const { title, asOf, summary, warnings, remarks, report, pipeline } = night;
  const words = t.mail;
  const attached = report !== null && report.attach && report.bytes <= largestAttachment;
  const more = words.more;
  return {
    title: oneLine(title),
    subject: oneLine(words.subject(title, asOf, summary.headline)),
    text: [
      [oneLine(words.greeting(title, asOf)), oneLine(summary.lead)].join('\n\n'),
      ...points(words.figures, summary.figures),
      ...points(summary.changed.title, summary.changed.sentences),
      ...points(t.overview.attention.title, summary.attention),
      ...points(t.overview.next, summary.actions),
      ...points(words.toMend, firstOf(warnings, more)),
      ...points(words.remarks, firstOf(remarks, more)),
      [...whereTheReportIs(words, night, attached), words.folder(night.folder, night.host)].join('\n'),
      ...(attached ? [words.personal] : []),
      `${words.run(night.run, night.version)}\n`,
    ].join('\n\n'),
    attachments: attached ? [{ filename: `${pipeline}-${asOf}.html`, path: report.path }] : [],
  };
}

function whereTheReportIs(words: Messages['mail'], { report, host }: Success, attached: boolean): string[] {
  if (report === null) return [];
  if (attached) return [`${words.attached} ${words.report(report.shown, host)}`];
  const tooLarge = report.attach ? [words.tooLarge(report.bytes / 1e6)] : [];
  return [[...tooLarge, words.reportAt(report.shown, host)].join(' ')];
}

/** The mail of a night that had nothing to do, and something to mend. */
export function nothingNewLetter(
  t: Messages,
  night: Pick<Success, 'title' | 'asOf' | 'warnings' | 'folder' | 'host'> & { readonly day: string },
): Letter {
  const { title, asOf, warnings, day, folder, host } = night;
  const words = t.mail;
  return {
    title: oneLine(title),
    subject: oneLine(words.nothingNewSubject(title, day)),
    text: [
      words.nothingNew(asOf),
      ...points(words.toMend, firstOf(warnings, words.more)),
      `${words.folder(folder, host)}\n`,
    ].join('\n\n'),
    attachments: [],
  };
}
