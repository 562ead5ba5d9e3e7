import type { Engine } from '../../engine/engine.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import type { ExportColumns } from '../columns.ts';
import { permittedSql } from '../consent.sql.ts';
import { numberedSql } from '../list.sql.ts';
import { spokenSql, type SpokenWords } from '../spoken.sql.ts';
import type { List } from '../lists.ts';
import { cellSql, lettersOf } from './cell.sql.ts';
import { tableRange } from './parts.ts';
import { style } from './styles.ts';
import { declaration, escapeXml } from './xml.ts';

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** How wide a column is, in characters: as its header, and as its values usually are. */
const widths = { text: 14, money: 12, whole: 9, share: 9, number: 10, day: 12, weekday: 12, flag: 8 } as const;
const wide: Readonly<Record<string, number>> = { name: 26, email: 30, segment_name: 30, priority_reason: 44 };

const widthOf = (columns: ExportColumns, column: string): number =>
  Math.max(wide[column] ?? widths[columns[column]!], column.length + 4);

/** A cell of text that the project or the pipeline wrote. */
export const givenCell = (column: string, row: number, text: string, look: number): string =>
  `<c r="${column}${row}" t="inlineStr" s="${look}"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** A worksheet up to its first row. */
export const sheetHead = (columnWidths: readonly number[], rightToLeft: boolean, frozen: boolean): string =>
  `${declaration}<worksheet xmlns="${namespace}"><sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0">${
    frozen ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : ''
  }</sheetView></sheetViews><cols>${columnWidths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

/** A sheet of one list, or of some of its rows. */
export interface ListSheet {
  readonly list: List;
  /** Rows of the list, from `first` (1 or more) on. */
  readonly first: number;
  readonly rows: number;
}

/** How sheets are written. */
export interface SheetOptions {
  /** Columns whose cells stay empty. */
  readonly unknown: readonly string[];
  readonly suppressions?: string | undefined;
  readonly rightToLeft: boolean;
  readonly words: SpokenWords;
}

/** The rows of a sheet as XML, made by the engine, in their order. */
function rowsSql(
  { list, first, rows }: ListSheet,
  { unknown, suppressions, words }: Omit<SheetOptions, 'rightToLeft'>,
): Sql {
  const columns = Object.entries(list.columns)
    .map(([column, kind], i) => ({ column, kind, letters: lettersOf(i) }))
    .filter(({ column }) => !unknown.includes(column));
  const values = columns.map(({ column, kind, letters }) => {
    const value = spokenSql(words, column, permittedSql(column));
    return sql`${kind === 'text' ? sql`nullif(${value}, '')` : value} as ${name(letters)}`;
  });
  const cells = columns.map(({ kind, letters }) => cellSql(kind, letters, raw('line'), name(letters)));
  const before = raw(String(first - 1));
  return sql`with ${numberedSql(list, suppressions)},
    valued as (
      select place - ${before} + 1 as line, ${join(values)} from numbered
      where place between ${before} + 1 and ${before} + ${raw(String(rows))}
    )
    select concat('<row r="', line, '">', ${join(cells)}, '</row>') as xml from valued order by line`;
}

/** The XML of a sheet, piece by piece. */
export async function* listSheetXml(engine: Engine, sheet: ListSheet, options: SheetOptions): AsyncGenerator<string> {
  const { list, rows } = sheet;
  const columns = Object.keys(list.columns);
  const headers = columns.map((column, i) => givenCell(lettersOf(i), 1, column, style.header));
  yield sheetHead(
    columns.map((column) => widthOf(list.columns, column)),
    options.rightToLeft,
    true,
  );
  yield `<row r="1">${headers.join('')}</row>`;
  for await (const chunk of engine.chunks(rowsSql(sheet, options))) yield (chunk.columns[0] as string[]).join('');
  yield `</sheetData><autoFilter ref="${tableRange(columns.length, rows)}"/></worksheet>`;
}
