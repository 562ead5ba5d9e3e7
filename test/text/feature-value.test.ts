import { describe, expect, it } from 'vitest';
import { valueWriter } from '../../src/text/feature-value.ts';
import { formatFor } from '../../src/text/format.ts';

const f = formatFor('en', 'EUR');
const written = (feature: string, values: number[], place: 'sentence' | 'table'): string[] =>
  values.map(valueWriter(feature, values, f, place));

describe('valueWriter(feature, values, format, place)', () => {
  it('gives all values of a table the same decimals', () => {
    expect(written('frequency', [4, 1.125], 'table')).toEqual(['4.00', '1.13']);
    expect(written('frequency', [40, 1.125], 'table')).toEqual(['40.0', '1.1']);
    expect(written('log1p(monetary)', [80, 2.5], 'table')).toEqual(['€80.00', '€2.50']);
    expect(written('monetary', [8_000, 2.5], 'table')).toEqual(['€8,000', '€3']);
    expect(written('category_share:Tea', [0.5, 0.123], 'table')).toEqual(['50.0%', '12.3%']);
    expect(written('age_years', [1, 42.25], 'table')).toEqual(['1 year', '42.3 years']);
  });

  it('is short in a sentence', () => {
    expect(written('frequency', [4, 123.4], 'sentence')).toEqual(['4', '123']);
    expect(written('monetary', [8_000, 2.5], 'sentence')).toEqual(['€8,000', '€2.50']);
    expect(written('gender=female', [0.504], 'sentence')).toEqual(['50%']);
    expect(written('age_years', [42.25], 'sentence')).toEqual(['42.3']);
  });

  it('lets a value that is missing have no say', () => {
    expect(valueWriter('frequency', [null, 4], f, 'table')(4)).toBe('4.00');
    expect(valueWriter('dose', [null, 0], f, 'table')(0)).toBe('0.00');
    for (const place of ['sentence', 'table'] as const)
      expect([5.2e-11, -0.00412, 0].map(valueWriter('dose', [5.2e-11, -0.00412], f, place))).toEqual([
        '5.2E−11',
        '−0.00412',
        '0',
      ]);
  });
});
