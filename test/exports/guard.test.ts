import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { guardSql } from '../../src/exports/guard.sql.ts';
import { sql } from '../../src/sql/sql.ts';
import { formulas, harmless } from './support.ts';

async function guardOf(): Promise<(text: string) => Promise<string>> {
  const engine = await openDuckdb();
  onTestFinished(() => engine.close());
  return async (text) => {
    const [row] = await engine.rows(
      sql`select ${guardSql(sql`text`)} as guarded from (select cast(${text} as varchar) as text) as cell`,
      { guarded: 'text' },
    );
    return row!.guarded;
  };
}

describe('guardSql', () => {
  it('puts an apostrophe before everything that a spreadsheet would run', async () => {
    const guard = await guardOf();
    for (const text of formulas) expect(await guard(text)).toBe(`'${text}`);
  });

  it('leaves other text as it is', async () => {
    const guard = await guardOf();
    for (const text of harmless) expect(await guard(text)).toBe(text);
  });

  it('leaves no cell that begins with a trigger, whatever the text', async () => {
    const guard = await guardOf();
    const character = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＠',
      ' ',
      '"',
      '\t',
      '\r',
      '\n',
      '\u00a0',
      '\u200f',
      'a',
      '1',
      "'",
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: character, maxLength: 6 }), async (text) => {
        const guarded = await guard(text);
        if (guarded === text && /^\+1+( 1+)*$/.test(text)) return;
        expect(guarded).not.toMatch(/^[\s"\u200b\u200e\u200f]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
        expect([text, `'${text}`]).toContain(guarded);
      }),
      { numRuns: 300 },
    );
  });
});
