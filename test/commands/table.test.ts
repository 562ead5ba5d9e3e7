import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { formatTable, type TableColumn } from '../../src/commands/table.ts';

const plain = { width: Infinity, colors: picocolors.createColors(false) };
const columns: TableColumn[] = [{ name: 'name' }, { name: 'orders', right: true }, { name: 'city' }];
const rows = [
  ['Ane Etxeberria', '12', 'Bilbo'],
  ['Noa', '3', null],
];

describe('formatTable(columns, rows, style)', () => {
  it('sets text left, numbers right, without spaces at the end', () => {
    expect(formatTable(columns, rows, plain)).toEqual([
      'name            orders  city',
      '──────────────  ──────  ─────',
      'Ane Etxeberria      12  Bilbo',
      'Noa                  3  null',
    ]);
  });

  it('cuts the longest text first where it must fit, never a number', () => {
    const lines = formatTable(columns, rows, { ...plain, width: 26 });
    expect(lines).toEqual([
      'name         orders  city',
      '───────────  ──────  ─────',
      'Ane Etxebe…      12  Bilbo',
      'Noa               3  null',
    ]);
  });

  it('never cuts what is typed again', () => {
    const [, , line] = formatTable(
      [{ name: 'run', whole: true }, { name: 'note' }],
      [['2026-11-21T020000Z-7f3a', 'n'.repeat(40)]],
      { ...plain, width: 34 },
    );
    expect(line).toBe('2026-11-21T020000Z-7f3a  nnnnnnnn…');
  });

  it('turns to blocks where not even that fits', () => {
    expect(formatTable(columns, rows, { ...plain, width: 20 })).toEqual([
      '── 1 ───────────────',
      'name    Ane Etxeber…',
      'orders  12',
      'city    Bilbo',
      '── 2 ───────────────',
      'name    Noa',
      'orders  3',
      'city    null',
    ]);
  });

  it('knows how wide Hebrew, accents, pictures and Chinese are', () => {
    const lines = formatTable(
      [{ name: 'a' }, { name: 'b' }],
      [
        ['שָׁלוֹם', 'x'],
        ['Begoña', 'x'],
        ['Begon\u0303a', 'x'],
        ['客户', 'x'],
        ['🙂', 'x'],
      ],
      plain,
    );
    expect(lines.slice(2)).toEqual(['שָׁלוֹם    x', 'Begoña  x', 'Begon\u0303a  x', '客户    x', '🙂      x']);
  });

  it('shows control characters instead of sending them', () => {
    expect(formatTable([{ name: 'a' }], [['one\ntwo\u001b[31m\u007f\u009b\u2028']], plain)[2]).toBe(
      'one\\ntwo\\u001b[31m\\u007f\\u009b\\u2028',
    );
  });

  it('dims nulls and paints the header where there are colours', () => {
    const lines = formatTable([{ name: 'a' }], [[null]], { width: 80, colors: picocolors.createColors(true) });
    expect(lines[0]).toContain('\u001b[1m');
    expect(lines[2]).toBe('\u001b[2mnull\u001b[22m');
  });

  it('has a header where there are no rows', () => {
    expect(formatTable([{ name: 'a' }], [], plain)).toEqual(['a', '─']);
  });
});
