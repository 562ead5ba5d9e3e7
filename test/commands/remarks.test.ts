import { describe, expect, it } from 'vitest';
import { knownRemarks } from '../../src/commands/remarks.ts';

describe('knownRemarks(former)', () => {
  const former = ['discriminant: class 3 has 12 customers for 14 predictors; trust it little'];

  it('takes costs that nobody told for known, whatever they count', () => {
    const gap = (lines: string, money: string): string =>
      `profit counts as nothing what nobody told the cost of: the goods of ${lines} order lines (${money} of net revenue)`;
    const known = knownRemarks([gap('1,204', '€20.00')]);
    expect([known(gap('1,310', '€1,022.50')), known(`${gap('9', '€1.00')} and 2 campaigns`)]).toEqual([true, false]);
  });

  it.each([
    ['the same with other figures', 'discriminant: class 3 has 9 customers for 14 predictors; trust it little', true],
    ['another remark', 'discriminant: region is constant; the functions do without it', false],
    ['the same of another model', 'kmeans: class 3 has 12 customers for 14 predictors; trust it little', false],
  ])('%s', (_, remark, known) => {
    expect(knownRemarks(former)(remark)).toBe(known);
    expect(knownRemarks([])(remark)).toBe(false);
  });
});
