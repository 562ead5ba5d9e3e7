import type { Messages } from '../text/messages.ts';
import { firstOf, oneLine, type Letter } from './letter.ts';

/** How far a run came: within a step, or after it. */
export interface Place {
  readonly step: string;
  readonly ended: boolean;
}

/** What there is to tell of a night that failed. */
export interface Failure {
  readonly title: string;
  /** The day of the run, in the zone of the pipeline. */
  readonly day: string;
  /** Null: before the first step. */
  readonly place: Place | null;
  /** What went wrong, in a sentence or several, one a line. */
  readonly message: string;
  /** The exit code of the run. */
  readonly kind: number;
  /** The release that is current now; null: none was published; unknown where that cannot be told. */
  readonly current: { readonly run: string; readonly asOf: string } | null | 'unknown';
  readonly folder: string;
  readonly host: string;
}

/** The mail after a run that failed: what failed, where, whose turn it is, and what stays valid. */
export function failureLetter(t: Messages, night: Failure): Letter {
  const { title, day, place, message, kind, current, folder, host } = night;
  const words = t.mail;
  const lines = firstOf(message.split('\n').map(oneLine).filter(Boolean), words.more);
  return {
    title: oneLine(title),
    subject: oneLine(words.failedSubject(title, day)),
    text: [
      oneLine(words.failed(title, day)),
      [oneLine(words.whatFailed(place)), ...lines.map((line) => `  ${line}`)].join('\n'),
      words.whoseTurn(kind),
      `${words.stays}\n  ${validity(words, current)}`,
      ...(current === null ? [] : [words.folder(folder, host)]),
    ].join('\n\n'),
    attachments: [],
  };
}

function validity(words: Messages['mail'], current: Failure['current']): string {
  if (current === null) return words.noRelease;
  return current === 'unknown' ? words.unknownRelease : words.current(current.run, current.asOf);
}
