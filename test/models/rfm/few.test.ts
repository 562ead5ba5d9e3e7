import { describe, expect, it } from 'vitest';
import { tooFewForScores } from '../../../src/models/rfm/few.ts';
import { inEnglish } from '../../../src/text/remark.ts';

describe('tooFewForScores(customers, options)', () => {
  it('says so where a score stands for fewer than two customers', () => {
    expect(tooFewForScores(10, { bins: 5 })).toEqual([]);
    expect(inEnglish(tooFewForScores(9, { bins: 5 }))[0]).toMatch(/^9 customers are too few for scores from 1 to 5: /);
    expect(inEnglish(tooFewForScores(1, { bins: 2 }))[0]).toMatch(/^1 customer is too few /);
  });
});
