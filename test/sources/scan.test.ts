import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanText } from '../../src/sources/scan.ts';
import { Shop } from '../support/loading.ts';

const scan = async (text: string | Uint8Array, shifts: number[][] = []) => {
  const file = join(new Shop().folder, 'scanned.csv');
  writeFileSync(file, text);
  return scanText(file, ',', '"', (...shift) => shifts.push(shift));
};

describe('scanText(file, delimiter, quote)', () => {
  it.each([
    ['lines', 'a,b\n1,2\n3,4\n', { records: 3, blankLines: 0, multiline: false, mixedBreaks: false }],
    ['no line break at the end', 'a,b\n1,2', { records: 2 }],
    ['CRLF', 'a,b\r\n1,2\r\n', { records: 2, mixedBreaks: false }],
    ['CR alone', 'a,b\r1,2\r', { records: 2, mixedBreaks: false }],
    ['mixed line breaks', 'a,b\r\n1,2\n', { records: 2, mixedBreaks: true }],
    ['empty lines', 'a,b\n\n1,2\n\n\n', { records: 2, blankLines: 3 }],
    ['a line break in quotes', 'a,b\n"1\n2",3\n', { records: 2, multiline: true, unclosedAt: null }],
    ['a doubled quote', 'a,b\n"say ""hi""\n",3\n', { records: 2, multiline: true }],
    ['a quote inside a plain field', 'a,b\n5" pipe,2\n3,4\n', { records: 3, multiline: false }],
    ['spaces before a quote', 'a,b\n1, "2\n3"\n', { records: 2, multiline: true }],
    ['a quote that never closes', 'a,b\n1,2\n"3,4\n5,6\n', { records: 3, unclosedAt: 3 }],
    ['a byte order mark', '\ufeffa,b\n1,2\n', { records: 2 }],
    ['nothing', '', { records: 0 }],
  ] as const)('counts %s', async (_, text, expected) => {
    expect(await scan(text)).toMatchObject(expected);
  });

  it('tells where line numbers leave record numbers', async () => {
    const shifts: number[][] = [];
    await scan('a,b\n\n1,"x\ny"\n2,3\n', shifts);
    expect(shifts).toEqual([
      [1, 1, 1],
      [2, 2, 1],
    ]);
  });

  it('counts the records that csv-parse finds, in any well-formed file and across read buffers', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r\n', ' ', 'ñ', 'ש'), maxLength: 8 });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (rows, lineBreak) => {
        const text = rows.map((row) => row.map((f) => `"${f.replaceAll('"', '""')}"`).join(',')).join(lineBreak);
        const { records } = await scan(text);
        expect(records).toBe((parse(text, { record_delimiter: lineBreak }) as unknown[]).length);
      }),
      { numRuns: 200 },
    );
    const long = `a,b\n${'1,"2\n3"\n4,5\n'.repeat(200_000)}`;
    expect((await scan(long)).records).toBe(400_001);
  });
});
