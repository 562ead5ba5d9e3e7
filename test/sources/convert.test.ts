import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { rollFor, type Dice } from '../../src/sample/random.ts';
import { readField, type TextStyle } from '../../src/sources/convert.sql.ts';
import type { ColumnType } from '../../src/sources/tables.ts';
import { join, literal, raw, sql } from '../../src/sql/sql.ts';

const style: TextStyle = {
  decimalMark: '.',
  thousandsMark: '',
  dateFormat: undefined,
  sourceZone: 'UTC',
  zone: 'UTC',
  nulls: [''],
};

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

/** The value of each text as the loader reads it, as text; the reason where it is refused. */
async function read(texts: readonly string[], type: ColumnType, options: Partial<TextStyle> = {}): Promise<string[]> {
  const reading = readField(raw('field'), type, { ...style, ...options });
  const problems = (reading.problems?.(raw('value')) ?? []).map(
    ({ when, reason }) => sql`when ${when} then ${literal(reason)}`,
  );
  const rows = await engine.rows(
    sql`select i, case ${join(problems, ' ')} else cast(value as varchar) end as result
      from (select i, field, ${reading.value} as value from (values ${join(texts.map((text, i) => sql`(${raw(String(i))}, ${text})`))}) as given (i, field)) as read
      order by i`,
    { i: 'integer', result: 'text?' },
  );
  return rows.map(({ result }) => result ?? 'null');
}

/** Texts that are one of these, with some letters changed: near the border of what is a number or a date. */
function near(seeds: readonly string[], letters: string, count: number, dice: Dice): string[] {
  return Array.from({ length: count }, () => {
    const text = Array.from(dice.pick(seeds));
    for (let changes = dice.below(4); changes > 0; changes--) {
      const at = dice.below(text.length + 1);
      text.splice(at, dice.below(2), dice.pick(Array.from(letters)));
    }
    return text.join('') || '0';
  });
}

const escaped = (mark: string): string => (mark === '.' ? '\\.' : mark);

describe('numbers', () => {
  const styles = [
    ['.', ''],
    [',', '.'],
    ['.', ','],
    [',', ''],
  ] as const;
  it.each(styles)(
    'with %j before decimals and %j between thousands, are what the notation says',
    async (point, comma) => {
      const seeds = [
        '12',
        '-1234.5',
        '+0.25',
        '1,234.56',
        '1.234,56',
        '.5',
        '5.',
        '1e3',
        '2.5E-2',
        ' 7 ',
        '1_000',
        '0x1F',
        ' -   ',
      ];
      const texts = near(seeds, '0123456789.,+-eE_ \tx\u00a0\u0661', 3000, rollFor(11, 1));
      const whole = comma === '' ? '\\d+' : `(\\d+|\\d{1,3}(${escaped(comma)}\\d{3})+)`;
      const notation = new RegExp(
        `^[ \\t]*[+-]?(${whole}(${escaped(point)}\\d*)?([eE][+-]?\\d{1,2})?|${escaped(point)}\\d+)[ \\t]*$`,
      );
      const results = await read(texts, 'money', { decimalMark: point, thousandsMark: comma });
      texts.forEach((text, i) => {
        const number = Number(
          text
            .trim()
            .replaceAll(comma === '' ? '\u0000' : comma, '')
            .replace(point, '.'),
        );
        if (!notation.test(text)) expect([text, results[i]]).toEqual([text, 'not_a_number']);
        else if (Math.abs(number) >= 1e12) expect([text, results[i]]).toEqual([text, 'does_not_fit']);
        else expect(Math.abs(Number(results[i]) - number), text).toBeLessThan(0.000051);
      });
    },
  );

  it('tells where digits are rounded off', async () => {
    const texts = [
      '1.2345',
      '1.23456',
      '1.23450',
      '100',
      '12345678',
      '5e-7',
      '15e-5',
      '1.5e-4',
      '123.45678e2',
      '0.00005',
    ];
    const reading = readField(raw('field'), 'money', style);
    const rows = await engine.rows(
      sql`select field from (select field, ${reading.value} as value from (values ${join(texts.map((text) => sql`(${text})`))}) as given (field)) as read
        where ${reading.rounded!(raw('value'))} order by field`,
      { field: 'text' },
    );
    expect(rows.map(({ field }) => field)).toEqual(['0.00005', '1.23456', '1.5e-4', '15e-5', '5e-7']);
  });
});

describe('times', () => {
  it('are ISO 8601 and nothing else', async () => {
    const seeds = ['2024-02-29', '2024-12-31 23:59:59', '2024-01-02T03:04', '2024-01-02T03:04:05.678', '2023-02-29'];
    const texts = near(seeds, '0123456789-:. T/+', 3000, rollFor(11, 2));
    const iso = /^ *(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)? *$/;
    const results = await read(texts, 'time');
    texts.forEach((text, i) => {
      const parts = iso.exec(text);
      const part = (at: number): number => Number(parts?.[at] ?? 0);
      const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
      const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
      const exists =
        parts !== null && date.getUTCMonth() === month - 1 && hour < 24 && minute < 60 && second < 60 && day > 0;
      const zoned = /[+-]\d\d(:?\d\d)? *$/.test(text) && text.includes(':');
      if (zoned) return;
      if (!exists) expect(results[i], text).toMatch(/^(not_a_date|impossible_date)$/);
      else if (year < 1900 || year >= 2200) expect([text, results[i]]).toEqual([text, 'impossible_date']);
      else expect(results[i]!.slice(0, 19), text).toBe(date.toISOString().slice(0, 19).replace('T', ' '));
    });
  });

  it.each([
    ['2024-01-02T02:30Z', '2024-01-02 02:30:00'],
    ['2024-01-02 02:30+02:00', '2024-01-02 00:30:00'],
    ['2024-01-02T02:30:15-0530', '2024-01-02 08:00:15'],
    ['2024-01-02Z', 'not_a_date'],
    ['2024-01-15 10:20:5Z', 'not_a_date'],
    ['2024-01-1T 10:20:30', 'not_a_date'],
    ['2024-01-15  1:20:30', 'not_a_date'],
  ])('with a zone: %s', async (text, result) => {
    expect(await read([text], 'time')).toEqual([result]);
  });
});
