import { describe, expect, it } from 'vitest';
import { knownRemarks } from '../../src/commands/remarks.ts';
import { withheldNote } from '../../src/text/en/exports.ts';

describe('knownRemarks(former)', () => {
  const note = withheldNote(['email_opt_in'], ['email']);
  const gone = 'in/a.csv: was read by a release that was rolled back, and is gone';
  const former = {
    models: { kmeans: {}, discriminant: {} },
    warnings: ['discriminant: class 3 has 12 customers for 14 predictors; trust it little', note, gone],
  };

  it.each([
    [
      'a remark of a model with other figures',
      'discriminant: class 3 has 9 customers for 14 predictors; trust it little',
      true,
    ],
    ['addresses that are withheld', note, true],
    ['another remark', 'discriminant: region is constant; the functions do without it', false],
    ['the same of another model', 'kmeans: class 3 has 12 customers for 14 predictors; trust it little', false],
    ['what is wrong with a file', gone, false],
  ])('%s', (_, warning, known) => {
    expect(knownRemarks(former)(warning)).toBe(known);
    expect(knownRemarks(null)(warning)).toBe(false);
  });
});
