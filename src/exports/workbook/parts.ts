import { lettersOf } from './cell.sql.ts';
import { declaration, escapeXml } from './xml.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What the workbook says of a sheet. */
export interface SheetPart {
  readonly name: string;
  readonly columns: number;
  /** Below the header, which has a filter; null: the sheet is no table. */
  readonly rows: number | null;
}

/** The file of a sheet, counted from 1. */
export const sheetFile = (number: number): string => `worksheets/sheet${number}.xml`;

const numbered = (sheets: readonly SheetPart[], part: (number: number, sheet: SheetPart) => string): string =>
  sheets.map((sheet, i) => part(i + 1, sheet)).join('');

/** The range of a table with its header: `A1:C10`. */
export const tableRange = (columns: number, rows: number, dollar = ''): string =>
  `${dollar}A${dollar}1:${dollar}${lettersOf(columns - 1)}${dollar}${rows + 1}`;

const filterName = (sheet: SheetPart, number: number): string =>
  sheet.rows === null
    ? ''
    : `<definedName name="_xlnm._FilterDatabase" localSheetId="${number - 1}" hidden="1">${escapeXml(
        `'${sheet.name.replaceAll("'", "''")}'!${tableRange(sheet.columns, sheet.rows, '$')}`,
      )}</definedName>`;

/** The parts of a workbook beside its sheets and styles: path → XML. Source: ECMA-376, part 1. */
export const workbookParts = (sheets: readonly SheetPart[]): Record<string, string> => ({
  '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${numbered(
    sheets,
    (number) => `<Override PartName="/xl/${sheetFile(number)}" ContentType="${spreadsheet}.worksheet+xml"/>`,
  )}</Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${numbered(
    sheets,
    (number, { name }) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  )}</sheets><definedNames>${numbered(sheets, (number, sheet) => filterName(sheet, number))}</definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packaged}/relationships">${numbered(
    sheets,
    (number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="${sheetFile(number)}"/>`,
  )}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
});
