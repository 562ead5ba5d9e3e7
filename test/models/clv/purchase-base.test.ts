import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { DataError, ModelError } from '../../../src/errors.ts';
import { clvOptions, type ClvOptions } from '../../../src/models/clv/options.ts';
import { prepareClv } from '../../../src/models/clv/prepare.ts';
import { raw } from '../../../src/sql/sql.ts';
import { open } from '../support.ts';
import { inEnglish } from '../../../src/text/remark.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

type Line = readonly [customer: string | null, day: string, sold: number, returned: number];

/** The base of lines: `customer: x t_x T spend`. */
async function baseOf(lines: readonly Line[], asOf: string, options: Partial<ClvOptions> = {}) {
  const values = lines.map(
    ([customer, day, sold, returned]) =>
      `(${customer === null ? 'null' : `'${customer}'`}, date '${day}', ${sold}, ${returned}, ${returned === 0 || sold > 0})`,
  );
  await engine.create(
    'file.purchase',
    raw(`select * from (values ${values.join(', ')}) as line (customer_id, day, sold, returned, is_purchase)`),
  );
  const prepared = await prepareClv(engine, clvOptions.parse(options), { relation: 'file.purchase', asOf });
  const rows = await engine.rows(
    raw(`select customer_id, repeats, recency_days, age_days, spend from ${prepared.base.base} order by customer_id`),
    { customer_id: 'text', repeats: 'integer', recency_days: 'integer', age_days: 'integer', spend: 'number' },
  );
  return { ...prepared, rows: rows.map((row) => Object.values(row).join(' ')) };
}

describe('the purchase base', () => {
  it('counts repeat purchases, from the first to the last and to the as-of day; a day is one purchase', async () => {
    const { rows, base } = await baseOf(
      [
        ['a', '2026-01-01', 10, 0],
        ['a', '2026-01-01', 5, 0],
        ['a', '2026-01-08', 7, 0],
        ['a', '2026-01-08', 1, 0],
        ['a', '2026-01-22', 4, 0],
        ['b', '2026-01-31', 9, 0],
        ['later', '2026-02-01', 9, 0],
        [null, '2026-01-02', 9, 0],
      ],
      '2026-01-31',
    );
    expect(rows).toEqual(['a 2 21 30 12', 'b 0 0 0 0']);
    expect(base.facts).toMatchObject({
      customers: 2,
      repeatBuyers: 1,
      repeats: 2,
      spend: 36,
      historyDays: 31,
      histories: 2,
    });
  });

  const returned: Line[] = [
    ['a', '2026-01-01', 10, 0],
    ['a', '2026-01-03', 0, -4],
    ['a', '2026-01-08', 7, 0],
    ['a', '2026-01-09', 0, -2],
    ['a', '2026-01-20', 6, -1],
    ['b', '2026-01-02', 0, -50],
    ['b', '2026-01-05', 8, 0],
    ['gave back', '2026-01-05', 0, -8],
  ];

  it('nets returns from the purchase they follow; a day of returns alone is no purchase', async () => {
    const { rows, dayFacts } = await baseOf(returned, '2026-01-31');
    // 7 − 2, and 6 − 1; the 4 of the first purchase is none of the repeats.
    expect(rows).toEqual(['a 2 19 30 10', 'b 0 0 26 0']);
    expect(dayFacts).toMatchObject({ returnDays: 5, returnsOfNothing: 2 });
  });

  it('does not know a return before its day', async () => {
    expect((await baseOf(returned, '2026-01-08')).rows).toEqual(['a 1 7 7 7', 'b 0 0 3 0']);
    expect((await baseOf(returned, '2026-01-09')).rows).toEqual(['a 1 7 8 5', 'b 0 0 4 0']);
  });

  it('passes returns over, or refuses them', async () => {
    expect((await baseOf(returned, '2026-01-31', { returns: 'drop' })).rows).toEqual(['a 2 19 30 13', 'b 0 0 26 0']);
    const refused = baseOf(returned, '2026-01-31', { returns: 'refuse' });
    await expect(refused).rejects.toThrow(DataError);
    await expect(refused).rejects.toThrow('on 5 days of customers something came back');
    await expect(baseOf(returned.slice(0, 1), '2026-01-31', { returns: 'refuse' })).resolves.toBeDefined();
  });

  it('counts purchases of no value, or not', async () => {
    const lines: Line[] = [
      ['a', '2026-01-01', 10, 0],
      ['a', '2026-01-05', 0, 0],
      ['free', '2026-01-05', 0, 0],
    ];
    const kept = await baseOf(lines, '2026-01-10');
    expect([kept.rows, kept.dayFacts.zeroPurchases]).toEqual([['a 1 4 9 0', 'free 0 0 5 0'], 2]);
    expect((await baseOf(lines, '2026-01-10', { zero: 'drop' })).rows).toEqual(['a 0 0 9 0']);
  });

  it('says before a fit that data are few: customers, and days for the horizon', async () => {
    const { remarks } = await baseOf([['a', '2026-01-01', 1, 0]], '2026-01-31', {
      horizon: { length: 4, unit: 'week' },
    });
    expect(inEnglish(remarks)).toEqual([
      'too few customers (1): at least 500 are needed for figures that can be relied on',
      'a history of 31 days is too short: for a horizon of 28 days at least 56 are needed',
    ]);
  });

  it('needs somebody who bought', async () => {
    await expect(baseOf([['a', '2026-01-05', 0, -8]], '2026-01-31')).rejects.toThrow(ModelError);
    await expect(baseOf([['a', '2026-03-05', 8, 0]], '2026-01-31')).rejects.toThrow('nobody has');
  });
});
