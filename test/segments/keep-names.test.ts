import { describe, expect, it } from 'vitest';
import {
  keepNames as keepIn,
  namesNow,
  outgrownNames as outgrownIn,
  type KnownNames,
} from '../../src/segments/keep-names.ts';
import type { SegmentProfile } from '../../src/segments/profile.ts';
import { languageOf } from '../../src/text/messages.ts';

const { t } = languageOf('en');
const keepNames = (profiles: readonly SegmentProfile[], names?: KnownNames) => keepIn(t, profiles, names);
const outgrownNames = (profiles: readonly SegmentProfile[], names: KnownNames) => outgrownIn(t, profiles, names);

const segment = (code: string, levels: Readonly<Record<string, number>>): SegmentProfile => ({
  segment: code,
  customers: 10,
  features: Object.entries(levels).map(([feature, effect]) => ({
    feature,
    effect,
    mean: effect,
    base: 0,
    middle: null,
  })),
  shares: null,
});

const known = (
  automatic: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>> = {},
): KnownNames => ({ automatic: new Map(Object.entries(automatic)), given: new Map(Object.entries(given)) });

const namesOf = (profiles: readonly SegmentProfile[], names?: KnownNames): string[] =>
  keepNames(profiles, names).map(({ name }) => name);

describe('keepNames(profiles, known)', () => {
  const profiles = [
    segment('s1', { frequency: 1 }),
    segment('s2', { recency_days: 1 }),
    segment('s3', { frequency: 1 }),
  ];

  it('makes names where there are none', () => {
    expect(namesOf(profiles)).toEqual(['Frequent (s1)', 'Long absent', 'Frequent (s3)']);
  });

  it('keeps a name whatever the features become, and gives new segments one that nobody has', () => {
    expect(namesOf(profiles, known({ s1: 'Frequent', s2: 'High spend', s9: 'Gone' }))).toEqual([
      'Frequent',
      'High spend',
      'Frequent (s3)',
    ]);
  });

  it('lets a given name overrule, also the automatic name of another segment', () => {
    const names = keepNames(
      profiles,
      known({ s1: 'Frequent', s2: 'High spend', s3: 'Wide range' }, { s2: 'Frequent', s9: 'x' }),
    );
    expect(names.map(({ name }) => name)).toEqual(['Frequent (s1)', 'Frequent', 'Wide range']);
    expect(names.map(({ automaticName }) => automaticName)).toEqual(['Frequent', 'High spend', 'Wide range']);
    expect(namesOf(profiles, known({}, { s1: 'Long absent (s2)', s3: 'Long absent' }))[1]).toBe(
      'Long absent (s2) (s2)',
    );
  });
});

describe('namesNow(known)', () => {
  it('gives a name that two were given to the one that was given it last; the other is told apart by its code', () => {
    const given = known({ s1: 'A', s2: 'B', s3: 'climbers' }, { s2: 'Climbers', s1: ' climbers', s9: 'B' });
    expect([...namesNow(given)]).toEqual([
      ['s1', ' climbers (s1)'],
      ['s2', 'Climbers'],
      ['s3', 'climbers (s3)'],
    ]);
    expect([...namesNow(known({ s1: 'A', s2: 'Climbers (s1)' }, { s9: 'A', s1: 'Climbers', s2: 'Climbers' }))]).toEqual(
      [
        ['s1', 'Climbers'],
        ['s2', 'Climbers (s2)'],
      ],
    );
  });
});

describe('outgrownNames(profiles, known)', () => {
  it('are automatic names that would be others now; a code, a degree or one word of three makes none', () => {
    const profiles = [segment('s1', { frequency: 1 }), segment('s2', { frequency: 1 }), segment('s3', { products: 1 })];
    const names = known({ s1: 'Frequent', s2: 'High spend', s3: 'Recent' }, { s3: 'Climbers' });
    expect([...outgrownNames(profiles, names)]).toEqual([['s2', 'Frequent (s2)']]);
    const other = known({ s1: 'Very frequent', s2: 'Rather frequent, recent', s3: 'Recent, wide range' });
    expect([...outgrownNames(profiles, other)]).toEqual([]);
  });

  it('are names of what segments are in the middle of no more', () => {
    const names = known({ s1: 'In the middle on orders, money spent', s2: 'In the middle on orders' });
    const amid = (code: string, effect: number): SegmentProfile => ({
      ...segment(code, {}),
      features: [{ feature: 'frequency', effect, mean: 1, base: 1, middle: effect < 0.2 ? 0.3 : null }],
    });
    expect([...outgrownNames([amid('s1', 0.1), amid('s2', 0.9)], names)]).toEqual([['s2', 'Frequent']]);
  });

  it('are names with a word whose contrary holds, whatever else of them is true', () => {
    const names = known({ s1: 'High x, very high y', s2: 'High x, low y', s3: 'High x, high y, high z' });
    const moved = ['s1', 's2', 's3'].map((code) => segment(code, { x: 2, y: -1.5, z: 0.1 }));
    expect([...outgrownNames(moved, names).keys()]).toEqual(['s1', 's3']);
    const still = [segment('s1', { x: 2, y: 0.1 })];
    expect([...outgrownNames(still, names)]).toEqual([]);
  });
});
