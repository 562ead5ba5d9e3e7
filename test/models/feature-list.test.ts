import { describe, expect, it } from 'vitest';
import { featureList } from '../../src/models/feature-list.ts';

describe('featureList', () => {
  it('refuses no feature and a feature named twice', () => {
    expect(featureList.safeParse([]).success).toBe(false);
    expect(featureList.safeParse(['a', ' a']).success).toBe(false);
    expect(featureList.safeParse(['a', 'log1p(a)']).success).toBe(true);
  });

  it('refuses winsorise(…) where it draws in nothing or everything, or comes after the logarithm', () => {
    const problem = (text: string) => featureList.safeParse([text]).error?.issues[0]?.message;
    expect(problem('winsorise(monetary, 0.5)')).toMatch(/^must draw in a share above 0 and below 0.5/);
    expect(problem('winsorise(monetary, 0)')).toMatch(/^must draw in a share/);
    expect(problem('winsorise(log1p(monetary))')).toMatch(/: log1p\(winsorise\(COLUMN\)\)$/);
    expect(problem('log1p(winsorise(monetary, 0.1))')).toBeUndefined();
  });
});
