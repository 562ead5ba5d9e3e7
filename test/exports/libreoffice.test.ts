import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { DOMParser } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { exportSegments } from '../../src/exports/segments.ts';
import { exportWorkbook } from '../../src/exports/workbook/export.ts';
import { languageOf } from '../../src/text/messages.ts';
import { describeWith, programHere } from '../support/programs.ts';
import { sharedFolder } from '../support/running.ts';
import { fillShop, formulas, harmless } from './support.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const office = programHere('soffice', 'libreoffice');

/** How people read a file for people in their language: what the dialogue of LibreOffice asks for, and how it numbers the language. */
const readers = [
  { locale: 'es-ES', delimiter: ';', language: 3082 },
  { locale: 'eu', delimiter: ';', language: 1069 },
  { locale: 'he-IL', delimiter: ',', language: 1037 },
  { locale: 'en-GB', delimiter: ',', language: 2057 },
] as const;

/** Opens files as a person would and saves them again, as flat XML. */
function convert(folder: string, file: string, filter: readonly string[] = []): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, '..', 'profile')).href}`;
  const options = [profile, '--headless', ...filter, '--convert-to', 'fods', '--outdir', join(folder, 'opened')];
  const { status, stderr } = spawnSync(office!, [...options, join(folder, file)], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(stderr);
}

/** The cells of each table of a flat OpenDocument file: what kind they are of, and their value. */
function opened(file: string): { name: string; rows: string[][]; formulas: number }[] {
  const root = new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml') as unknown as Element;
  return [...root.getElementsByTagName('table:table')].map((table) => ({
    // The parser leaves what is escaped in attributes as it is.
    name: table.getAttribute('table:name')!.replaceAll('&amp;', '&'),
    formulas: [...table.getElementsByTagName('table:table-cell')].filter((cell) => cell.hasAttribute('table:formula'))
      .length,
    rows: [...table.getElementsByTagName('table:table-row')].map((row) =>
      [...row.getElementsByTagName('table:table-cell')].flatMap((cell) => {
        const times = Number(cell.getAttribute('table:number-columns-repeated') ?? 1);
        return Array.from({ length: Math.min(times, 100) }, () => valueOf(cell));
      }),
    ),
  }));
}

/** What is used of an element. */
interface Element {
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Element>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  getElementsByTagName(name: string): Iterable<Element>;
}

function valueOf(cell: Element): string {
  const kind = cell.getAttribute('office:value-type');
  if (kind === 'float' || kind === 'percentage') return `${kind} ${Number(cell.getAttribute('office:value'))}`;
  if (kind === 'date') return `date ${cell.getAttribute('office:date-value')!}`;
  if (kind === 'boolean') return `boolean ${cell.getAttribute('office:boolean-value')!}`;
  return kind === null ? '' : `text ${[...cell.getElementsByTagName('text:p')].map(textOf).join('\n')}`;
}

/** Text as it is seen: several spaces and tabs are elements. */
function textOf(node: Element): string {
  return [...node.childNodes]
    .map((child) => {
      if (child.nodeName === 'text:s') return ' '.repeat(Number(child.getAttribute('text:c') ?? 1));
      if (child.nodeName === 'text:tab') return '\t';
      return child.nodeName === '#text' ? (child.textContent ?? '') : textOf(child);
    })
    .join('');
}

const names = [...formulas, ...harmless].filter((text) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text));
const customers = [
  ...names.map((name, i) => ({
    customer_id: String(i).padStart(6, '0'),
    name,
    segment: 's1',
    segment_name: '=Onak & קונים',
    monetary: 1000 - i + 0.25,
    profit: -1.5,
    frequency: i,
    repurchase_probability: 0.125,
    last_purchased_on: '2026-01-31',
    phone: '+34 000 043 747',
    phone_opt_in: true,
    ads_opt_in: true,
    country: 'ES',
    postal_code: '01001',
    post_opt_in: true,
  })),
  {
    customer_id: '0100',
    name: 'Ainhoa Agirretxe Zubizarreta, Ñ',
    segment: 's1',
    segment_name: '=Onak & קונים',
    monetary: 2,
  },
  { customer_id: '+1-2', name: 'Iñaki\nEtxeberria  Zubi', segment: 's1', segment_name: '=Onak & קונים', monetary: 1 },
];

describeWith('LibreOffice (soffice)', office, 'what LibreOffice opens', () => {
  const folder = sharedFolder();
  const csv = 'segments/s1-onak.csv';
  let engine: Awaited<ReturnType<typeof openDuckdb>>;
  beforeAll(async () => {
    engine = await openDuckdb();
    await fillShop(engine, customers, [{ segment: 's1', name: '=Onak & קונים' }]);
    const told = { company: 'Shop', asOf: '2026-01-31', run: 'r', currency: 'EUR', language: 'he' };
    mkdirSync(join(folder, 'workbook'));
    await exportWorkbook(engine, join(folder, 'workbook'), told);
    convert(join(folder, 'workbook'), 'segments.xlsx');
    for (const { locale, delimiter, language } of readers) {
      const here = join(folder, locale);
      mkdirSync(here);
      await exportSegments(engine, here, { profiles: { people: { locale } } });
      // The delimiter, quotes, UTF-8, the first line, the language; text in quotes is text, days are days.
      convert(here, csv, [`--infilter=CSV:${delimiter.charCodeAt(0)},34,76,1,,${language},true,true`]);
    }
  }, 240_000);
  afterAll(() => engine.close());

  it.each(['google', 'meta'] as const)(
    'is the file for %s: hashes, codes and numbers as they went in',
    async (target) => {
      const here = join(folder, target);
      mkdirSync(here);
      await exportSegments(engine, here, { profiles: { platform: { targets: [target] } } });
      convert(here, `platform/all-customers-${target}.csv`, ['--infilter=CSV:44,34,76,1,,2057,true,true']);
      const [sheet] = opened(join(here, `opened/all-customers-${target}.fods`));
      const records: string[][] = parse(readFileSync(join(here, `platform/all-customers-${target}.csv`)));
      const cells = sheet!.rows.filter((row) => row.some((cell) => cell !== ''));
      expect(sheet!.formulas).toBe(0);
      expect(records.length).toBeGreaterThan(names.length / 2);
      expect(cells.map((row) => row.slice(0, records[0]!.length))).toEqual(
        records.map((row) => row.map((value) => (value === '' ? '' : `text ${value}`))),
      );
      expect(cells.flat()).toContain(target === 'google' ? 'text 01001' : `text ${sha256('01001')}`);
    },
  );

  const expected = (guarded: boolean): string[][] =>
    customers.map(({ customer_id: id, name, ...more }) => {
      const isRisky = formulas.includes(name) && guarded;
      const guardedId = guarded && id === '+1-2' ? `'${id}` : id;
      return [
        `text ${guardedId}`,
        `text ${isRisky ? "'" : ''}${name.replace(/\r\n/g, '\n')}`,
        'phone' in more ? `text ${more.phone}` : '',
        'postal_code' in more ? `text ${more.postal_code}` : '',
        `text ${guarded ? "'" : ''}=Onak & קונים`,
        'last_purchased_on' in more ? 'date 2026-01-31' : '',
        'frequency' in more ? `float ${more.frequency}` : '',
        `float ${more.monetary}`,
        'profit' in more ? 'float -1.5' : 'float 0',
      ];
    });
  const columns = [
    'customer_id',
    'name',
    'phone',
    'postal_code',
    'segment_name',
    'last_purchased_on',
    'frequency',
    'monetary',
    'profit',
  ];
  const chosen = ([header, ...rows]: string[][]): string[][] =>
    rows.map((row) => columns.map((column) => row[header!.indexOf(`text ${column}`)] ?? ''));

  it('is the workbook: every value as it went in, ids with their zeros, no formula', () => {
    const sheets = opened(join(folder, 'workbook/opened/segments.fods'));
    const { workbook: words } = languageOf('he').t;
    expect(sheets.map(({ name }) => name)).toEqual([words.readMe, 's1 =Onak & קונים', words.prospects]);
    expect(sheets.map((sheet) => sheet.formulas)).toEqual([0, 0, 0]);
    expect(chosen(sheets[1]!.rows.filter((row) => row[0] !== ''))).toEqual(expected(false));
    expect(readFileSync(join(folder, 'workbook/opened/segments.fods'), 'utf8')).toContain('style:writing-mode="rl-tb"');
  });

  it.each(readers)(
    'is the file for people in $locale: every value as it went in, text in quotes, no formula',
    ({ locale, delimiter }) => {
      const [sheet] = opened(join(folder, locale, 'opened/s1-onak.fods'));
      expect(sheet!.formulas).toBe(0);
      expect(chosen(sheet!.rows.filter((row) => row[0] !== ''))).toEqual(expected(true));
      const records: string[][] = parse(readFileSync(join(folder, locale, csv)), { bom: true, delimiter });
      expect(sheet!.rows[0]!.filter((cell) => cell !== '')).toEqual(records[0]!.map((header) => `text ${header}`));
      expect(records[1]![records[0]!.indexOf('monetary')]).toBe(delimiter === ';' ? '1000,25' : '1000.25');
    },
  );
});
