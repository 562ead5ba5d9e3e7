import { describe, expect, it } from 'vitest';
import { formatFor } from '../../src/text/format.ts';
import { describeSegments as describeIn } from '../../src/segments/describe.ts';
import { nameSegments as nameIn } from '../../src/segments/names.ts';
import { languageOf } from '../../src/text/messages.ts';
import type { FeatureLevel, SegmentProfile } from '../../src/segments/profile.ts';
import { sayFeature as sayIn, wordsFor as wordsIn } from '../../src/segments/words.ts';

const { t } = languageOf('en');
type Rest<F> = F extends (words: never, ...rest: infer R) => unknown ? R : never;
const describeSegments = (...rest: Rest<typeof describeIn>) => describeIn(t, ...rest);
const nameSegments = (...rest: Rest<typeof nameIn>) => nameIn(t, ...rest);
const sayFeature = (feature: string) => sayIn(t, feature);
const wordsFor = (...rest: Rest<typeof wordsIn>) => wordsIn(t, ...rest);

function segment(code: string, levels: Readonly<Record<string, number>>, customers = 100): SegmentProfile {
  const features = Object.entries(levels).map(([feature, effect]): FeatureLevel => ({
    feature,
    effect,
    mean: 10 + effect,
    base: 10,
    middle: null,
  }));
  return { segment: code, customers, features, shares: null };
}

