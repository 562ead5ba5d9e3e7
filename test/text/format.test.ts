import { describe, expect, it } from 'vitest';
import { formatFor } from '../../src/text/format.ts';

const en = formatFor('en', 'EUR');

describe('formatFor(locale, currency)', () => {
  it('groups digits and sets a true minus', () => {
    expect(en.whole(1204.6)).toBe('1,205');
    expect(en.whole(-3)).toBe('−3');
    expect(en.number(12.44)).toBe('12.4');
    expect(en.number(12)).toBe('12');
    expect(en.fixed(0.62, 3)).toBe('0.620');
  });

  it('never writes minus zero', () => {
    expect(en.fixed(-0.001, 2)).toBe('0.00');
    expect(en.money(-0)).toBe('€0.00');
    expect(en.share(-0.0001)).toBe('0%');
  });

  it('shows cents where they matter', () => {
    expect(en.money(12.345)).toBe('€12.35');
    expect(en.money(-99.994)).toBe('−€99.99');
    expect(en.money(99.996)).toBe('€100');
    expect(en.money(182_340.5)).toBe('€182,341');
    expect(en.exactMoney(182_340.5)).toBe('€182,340.50');
    expect(en.shortMoney(12_345)).toBe('€12.3k');
    expect(en.largeMoney(999_999)).toBe('€999,999');
    expect(en.largeMoney(12_345_678)).toBe('€12.35m');
    expect(formatFor('en', 'JPY').money(12.3)).toBe('¥12');
  });

  it('writes a column in one way', () => {
    expect(en.moneyLike([1, 2.5])(2.5)).toBe('€2.50');
    expect(en.moneyLike([1, 2_500, null])(2.5)).toBe('€3');
  });

  it('never shows something as 0%, nor less than all as 100%', () => {
    expect([en.share(0), en.share(1), en.share(1 - 1e-15)]).toEqual(['0%', '100%', '100%']);
    expect([en.share(0.994), en.share(0.996), en.share(0.9996, 1), en.share(1.004)]).toEqual([
      '99%',
      '>99%',
      '>99.9%',
      '100%',
    ]);
    expect(en.share(0.004)).toBe('<1%');
    expect(en.share(0.0004, 1)).toBe('<0.1%');
    expect(en.share(0.126)).toBe('13%');
    expect(en.share(0.126, 1)).toBe('12.6%');
    expect(en.change(0.032)).toBe('+3.2%');
    expect(en.change(-0.5)).toBe('−50%');
  });

  it('writes days and months without a zone', () => {
    expect(en.day('2026-11-21')).toBe('21 November 2026');
    expect(en.day('2026-11-21 23:59:59')).toBe('21 November 2026');
    expect(en.shortDay('2026-11-01')).toBe('1 Nov');
    expect(en.month('2026-11-01')).toBe('Nov 2026');
  });

  it('lists and counts', () => {
    expect(en.list(['a', 'b', 'c'])).toBe('a, b and c');
    const forms = { one: 'customer', other: 'customers' };
    expect(en.count(1, forms)).toBe('1 customer');
    expect(en.count(1_204, forms)).toBe('1,204 customers');
    expect(en.plural(0, forms)).toBe('customers');
  });

  it('speaks the other languages of the project', () => {
    expect(formatFor('es', 'EUR').exactMoney(1_234_567.8).replace(/\s/g, ' ')).toBe('1.234.567,80 €');
    expect(formatFor('eu', 'EUR').day('2026-11-21')).toContain('2026ko azaroaren 21');
    expect(formatFor('eu', 'EUR').share(0.126, 1).replace(/\s/g, ' ')).toBe('% 12,6');
    const he = formatFor('he', 'ILS');
    expect(he.direction).toBe('rtl');
    expect(he.count(2, { one: 'לקוח', two: 'לקוחות', other: 'לקוחות רבים' })).toBe('2 לקוחות');
    expect(he.signed(0.5, 2)).toBe('\u200e+0.50');
    expect([0.5, -0.5, 0].map((value) => en.signed(value, 1))).toEqual(['+0.5', '−0.5', '+0.0']);
    expect(en.direction).toBe('ltr');
  });
});

it('writes a Basque year with the suffix that it takes when spoken', () => {
  const { day } = formatFor('eu');
  const years = ['2025', '2026', '2021', '2030', '2031', '2011', '2000', '2100', '1999', '2015'];
  expect(years.map((year) => day(`${year}-12-31`))).toEqual(
    ['2025eko', '2026ko', '2021eko', '2030eko', '2031ko', '2011ko', '2000ko', '2100eko', '1999ko', '2015eko'].map(
      (year) => `${year} abenduaren 31`,
    ),
  );
});

it('puts the sign of a bound before its figure in every language', () => {
  expect(['en', 'es', 'eu', 'he'].map((tag) => formatFor(tag).share(0.001))).toEqual([
    '<1%',
    '<1\u00a0%',
    '%\u00a0<1',
    '<1%',
  ]);
});
