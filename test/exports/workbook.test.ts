import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { customerColumns } from '../../src/exports/columns.ts';
import { exportWorkbook, type WorkbookOptions } from '../../src/exports/workbook/export.ts';
import { raw } from '../../src/sql/sql.ts';
import { languageOf } from '../../src/text/messages.ts';

const { t: english } = languageOf('en');
import { readWorkbook, recordsOfSheet, unzip } from './read-workbook.ts';
import { counting, folder, formulas, harmless, manyCustomers, shopOf } from './support.ts';

const told = { company: 'Shop <&> "x"', asOf: '2026-01-31', run: 'r', currency: 'EUR' };

async function workbookOf(
  engine: Awaited<ReturnType<typeof shopOf>>,
  options: Partial<WorkbookOptions> = {},
): Promise<{ file: string; rows: number }> {
  const path = folder();
  const { file, rows } = await exportWorkbook(engine, path, { ...told, ...options });
  return { file: join(path, file), rows };
}

const customer = {
  customer_id: '007',
  name: 'יעל "לוי"',
  segment: 's1',
  segment_name: 'Onak',
  monetary: 1234.565,
  profit: -3.5,
  frequency: 3,
  repurchase_probability: 0.25,
  first_purchased_on: '1899-12-31',
  last_purchased_on: '2026-01-31',
  favourite_channel: '',
};

const segments = [
  { segment: 's1', name: 'Onak', description: 'They buy <a lot> & often.' },
  { segment: 's2', name: 'Onak' },
];

