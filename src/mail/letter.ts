/** A file that a mail brings along. */
interface Attachment {
  readonly filename: string;
  readonly path: string;
}

/** A mail without its addresses. */
export interface Letter {
  /** Whose customers it is about: the name that the mail comes from. */
  readonly title: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** What ends a line or turns the text around it. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** Text out of data as part of one line. */
export const oneLine = (text: string): string => text.replaceAll(unfit, ' ').trim();

/** A paragraph, or a title with the points below it; nothing where there are no points. */
export const points = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [[title, ...lines.map((line) => `- ${oneLine(line)}`)].join('\n')];

/** A list in a mail is no longer than this: the report and the record have the rest. */
const longest = 20;

/** The first points, and how many there are beyond. */
export const firstOf = (lines: readonly string[], rest: (count: number) => string): string[] =>
  lines.length <= longest ? [...lines] : [...lines.slice(0, longest - 1), rest(lines.length - longest + 1)];
