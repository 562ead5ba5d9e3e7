import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../../src/models/basket/groups.ts';

describe('groups of goods', () => {
  it('are those whose mean strength over all pairs is high enough; a chain of links is none', () => {
    const links = [
      { first: 1, second: 2, strength: 0.9 },
      { first: 2, second: 3, strength: 0.9 },
      { first: 3, second: 4, strength: 0.9 },
    ];
    expect(groupsOf(links)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const whole = [
      ...links,
      { first: 1, second: 3, strength: 0.9 },
      { first: 1, second: 4, strength: 0.8 },
      { first: 2, second: 4, strength: 0.8 },
    ];
    expect(groupsOf(whole)).toEqual([[1, 2, 3, 4]]);
  });

  it('do not depend on the order of the links, and leave weak ones alone', () => {
    const links = Array.from({ length: 60 }, (_, i) => {
      return { first: i % 12, second: 12 + ((i * 7) % 11), strength: 0.6 + ((i * 13) % 40) / 100 };
    });
    const distinct = links.filter(
      (link, i) => links.findIndex((one) => one.first === link.first && one.second === link.second) === i,
    );
    expect(groupsOf(distinct.toReversed())).toEqual(groupsOf(distinct));
    expect(groupsOf([{ first: 1, second: 2, strength: 0.74 }])).toEqual([]);
    expect(groupsOf([])).toEqual([]);
  });
});
