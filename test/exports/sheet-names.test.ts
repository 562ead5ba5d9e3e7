import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetNames } from '../../src/exports/workbook/sheet-names.ts';

describe('sheetNames(titles)', () => {
  it('keeps what Excel takes, of any script', () => {
    expect(sheetNames(['s1 Loyal regulars', 's2 קונים חדשים', 's3 Iñaki & <b>'])).toEqual([
      's1 Loyal regulars',
      's2 קונים חדשים',
      's3 Iñaki & <b>',
    ]);
  });

  it('takes out what Excel refuses', () => {
    expect(sheetNames(["'a:b\\c/d?e*f[g]'", '', 'History', "'''", 'x\u0000y'])).toEqual([
      'a b c d e f g',
      'Sheet',
      'History 1',
      'Sheet (2)',
      'x y',
    ]);
  });

  it('cuts long names between words, or else between characters, and tells equal ones apart', () => {
    const long = 'Buyers of everything there is in the shop';
    expect(sheetNames([long, long.toUpperCase(), `${long}!`])).toEqual([
      'Buyers of everything there is',
      'BUYERS OF EVERYTHING THERE (2)',
      'Buyers of everything there (3)',
    ]);
    expect(sheetNames(['😀'.repeat(20)])).toEqual(['😀'.repeat(15)]);
  });

  it('follows the rules of Excel whatever the titles', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }), (titles) => {
        const names = sheetNames([...titles, ...titles]);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$|^history$/i);
        }
      }),
    );
  });
});
