import { describe, expect, it } from 'vitest';
import { knownRemarks } from '../../src/commands/remarks.ts';

describe('knownRemarks(former)', () => {
  const former = ['discriminant: class 3 has 12 customers for 14 predictors; trust it little'];

  it.each([
    ['the same with other figures', 'discriminant: class 3 has 9 customers for 14 predictors; trust it little', true],
    ['another remark', 'discriminant: region is constant; the functions do without it', false],
    ['the same of another model', 'kmeans: class 3 has 12 customers for 14 predictors; trust it little', false],
  ])('%s', (_, remark, known) => {
    expect(knownRemarks(former)(remark)).toBe(known);
    expect(knownRemarks([])(remark)).toBe(false);
  });
});
