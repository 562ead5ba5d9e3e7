import { describe, expect, it } from 'vitest';
import { featureList, parseFeature } from '../../src/models/feature.ts';

describe('parseFeature(text)', () => {
  it('reads columns, shares and transforms', () => {
    const column = (name: string) => ({ kind: 'column', column: name });
    expect(parseFeature('recency_days')).toEqual({
      text: 'recency_days',
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
  });
});

describe('featureList', () => {
  it('refuses no feature and a feature named twice', () => {
    expect(featureList.safeParse([]).success).toBe(false);
    expect(featureList.safeParse(['a', ' a']).success).toBe(false);
    expect(featureList.safeParse(['a', 'log1p(a)']).success).toBe(true);
  });
});
