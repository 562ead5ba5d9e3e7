import { describe, expect, it } from 'vitest';
import { featureList, parseFeature } from '../../src/models/feature.ts';

describe('parseFeature(text)', () => {
  it('reads columns, shares and transforms', () => {
    const column = (name: string) => ({ kind: 'column', column: name });
    expect(parseFeature('recency_days')).toEqual({
      text: 'recency_days',
      winsorise: null,
      transform: 'none',
      source: column('recency_days'),
    });
    expect(parseFeature(' log1p( monetary ) ')).toMatchObject({ transform: 'log1p', source: column('monetary') });
    expect(parseFeature('category_share:Toys & Games')).toMatchObject({
      transform: 'none',
      source: { kind: 'share', of: 'category', value: 'Toys & Games' },
    });
    expect(parseFeature('signed_log(channel_share:web)')).toMatchObject({
      transform: 'signed_log',
      source: { kind: 'share', of: 'channel', value: 'web' },
    });
    expect(parseFeature('attribute:loyalty points').source).toEqual({ kind: 'attribute', attribute: 'loyalty points' });
    expect(parseFeature('log1p(winsorise(attribute:points, 0.1))')).toMatchObject({
      transform: 'log1p',
      winsorise: 0.1,
      source: { kind: 'attribute', attribute: 'points' },
    });
  });
});

describe('winsorise(…)', () => {
  it('draws in one customer in a hundred at each end, or another share, before any logarithm', () => {
    const monetary = { kind: 'column', column: 'monetary' };
    expect(parseFeature('winsorise(monetary)')).toEqual({
      text: 'winsorise(monetary)',
      winsorise: 0.01,
      transform: 'none',
      source: monetary,
    });
    expect(parseFeature('log1p( winsorise( monetary , 0.05 ) )')).toMatchObject({
      winsorise: 0.05,
      transform: 'log1p',
      source: monetary,
    });
    expect(parseFeature('winsorise(channel_share:web, 0.2)').source).toEqual({
      kind: 'share',
      of: 'channel',
      value: 'web',
    });
  });

  it('is refused where it draws in nothing or everything, or comes after the logarithm', () => {
    const problem = (text: string) => featureList.safeParse([text]).error?.issues[0]?.message;
    expect(problem('winsorise(monetary, 0.5)')).toMatch(/^must draw in a share above 0 and below 0.5/);
    expect(problem('winsorise(monetary, 0)')).toMatch(/^must draw in a share/);
    expect(problem('winsorise(log1p(monetary))')).toMatch(/: log1p\(winsorise\(COLUMN\)\)$/);
    expect(problem('log1p(winsorise(monetary, 0.1))')).toBeUndefined();
  });
});

describe('featureList', () => {
  it('refuses no feature and a feature named twice', () => {
    expect(featureList.safeParse([]).success).toBe(false);
    expect(featureList.safeParse(['a', ' a']).success).toBe(false);
    expect(featureList.safeParse(['a', 'log1p(a)']).success).toBe(true);
  });
});
