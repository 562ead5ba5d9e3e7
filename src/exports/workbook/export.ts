import { join as joinPath } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { join, name, sql } from '../../sql/sql.ts';
import { languageOf, type Messages } from '../../text/messages.ts';
import { countSql } from '../list.sql.ts';
import { campaignLists, lookalikeStem, readLists, type List, type NamedCampaign } from '../lists.ts';
import { unknownCells, type ExportedFile, type ExportOptions } from '../segments.ts';
import { isTooLongSql } from './cell.sql.ts';
import { workbookParts, sheetFile } from './parts.ts';
import { readMeXml } from './read-me.ts';
import { spokenWords } from '../spoken.sql.ts';
import { sheetNames } from './sheet-names.ts';
import { listSheetXml, type ListSheet } from './sheet.ts';
import { stylesXml } from './styles.ts';
import { writeZip } from './zip.ts';

/** What a workbook may be told. */
export interface WorkbookOptions extends ExportOptions {
  readonly company: string;
  readonly asOf: string;
  readonly run: string;
  readonly currency: string;
  /** The tag of its reader's language; English where left out. Hebrew is written from right to left. */
  readonly language?: string | undefined;
  /** The campaigns that get a sheet each, in order. */
  readonly campaigns?: readonly NamedCampaign[];
  /** Rows of a sheet below its header; left out: what Excel takes. */
  readonly rowsPerSheet?: number;
}

const mostRows = 1_048_575;

/** Segments, audiences, campaigns, then prospects, the likest first; all customers only where there are no segments, since every sheet is a copy. */
function onSheets(lists: readonly List[]): List[] {
  const isNamed = ({ segment, audience, campaign }: List): boolean =>
    segment !== undefined || audience !== undefined || campaign !== undefined;
  const hasSegments = lists.some(({ segment }) => segment !== undefined);
  const base = lists.filter(
    (list) => !isNamed(list) && list.stem !== lookalikeStem && !(hasSegments && list.stem === 'all-customers'),
  );
  return [...lists.filter(isNamed), ...base];
}

/** A list that is longer than a sheet is on several. */
function sheetsOf(list: List, rows: number, most: number): ListSheet[] {
  const parts = Math.max(1, Math.ceil(rows / most));
  return Array.from({ length: parts }, (_, part) => {
    const first = part * most + 1;
    return { list, first, rows: Math.min(most, rows - first + 1) };
  });
}

const titleOf = ({ workbook: t }: Messages, { segment, title, stem }: List): string => {
  if (segment !== undefined) return `${segment} ${title ?? ''}`;
  return title ?? (stem === 'prospects' ? t.prospects : t.allCustomers);
};

async function descriptionsOf(engine: Engine): Promise<ReadonlyMap<string, string | null>> {
  const query = sql`select segment, description from segments.segment`;
  const rows = await engine.rows(query, { segment: 'text', description: 'text?' }, 1_000);
  return new Map(rows.map(({ segment, description }) => [segment, description]));
}

/** Customers with a text that no cell takes whole. */
async function countTooLong(engine: Engine, lists: readonly List[]): Promise<number> {
  const texts = new Set(lists.flatMap(({ columns }) => Object.keys(columns).filter((one) => columns[one] === 'text')));
  const known = (await engine.check(sql`select * from marts.customer`)).map((column) => column.name);
  const long = known.filter((column) => texts.has(column)).map((column) => isTooLongSql(name(column)));
  const query = sql`select count(*) as n from marts.customer where ${join(long, ' or ')}`;
  const [row] = await engine.rows(query, { n: 'integer' }, 1);
  return row!.n;
}

/**
 * Writes `segments.xlsx` below `folder`: a sheet that explains the others, and one for each segment, audience and campaign and for the prospects, with
 * frozen headers, filters, real numbers and dates, ids as text, no formula. The engine makes the cells, and they are packed as they come: memory
 * holds a few thousand rows.
 */
export async function exportWorkbook(engine: Engine, folder: string, options: WorkbookOptions): Promise<ExportedFile> {
  const { suppressions, audiences = [], campaigns = [], language = 'en', rowsPerSheet = mostRows } = options;
  const { t: texts, f } = languageOf(language);
  const { workbook: t } = texts;
  const lists = onSheets([...(await readLists(engine, audiences)), ...campaignLists(campaigns)]);
  const descriptions = await descriptionsOf(engine);
  const sheets: ListSheet[] = [];
  for (const list of lists) {
    const [{ n }] = (await engine.rows(countSql(list, suppressions), { n: 'integer' }, 1)) as [{ n: number }];
    sheets.push(...sheetsOf(list, n, rowsPerSheet));
  }
  const [readMeName, ...names] = sheetNames([t.readMe, ...sheets.map(({ list }) => titleOf(texts, list))]);
  const holdsOf = ({ list, first }: ListSheet): string => {
    const { segment, audience, campaign, channel, stem } = list;
    const parts = sheets.filter((sheet) => sheet.list === list).length;
    const part = parts > 1 ? ` ${t.part(Math.ceil(first / rowsPerSheet), parts)}` : '';
    if (segment !== undefined) return t.segment(segment, descriptions.get(segment) ?? null) + part;
    if (campaign !== undefined && channel !== undefined)
      return t.campaign(campaign, texts.answers.channels[channel]) + part;
    const described = audiences.find((one) => one.audience === audience)?.description ?? null;
    if (audience !== undefined) return t.audience(audience, described) + part;
    return (stem === 'prospects' ? t.everyProspect : t.everyone) + part;
  };
  const readMe = {
    ...options,
    sheets: sheets.map((sheet, i) => ({ name: names[i]!, rows: sheet.rows, holds: holdsOf(sheet) })),
    columns: [...new Set(lists.flatMap(({ columns }) => Object.keys(columns)))],
    cut: await countTooLong(engine, lists),
  };
  const rightToLeft = f.direction === 'rtl';
  const made = { unknown: unknownCells(options), suppressions, rightToLeft, words: spokenWords(language) };
  const parts = workbookParts([
    { name: readMeName!, columns: 0, rows: null },
    ...sheets.map(({ list, rows }, i) => ({ name: names[i]!, columns: Object.keys(list.columns).length, rows })),
  ]);
  const file = 'segments.xlsx';
  await writeZip(joinPath(folder, file), [
    ...Object.entries({ ...parts, 'xl/styles.xml': stylesXml }).map(([path, xml]) => ({ path, content: () => [xml] })),
    { path: `xl/${sheetFile(1)}`, content: () => [readMeXml(texts, readMe, rightToLeft)] },
    ...sheets.map((sheet, i) => ({ path: `xl/${sheetFile(i + 2)}`, content: () => listSheetXml(engine, sheet, made) })),
  ]);
  return { file, rows: sheets.reduce((sum, { rows }) => sum + rows, 0) };
}
