import type { CsvStyle } from '../engine/engine.ts';
import { decimalMarkOf } from '../text/decimal-mark.ts';
import { raw, sql, type Sql } from '../sql/sql.ts';
import type { ExportColumns, ExportKind } from './columns.ts';
import { permittedSql } from './consent.sql.ts';
import { guardSql } from './guard.sql.ts';
import type { Cells } from './list.sql.ts';
import { spokenSql, spokenWords, type SpokenWords } from './spoken.sql.ts';

/** Whom a CSV is for: people and their spreadsheets, programs, or platforms that send and advertise. */
export type Profile = 'people' | 'machine' | 'platform';

/** The folder of the files of a profile, within a release. */
export const folderOf: Readonly<Record<Profile, string>> = {
  people: 'segments',
  machine: 'machine',
  platform: 'platform',
};

/** How the values of a kind are written. */
type Writing = Readonly<Record<ExportKind, (value: Sql) => Sql>>;

const asIs = (value: Sql): Sql => value;

/** How values are written for people, whose language may have decimal commas. */
function forPeople(locale: string | undefined): Writing {
  const decimal = (digits: number) => (value: Sql) => {
    const rounded = sql`cast(${value} as decimal(18, ${raw(String(digits))}))`;
    return decimalMarkOf(locale) === ',' ? sql`replace(cast(${rounded} as varchar), '.', ',')` : rounded;
  };
  return {
    text: guardSql,
    money: decimal(2),
    share: decimal(4),
    number: decimal(4),
    whole: asIs,
    day: (value) => sql`cast(${value} as date)`,
    weekday: asIs,
    flag: asIs,
  };
}

const forMachines: Writing = {
  text: asIs,
  money: asIs,
  share: asIs,
  number: asIs,
  whole: asIs,
  day: (value) => sql`cast(${value} as date)`,
  weekday: asIs,
  flag: asIs,
};

/** The cells of declared columns: addresses by consent, our own words as they are spoken; `unknown` ones stay empty. */
function cellsOf(columns: ExportColumns, writing: Writing, unknown: readonly string[], words: SpokenWords = {}): Cells {
  return Object.fromEntries(
    Object.entries(columns).map(([column, kind]) => [
      column,
      unknown.includes(column) ? sql`null` : writing[kind](spokenSql(words, column, permittedSql(column))),
    ]),
  );
}

/** How people read: a locale says how figures are written, a language what our own words are; left out: English. */
export interface PeopleProfile {
  readonly locale?: string | undefined;
  readonly language?: string | undefined;
}

/** A CSV as its readers take it. */
export interface Csv {
  readonly cells: Cells;
  readonly style: CsvStyle;
}

/**
 * For spreadsheets: UTF-8 with a byte order mark, CRLF, text in quotes and guarded against formulas, amounts to the cent, shares with four
 * decimals. Where the locale has decimal commas, fields are separated by semicolons, as its spreadsheets expect. Our own words are in the language.
 */
export const peopleCsv = (
  columns: ExportColumns,
  { locale, language }: PeopleProfile = {},
  unknown: readonly string[] = [],
): Csv => ({
  cells: cellsOf(columns, forPeople(locale), unknown, spokenWords(language)),
  style: {
    columns: Object.keys(columns),
    delimiter: decimalMarkOf(locale) === ',' ? ';' : ',',
    newline: '\r\n',
    byteOrderMark: true,
    quoted: Object.keys(columns).filter((column) => columns[column] === 'text'),
  },
});

/** UTF-8 without a mark, LF, commas, decimal points: nothing quoted that need not be. */
export const plainStyle = (columns: readonly string[]): CsvStyle => ({
  columns,
  delimiter: ',',
  newline: '\n',
  byteOrderMark: false,
  quoted: [],
});

/** Cells as they are; `quoted`, so that a spreadsheet that looks into the file takes no number out of a postal code or a hash. */
export const plainCsv = (cells: Cells, quoted = false): Csv => {
  const style = plainStyle(Object.keys(cells));
  return { cells, style: quoted ? { ...style, quoted: style.columns } : style };
};

/** For programs: every value as it is, in full precision; an empty field is no value, `""` is empty text. */
export const machineCsv = (columns: ExportColumns, unknown: readonly string[] = []): Csv =>
  plainCsv(cellsOf(columns, forMachines, unknown));
