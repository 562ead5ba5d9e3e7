import type { Messages } from '../../text/messages.ts';
import { givenCell, sheetHead } from './sheet.ts';
import { style } from './styles.ts';

/** What the first sheet tells. */
export interface ReadMe {
  readonly company: string;
  readonly asOf: string;
  readonly run: string;
  readonly currency: string;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly holds: string }[];
  /** Those of all sheets, in order. */
  readonly columns: readonly string[];
  /** Customers with a text that had to be cut. */
  readonly cut: number;
}

/** A cell: text and its style, or a number. */
type Cell = readonly [text: string, look: number] | number;

const plain = (text: string): Cell => [text, style.text];
const wrapped = (text: string): Cell => [text, style.wrapped];
const head = (...texts: readonly string[]): Cell[] => texts.map((text) => [text, style.header] as const);

const linesOf = (
  { workbook: t, columns: meanings }: Messages,
  { company, asOf, run, currency, sheets, columns, cut }: ReadMe,
): Cell[][] => [
  [[t.title(company), style.title]],
  [plain(t.asOf(asOf, run))],
  [plain(t.money(currency))],
  [plain(t.consent)],
  [plain(t.copy)],
  ...(cut > 0 ? [[plain(t.tooLong(cut))]] : []),
  [],
  head(t.sheet, t.rows, t.holds),
  ...sheets.map(({ name, rows, holds }) => [plain(name), rows, wrapped(holds)]),
  [],
  head(t.column, '', t.meaning),
  ...columns.map((column) => [plain(column), plain(''), wrapped(meanings[column] ?? '')]),
];

function cellXml(cell: Cell, column: number, row: number): string {
  const letter = 'ABC'[column]!;
  if (typeof cell === 'number') return `<c r="${letter}${row}" s="${style.whole}"><v>${cell}</v></c>`;
  return cell[0] === '' && cell[1] !== style.header ? '' : givenCell(letter, row, cell[0], cell[1]);
}

/** The first sheet of a workbook: what it is of, its sheets, its columns. */
export const readMeXml = (t: Messages, readMe: ReadMe, rightToLeft: boolean): string =>
  `${sheetHead([32, 12, 110], rightToLeft, false)}${linesOf(t, readMe)
    .map((cells, i) => `<row r="${i + 1}">${cells.map((cell, j) => cellXml(cell, j, i + 1)).join('')}</row>`)
    .join('')}</sheetData></worksheet>`;
