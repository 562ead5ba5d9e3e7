import { describe, expect, it } from 'vitest';
import { describeSegments } from '../../src/segments/describe.ts';
import { nameSegments } from '../../src/segments/names.ts';
import type { FeatureLevel, SegmentProfile } from '../../src/segments/profile.ts';
import { sayFeature, wordsFor } from '../../src/segments/words.ts';

function segment(code: string, levels: Readonly<Record<string, number>>, customers = 100): SegmentProfile {
  const features = Object.entries(levels).map(([feature, z]): FeatureLevel => ({
    feature,
    z,
    typical: 10 + z,
    base: 10,
  }));
  return { segment: code, customers, features };
}

describe('nameSegments(profiles)', () => {
  it('says the strongest features in plain words', () => {
    expect(
      nameSegments([
        segment('s1', { 'log1p(frequency)': 1.2, recency_days: -0.9, 'signed_log(monetary)': 1.1, age_years: 0.1 }),
        segment('s2', { frequency: -0.8, recency_days: 1.1, monetary: -0.2 }),
        segment('s3', { 'category_share:Toys': 2, 'channel_share:web': 0.9 }),
        segment('s4', { frequency: 0.01, monetary: -0.1 }),
        segment('s5', { frequency: -0.3, monetary: -0.1 }),
      ]),
    ).toEqual([
      'Frequent, recent, high spend',
      'Infrequent, long absent',
      'Toys buyers, by web',
      'Typical customers',
      'Rather infrequent',
    ]);
  });

  it('tells segments that would be called the same apart: by degree, by more features, by code', () => {
    const names = nameSegments([
      segment('s1', { frequency: 2, recency_days: -0.9, monetary: 1.2, age_years: 0.5 }),
      segment('s2', { monetary: 1.1, frequency: 1, recency_days: -0.9, age_years: 0.5 }),
      segment('s3', { monetary: 1.1, frequency: 1, recency_days: -0.9, age_years: -0.5 }),
      segment('s4', { products: 1 }),
      segment('s5', { products: 1 }),
    ]);
    expect(names).toEqual([
      'Very frequent, recent, high spend',
      'Frequent, recent, high spend, older',
      'Frequent, recent, high spend, younger',
      'Wide range (s4)',
      'Wide range (s5)',
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is different for every segment, however alike they are', () => {
    const names = nameSegments(Array.from({ length: 20 }, (_, i) => segment(`s${i + 1}`, { frequency: 0.1 })));
    expect(new Set(names).size).toBe(20);
    expect(nameSegments([])).toEqual([]);
  });
});

describe('wordsFor(feature) and sayFeature(feature)', () => {
  it('have words for features they were not told of', () => {
    expect(wordsFor('basket_height')).toEqual({ high: 'high basket height', low: 'low basket height' });
    expect(wordsFor('contacts_call_center').high).toBe('many contacts by call center');
    expect(wordsFor('category_share:Toys').low).toBe('little Toys');
    expect(sayFeature('log1p(mean_order_value)')).toBe('mean order value');
    expect(sayFeature('channel_share:web')).toBe('share of web');
    expect(sayFeature('log1p(winsorise(attribute:loyalty_points, 0.05))')).toBe('loyalty points');
    expect(wordsFor('attribute:loyalty_points').high).toBe('high loyalty points');
  });
});

describe('describeSegments(profiles)', () => {
  it('gives a sentence with size and what sets the segment apart, strongest first', () => {
    const [one, two] = describeSegments([
      {
        segment: 's1',
        customers: 312,
        features: [
          { feature: 'recency_days', z: -0.9, typical: 21.44, base: 140 },
          { feature: 'log1p(monetary)', z: 2.1, typical: 12043.7, base: 402.1 },
        ],
      },
      { segment: 's2', customers: 1, features: [] },
    ]);
    expect(one).toEqual({
      segment: 's1',
      name: 'Recent, high spend',
      automaticName: 'Recent, high spend',
      customers: 312,
      description: '312 customers, 99.7 % of all; typical monetary 12,044 (all: 402), recency days 21.4 (all: 140).',
    });
    expect(two!.description).toBe('1 customer, 0.3 % of all.');
  });
});
