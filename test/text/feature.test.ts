import { describe, expect, it } from 'vitest';
import { parseFeature } from '../../src/text/feature.ts';

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
});
