import { createReadStream } from 'node:fs';

/** What a text file holds, counted byte by byte without the engine, so that the engine's own count can be checked. */
export interface Scan {
  /** Records, the header among them. */
  readonly records: number;
  /** Empty lines between records; they are passed over and are no records. */
  readonly blankLines: number;
  /** Those of them that stand before the first record. */
  readonly leadingBlankLines: number;
  /** A quoted field holds a line break. */
  readonly multiline: boolean;
  /** The line on which a quote opens that nothing closes. */
  readonly unclosedAt: number | null;
  /** More than one kind of line break ends records: `\n`, `\r\n`, `\r`. */
  readonly mixedBreaks: boolean;
  /** Longest record in bytes. */
  readonly longest: number;
}

/**
 * From record `record` (0 = first) on, a record stands `shift` lines below where one line a record would put it; `blanks` of
 * them are empty lines.
 */
export type TakeShift = (record: number, shift: number, blanks: number) => void;

const LF = 10;
const CR = 13;
const SPACE = 32;

type State = 'start' | 'plain' | 'quoted' | 'closing';

/**
 * Counts the records of a UTF-8 text file. A quote opens a field only at its start (spaces before it allowed), as RFC 4180
 * and the engine have it; in other places it is a letter.
 *
 * @param quote the quoting character, or '' where the format has none
 * @param takeShift is told every place at which line numbers leave record numbers
 */
export async function scanText(
  file: string,
  delimiter: string,
  quote: string,
  takeShift: TakeShift = () => undefined,
): Promise<Scan> {
  const quoteByte = quote === '' ? -1 : quote.charCodeAt(0);
  const delimiterEnd = Buffer.from(delimiter).at(-1)!;
  const kinds = { lf: 0, crlf: 0, cr: 0 };
  let state: State = 'start';
  let [records, blankLines, leadingBlankLines, lines, shift] = [0, 0, 0, 0, 0];
  let [length, longest, quoteLine] = [0, 0, 0];
  let multiline = false;
  let previous = 0;
  let first = true;

  const endRecord = (): void => {
    lines++;
    if (length > 0) records++;
    else {
      blankLines++;
      if (records === 0) leadingBlankLines++;
    }
    if (length > longest) longest = length;
    if (lines - records !== shift) {
      shift = lines - records;
      takeShift(records, shift, blankLines);
    }
    length = 0;
    state = 'start';
  };
  /** Takes a byte outside quotes that may end a record; says whether it did. */
  const takeBreak = (byte: number): boolean => {
    if (byte === LF && previous === CR) kinds.crlf++;
    else if (byte === LF) kinds.lf++;
    else if (byte === CR) kinds.cr++;
    else return false;
    if (byte === CR || previous !== CR) endRecord();
    return true;
  };

  /** The fast way through lines without quotes: takes lines that end in LF or CRLF, and stops before anything else. */
  const takeWholeLines = (bytes: Buffer, from: number): number => {
    let start = from;
    let nextReturn = bytes.indexOf(CR, start);
    for (;;) {
      const end = bytes.indexOf(LF, start);
      if (end < 0) return start;
      const returned = nextReturn >= 0 && nextReturn < end;
      if (returned && nextReturn !== end - 1) return start;
      length += end - start - Number(returned);
      if (returned) {
        kinds.cr++;
        kinds.crlf++;
        nextReturn = bytes.indexOf(CR, end);
      } else kinds.lf++;
      endRecord();
      previous = LF;
      start = end + 1;
    }
  };
  const endsInField = (bytes: Buffer, from: number): boolean => {
    let last = bytes.length - 1;
    while (last > from && bytes[last] === SPACE) last--;
    return bytes[last] !== delimiterEnd && bytes[last] !== SPACE;
  };

  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    const marked = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    let i = marked ? 3 : 0;
    first = false;
    if (state !== 'quoted' && state !== 'closing' && previous !== CR && (quoteByte < 0 || !bytes.includes(quoteByte))) {
      i = takeWholeLines(bytes, i);
      if (i < bytes.length && !bytes.includes(CR, i)) {
        length += bytes.length - i;
        state = endsInField(bytes, i) ? 'plain' : 'start';
        previous = bytes.at(-1)!;
        continue;
      }
    }
    for (; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (state === 'quoted') {
        length++;
        if (byte === quoteByte) state = 'closing';
        else if (byte === LF || byte === CR) {
          multiline = true;
          if (byte === CR || previous !== CR) lines++;
        }
      } else if (!takeBreak(byte)) {
        length++;
        if (byte === quoteByte && (state === 'closing' || state === 'start')) {
          if (state === 'start') quoteLine = lines + 1;
          state = 'quoted';
        } else if (byte === delimiterEnd) state = 'start';
        else if (state === 'closing' || byte !== SPACE) state = 'plain';
      }
      previous = byte;
    }
  }
  const unclosed = state === 'quoted';
  if (length > 0) endRecord();
  const loneReturns = kinds.cr - kinds.crlf;
  return {
    records,
    blankLines,
    leadingBlankLines,
    multiline,
    unclosedAt: unclosed ? quoteLine : null,
    mixedBreaks: [kinds.lf, kinds.crlf, loneReturns].filter((count) => count > 0).length > 1,
    longest,
  };
}