describe('nameSegments(profiles)', () => {
  it('says the strongest features in plain words', () => {
    expect(
      nameSegments([
        segment('s1', {
          'log1p(frequency)': 1.2,
          recency_days: -0.9,
          'signed_log(winsorise(monetary, 0.05))': 1.1,
          age_years: 0.1,
        }),
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

  it('calls mostly what more than half are, and orders by their units what they hold', () => {
    const level = (feature: string, effect: number, mean: number): FeatureLevel => ({
      feature,
      effect,
      mean,
      base: 0.3,
      middle: null,
    });
    const educated = (code: string, effect: number): SegmentProfile => ({
      ...segment(code, {}),
      features: [level('Education=PhD', 0.9, 0.518), level('Education=Master', effect, 0.348)],
    });
    expect(nameSegments([educated('s1', 0.6)])).toEqual(['Mostly PhD, more often Master']);
    const master = { ...segment('s2', {}), features: [level('Education=Master', 1.3, 0.4)] };
    expect(
      nameSegments([master, { ...master, segment: 's3', features: [level('Education=Master', 0.6, 0.4)] }]),
    ).toEqual(['Much more often Master', 'More often Master']);
    expect(nameSegments([segment('s1', { 'log1p(quantity_per_order)': -1 })])).toEqual(['Few units an order']);
  });

  it('leaves out what follows: who buys by phone buys rarely by web', () => {
    const store = {
      'channel_share:store': 4.7,
      'category_share:Textiles': 2.8,
      'channel_share:web': -1.2,
      discount_share: -0.6,
    };
    expect(nameSegments([segment('s1', store), segment('s2', { 'channel_share:web': -0.7, frequency: 0.6 })])).toEqual([
      'Textiles buyers, by store, full price',
      'Frequent, rarely by web',
    ]);
  });

  it('tells segments that would be called the same apart: by degree, by more features, by code', () => {
    const names = nameSegments([
      segment('s1', { frequency: 2, recency_days: -0.9, monetary: 1.1, age_years: 0.5 }),
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

  it('says of what a segment is in the middle, where nothing sets it further apart', () => {
    const amid = (code: string, ...further: readonly FeatureLevel[]): SegmentProfile => ({
      ...segment(code, {}),
      features: [
        { feature: 'log1p(monetary)', effect: -0.1, mean: 9, base: 10, middle: 0.2 },
        { feature: 'frequency', effect: 0.1, mean: 9, base: 10, middle: 0.3 },
        ...further,
      ],
    });
    const other = (feature: string, effect: number): FeatureLevel => ({
      feature,
      effect,
      mean: 9,
      base: 8,
      middle: null,
    });
    expect(nameSegments([amid('s1', other('products', 0.4)), amid('s2', other('products', 0.6))])).toEqual([
      'In the middle on orders, money spent',
      'Wide range',
    ]);
  });

  it('says the same words in one order, and tells names of the same words apart', () => {
    const both = (code: string, a: number, b: number): SegmentProfile => segment(code, { y: a, x: b });
    expect(nameSegments([both('s1', 1, 0.9), both('s2', 0.9, 1)])).toEqual([
      'High x, high y (s1)',
      'High x, high y (s2)',
    ]);
    expect(nameSegments([both('s1', 1.3, 0.9), both('s2', 0.9, 1)])).toEqual(['High x, very high y', 'High x, high y']);
    expect(nameSegments([both('s3', 1, 0.9)], ['High y, high x'])).toEqual(['High x, high y (s3)']);
    expect(nameSegments([segment('s1', { 'category_share:Toys': 1, 'category_share:Garden': 2 })])).toEqual([
      'Garden buyers, Toys buyers',
    ]);
    const parts = (toys: number, garden: number): Readonly<Record<string, number>> => ({
      'category_share:Toys': toys,
      'category_share:Garden': garden,
    });
    expect(nameSegments([segment('s1', parts(1, 2)), segment('s2', parts(2, 1))])).toEqual([
      'Very Garden buyers, Toys buyers',
      'Very Toys buyers, Garden buyers',
    ]);
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
    expect(wordsFor('constructor').high).toBe('high constructor');
    expect(sayFeature('log1p(mean_order_value)')).toBe('order value');
    expect(sayFeature('log1p(winsorise(basket_height, 0.05))')).toBe('basket height');
    expect(sayFeature('channel_share:web')).toBe('ordered by web');
  });

  it('say a level of a text or yes/no column as it is', () => {
    expect(wordsFor('gender=female')).toEqual({ high: 'more often female', low: 'less often female' });
    expect(wordsFor('gender=female', 0.51).high).toBe('mostly female');
    expect(wordsFor('gender=female', 0.5).high).toBe('more often female');
    expect(wordsFor('gender=female', 0.09).low).toBe('rarely female');
    expect(wordsFor('gender=female', 0.1).low).toBe('less often female');
    expect(sayFeature('email_opt_in=false')).toBe('no email opt in');
    expect(sayFeature('country=(other)')).toBe('other country');
  });
});

describe('describeSegments(profiles, format)', () => {
  const f = formatFor('en', 'EUR');
  const level = (feature: string, effect: number, mean: number, base: number): FeatureLevel => ({
    feature,
    effect,
    mean,
    base,
    middle: null,
  });
  const say = (one: Partial<SegmentProfile>): string =>
    describeSegments([{ ...segment('s1', {}, 25), ...one }, segment('s2', {}, 75)], f)[0]!.description;

  it('says how many they are, of what they bring how much, and what sets them apart, strongest first', () => {
    const features = [
      level('recency_days', -0.9, 21.44, 140),
      level('channel_share:store', 4, 0.81, 0.23),
      level('log1p(monetary)', 2.1, 12_043.7, 402.1),
      level('channel_share:web', -3, 0.1, 0.5),
      level('gender=female', 0.6, 0.71, 0.5),
    ];
    expect(say({ features, shares: { netRevenue: 0.4, profit: 0.512 } })).toBe(
      '25 customers, 25% of those in a segment, with 40% of the net revenue and 51% of the profit of all segments. ' +
        'What sets them clearly apart, on average: 81% of their orders by store (all: 23%), money spent €12,044 (all: €402) and ' +
        'days since last purchase 21.4 (all: 140).',
    );
    expect(say({ customers: 1, features: [level('gender=female', 0.6, 1, 0.5)] })).toBe(
      '1 customer, 1% of those in a segment. What sets them apart, on average: 100% female (all: 50%).',
    );
  });

  it('says the medians, or the side alone, where means lie to the other side than the effect', () => {
    const absent = level('log1p(recency_days)', 0.43, 130, 148);
    expect(say({ features: [{ ...absent, medians: { own: 99, base: 76 } }] })).toMatch(
      /on average: median days since last purchase 99 \(all: 76\)\.$/,
    );
    expect(say({ features: [{ ...absent, medians: { own: 76, base: 76 } }] })).toMatch(/on average: long absent\.$/);
    expect(say({ features: [absent] })).toMatch(/on average: long absent\.$/);
    expect(say({ features: [{ ...absent, effect: -0.43, medians: { own: 99, base: 76 } }] })).toMatch(
      /on average: days since last purchase 130 \(all: 148\)\.$/,
    );
  });

  it('is as weak as the effects are', () => {
    expect(say({ features: [level('frequency', 0.3, 5, 4.5), level('products', 0.1, 9, 8)] })).toMatch(
      /They differ a little from the others, on average: orders 5 \(all: 4\.5\)\.$/,
    );
    expect(say({ features: [level('frequency', 0.1, 5, 4.9)] })).toMatch(/They hardly differ from the others\.$/);
    expect(say({ customers: 0, features: [] })).toBe('0 customers: nobody is in it now.');
  });

  it('calls an effect small, medium, large and very large from 0.2, 0.5, 0.8 and 1.2 on', () => {
    const of = (effect: number): string => say({ features: [level('frequency', effect, 5, 4)] });
    expect(of(0.19)).toMatch(/They hardly differ/);
    expect(of(0.2)).toMatch(/They differ a little/);
    expect(of(0.5)).toMatch(/What sets them apart/);
    expect(of(-0.8)).toMatch(/What sets them clearly apart/);
    const named = (effect: number): string[] =>
      nameSegments([segment('s1', { frequency: effect }), segment('s2', { frequency: 0.6 })]);
    expect([0.2, 0.49, 0.5].map((effect) => nameSegments([segment('s1', { frequency: effect })])[0])).toEqual([
      'Rather frequent',
      'Rather frequent',
      'Frequent',
    ]);
    expect([named(1.2)[0], named(1.19)[0]]).toEqual(['Very frequent', 'Frequent (s1)']);
  });

  it('tells of what they are in the middle, the narrowest first', () => {
    const amid = [
      { ...level('log1p(monetary)', -0.1, 401.7, 402.1), middle: 0.3 },
      { ...level('channel_share:store', 0.1, 0.25, 0.23), middle: 0.2 },
      { ...level('frequency', 0.19, 5.2, 5), middle: null },
    ];
    expect(say({ features: amid })).toMatch(
      / They are in the middle on share by store and money spent, and much alike there; on average: 25% of their orders by store \(all: 23%\) and money spent €402 \(all: €402\)\.$/,
    );
    expect(say({ features: [...amid, level('products', 0.3, 9, 8)] })).toMatch(
      /much alike there; on average: .+\. They differ a little from the others, on average: .+ 9 \(all: 8\)\.$/,
    );
    expect(say({ features: [...amid, level('products', 0.6, 9, 8)] })).not.toContain('middle');
  });

  it('tells a loss in words, and no share of what is not known', () => {
    expect(say({ shares: { netRevenue: 0.1, profit: -0.2 } })).toMatch(
      /with 10% of the net revenue of all segments, at a loss\./,
    );
    expect(say({ shares: { netRevenue: 0.1, profit: null } })).toMatch(/with 10% of the net revenue of all segments\./);
  });
});