describe('exportWorkbook(engine, folder, options)', () => {
  it('has a sheet that explains the others, and one for each segment, audience and the prospects', async () => {
    const engine = await shopOf([customer, { customer_id: 'p', is_prospect: true, likely_segment: 's1' }], segments);
    await engine.create(
      'segments.audience_member',
      raw("select 'dear' as audience, '007' as customer_id, 'included' as how"),
    );
    const audiences = [{ audience: 'dear', title: 'Dear: ours', description: 'By hand' }];
    const { file, rows } = await workbookOf(engine, { audiences });
    expect(rows).toBe(3);
    const sheets = readWorkbook(file);
    expect(sheets.map(({ name }) => name)).toEqual(['Read me', 's1 Onak', 's2 Onak', 'Dear ours', 'Prospects']);
    expect(
      sheets
        .map(recordsOfSheet)
        .map(({ length }) => length)
        .slice(1),
    ).toEqual([1, 0, 1, 1]);
    const readMe = [...sheets[0]!.cells.values()].map(({ text }) => text);
    expect(readMe[0]).toBe('Shop <&> "x": customers by segment');
    expect(readMe).toEqual(
      expect.arrayContaining(['Segment s1. They buy <a lot> & often.', 'Audience dear. By hand', 'likely_segment']),
    );
    for (const sheet of sheets.slice(1)) {
      expect(sheet.xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
      expect(sheet.xml).toContain('<autoFilter ref="A1:');
      expect(sheet.xml).not.toContain('rightToLeft');
    }
  });

  it('explains every column', () => {
    expect(Object.keys(customerColumns).filter((column) => !english.columns[column])).toEqual([]);
  });

  it('has real numbers and dates, and ids as text; days that Excel does not know are text', async () => {
    const engine = await shopOf([customer], segments);
    const [, sheet] = readWorkbook((await workbookOf(engine)).file);
    const columns = Object.keys(customerColumns);
    const cell = (column: string) => cellAt(sheet!, columns.indexOf(column));
    expect(cell('customer_id')).toEqual({ kind: 'text', style: 1, text: '007' });
    expect(cell('name')).toEqual({ kind: 'text', style: 1, text: 'יעל "לוי"' });
    expect(cell('monetary')).toEqual({ kind: 'number', style: 2, text: '1234.57' });
    expect(cell('profit')).toEqual({ kind: 'number', style: 2, text: '-3.50' });
    expect(cell('frequency')).toEqual({ kind: 'number', style: 3, text: '3' });
    expect(cell('repurchase_probability')).toEqual({ kind: 'number', style: 4, text: '0.2500' });
    expect(cell('last_purchased_on')).toEqual({ kind: 'number', style: 6, text: '46053' });
    expect(cell('first_purchased_on')).toEqual({ kind: 'text', style: 1, text: '1899-12-31' });
    expect(cell('may_email')).toEqual({ kind: 'text', style: 1, text: 'false' });
    for (const empty of ['favourite_channel', 'lifetime_value', 'email']) expect(cell(empty)).toBeUndefined();
  });

  it('holds formulas and every other text as text, unchanged but for what XML cannot hold', async () => {
    const texts = [
      ...formulas,
      ...harmless,
      '_x0041_',
      '_x0041_x0042_',
      'a_x',
      '&lt;',
      ']]>',
      '<script>',
      '\ufffe\u0001',
      '\r',
    ];
    const engine = await shopOf(
      texts.map((name, i) => ({ customer_id: String(i).padStart(4, '0'), name, segment: 's1' })),
      segments,
    );
    const { file } = await workbookOf(engine);
    const [, sheet] = readWorkbook(file);
    expect(recordsOfSheet(sheet!).map(({ name }) => name)).toEqual(
      texts.map((text) => text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe]/g, '\ufffd')),
    );
    expect(sheet!.xml).not.toMatch(/<f\b|<f>/);
  });

  it('cuts texts that no cell takes, and says so', async () => {
    const names = [
      'x'.repeat(32_767),
      'x'.repeat(32_768),
      '😀'.repeat(16_383),
      '😀'.repeat(16_384),
      'ñ'.repeat(32_767),
    ];
    const engine = await shopOf(
      names.map((name, i) => ({ customer_id: `${i}`, name, segment: 's1' })),
      segments,
    );
    const [readMe, sheet] = readWorkbook((await workbookOf(engine)).file);
    const written = recordsOfSheet(sheet!).map(({ name }) => name!);
    expect(written.map((name) => names.includes(name))).toEqual([true, false, true, false, true]);
    for (const name of written) expect(name.length).toBeLessThanOrEqual(32_767);
    expect(written[1]!.endsWith('x…')).toBe(true);
    expect([...readMe!.cells.values()].map(({ text }) => text).join('\n')).toContain(
      '2 customers have a text that is too long',
    );
  });

  it('puts a list that is longer than a sheet on several', async () => {
    const { file, rows } = await workbookOf(await manyCustomers(25), { rowsPerSheet: 10 });
    expect(rows).toBe(25);
    const [readMe, ...sheets] = readWorkbook(file);
    expect(sheets.map(({ name }) => name)).toEqual(['s1 All', 's1 All (2)', 's1 All (3)', 'Prospects']);
    const records = sheets.map(recordsOfSheet);
    expect(records.map(({ length }) => length)).toEqual([10, 10, 5, 0]);
    expect(new Set(records.flat().map((row) => row['customer_id'])).size).toBe(25);
    const amounts = records.flat().map((row) => Number(row['monetary']));
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect([...readMe!.cells.values()].map(({ text }) => text).join('\n')).toContain('Part 2 of 3');
  });

  it('is read from right to left in Hebrew', async () => {
    const { file } = await workbookOf(await shopOf([customer], segments), { language: 'he-IL' });
    for (const { xml } of readWorkbook(file)) expect(xml).toContain('<sheetView rightToLeft="1"');
  });

  it('has all customers on a sheet where there are no segments', async () => {
    const { file } = await workbookOf(await shopOf([{ customer_id: 'a' }]));
    expect(readWorkbook(file).map(({ name }) => name)).toEqual(['Read me', 'All customers', 'Prospects']);
  });

  it('has the same bytes again, and brings a number of rows to TypeScript that does not grow with the customers', async () => {
    const files = [];
    for (const count of [100, 100, 5_000]) {
      const engine = await manyCustomers(count);
      let pieces = 0;
      const counted = counting(engine);
      const chunked: typeof engine = Object.create(counted.engine, {
        chunks: {
          value: (query: Parameters<typeof engine.chunks>[0]) => {
            pieces++;
            return engine.chunks(query);
          },
        },
      }) as typeof engine;
      files.push((await workbookOf(chunked)).file);
      expect([counted.rows(), pieces]).toEqual([6, 2]);
    }
    expect(readFileSync(files[0]!).equals(readFileSync(files[1]!))).toBe(true);
    expect([...unzip(files[2]!).keys()].length).toBe(8);
  });
});

function cellAt(sheet: ReturnType<typeof readWorkbook>[number], index: number) {
  const [place] = [...sheet.cells.keys()].filter((key) => /^[A-Z]+1$/.test(key)).slice(index);
  return sheet.cells.get(place!.replace('1', '2'));
}
