import type { Colors, Effects } from './effects.ts';

/** Wider lines are not read. */
export const widest = 160;

/** A column of a printed table. */
export interface TableColumn {
  readonly name: string;
  /** Numbers stand right, and are never cut. */
  readonly right?: boolean;
  /** What is typed again, like the name of a release, is never cut either. */
  readonly whole?: boolean;
}

/** How wide the place is and what paints it. */
export interface TableStyle {
  /** Infinity where nothing needs to fit. */
  readonly width: number;
  readonly colors: Colors;
}

/** Narrowest that a column of text is cut to. */
const least = 8;

const gap = 2;

/**
 * The lines of a table: a header, a rule, a line a row. Where it does not fit, long texts are cut with `…`; where that is not enough, each
 * row becomes a block of lines, a column a line. Nulls are dim; control characters are shown, not sent to the terminal.
 */
export function formatTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | null)[])[],
  style: TableStyle,
): string[] {
  const header = columns.map((column) => visible(column.name));
  const body = rows.map((row) => row.map((cell) => (cell === null ? null : visible(cell))));
  const widths = header.map((name, i) => Math.max(textWidth(name), ...body.map((row) => textWidth(row[i] ?? 'null'))));
  const fitted = fit(columns, widths, header.map(textWidth), style.width);
  return fitted ? asGrid(columns, header, body, fitted, style.colors) : asBlocks(header, body, style);
}

/** A table under a title. */
export interface Part {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** The lines of tables under their titles, an empty line before each; what has no rows is left out. */
export const formatParts = (parts: readonly Part[], style: TableStyle): string[] =>
  parts
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ title, columns, rows }) => [
      '',
      style.colors.bold(visible(title)),
      ...formatTable(columns, rows, style),
    ]);

/** Prints a table for people. */
export function printTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | null)[])[],
  effects: Effects,
): void {
  const style = { width: effects.stdout.columns, colors: effects.colors };
  for (const line of formatTable(columns, rows, style)) effects.print(line);
}

function asGrid(
  columns: readonly TableColumn[],
  header: readonly string[],
  body: readonly (readonly (string | null)[])[],
  widths: readonly number[],
  { bold, dim }: Colors,
): string[] {
  const line = (cells: readonly (string | null)[], paint: (text: string) => string): string =>
    cells
      .map((cell, i) => {
        const text = cut(cell ?? 'null', widths[i]!);
        const space = ' '.repeat(widths[i]! - textWidth(text));
        const painted = cell === null ? dim(text) : paint(text);
        return columns[i]!.right === true ? space + painted : painted + space;
      })
      .join(' '.repeat(gap))
      .trimEnd();
  return [
    line(header, bold),
    dim(widths.map((width) => '─'.repeat(width)).join(' '.repeat(gap))),
    ...body.map((row) => line(row, String)),
  ];
}

function asBlocks(
  header: readonly string[],
  body: readonly (readonly (string | null)[])[],
  { width, colors: { bold, dim } }: TableStyle,
): string[] {
  const names = Math.max(...header.map(textWidth));
  return body.flatMap((row, i) => [
    dim(`── ${i + 1} `.padEnd(Math.min(width, 40), '─')),
    ...row.map((cell, j) => {
      const name = bold(header[j]) + ' '.repeat(names - textWidth(header[j]!) + gap);
      return name + (cell === null ? dim('null') : cut(cell, Math.max(width - names - gap, least)));
    }),
  ]);
}

/** Widths that fit, taken from the widest texts first; null where even the narrowest do not. */
function fit(
  columns: readonly TableColumn[],
  wanted: readonly number[],
  names: readonly number[],
  width: number,
): number[] | null {
  const widths = [...wanted];
  const lowest = wanted.map((want, i) => {
    const { right = false, whole = false } = columns[i]!;
    return right || whole ? want : Math.min(want, Math.max(least, names[i]!));
  });
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) + gap * (list.length - 1);
  if (sum(lowest) > width) return null;
  for (let excess = sum(widths) - width; excess > 0; excess--) {
    let widest = -1;
    widths.forEach((size, i) => {
      if (size > lowest[i]! && (widest < 0 || size > widths[widest]!)) widest = i;
    });
    widths[widest]!--;
  }
  return widths;
}

function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  let room = width - 1;
  for (const { segment } of graphemes.segment(text)) {
    room -= segmentWidth(segment);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Control characters and ends of lines as escapes, so that a terminal shows them and does not obey; also those that JSON leaves as they are. */
export const visible = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) =>
    character < '\u007f'
      ? JSON.stringify(character).slice(1, -1)
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const wide =
  /\p{Extended_Pictographic}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Places that one character takes in a terminal: none for marks and invisible ones, two for wide letters and pictures. */
const segmentWidth = (segment: string): number => (/^[\p{M}\p{Cf}]*$/u.test(segment) ? 0 : wide.test(segment) ? 2 : 1);

function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += segmentWidth(segment);
  return width;
}
