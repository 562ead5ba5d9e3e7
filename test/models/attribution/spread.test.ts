import { describe, expect, it } from 'vitest';
import { uniformStream } from '../../../src/math/random.ts';
import { attributeMarkov, type Transition } from '../../../src/models/attribution/markov.ts';
import { spreadOfEffects } from '../../../src/models/attribution/spread.ts';

/** Where paths go: from the start to a or b, from there to each other, to an order or to nothing. */
const chances: Readonly<Record<string, readonly [to: string, chance: number][]>> = {
  start: [['a', 0.7], ['b', 0.3]], // prettier-ignore
  a: [['b', 0.3], ['order', 0.4], ['none', 0.3]], // prettier-ignore
  b: [['a', 0.2], ['order', 0.2], ['none', 0.6]], // prettier-ignore
};

const transition = (from: string, to: string, count: number): Transition => ({
  from: from === 'start' ? null : from,
  to: to in chances ? to : { converted: to === 'order' },
  count,
});

const truth = attributeMarkov(
  Object.entries(chances).flatMap(([from, ways]) => ways.map(([to, chance]) => transition(from, to, chance))),
).effects;

/** What is counted of so many paths. */
function walk(paths: number, uniform: () => number): Transition[] {
  const counts = new Map<string, number>();
  for (let i = 0; i < paths; i++)
    for (let at = 'start'; at in chances;) {
      let left = uniform();
      const next = chances[at]!.find(([, chance]) => (left -= chance) < 0)?.[0] ?? 'none';
      const key = `${at} ${next}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      at = next;
    }
  return [...counts].map(([key, count]) => transition(...(key.split(' ') as [string, string]), count));
}

describe('intervals of removal effects', () => {
  it('hold what is true 95 times of 100', () => {
    const samples = 100;
    let held = 0;
    for (let sample = 0; sample < samples; sample++) {
      const spread = spreadOfEffects(walk(300, uniformStream(7, sample)));
      for (const { touch, effect, share } of truth) {
        const { effect: effects, share: shares } = spread.get(touch)!;
        held += Number(effects[0] <= effect && effect <= effects[1]);
        held += Number(shares[0] <= share && share <= shares[1]);
      }
    }
    // 95 % of 400, of which four go together: two standard errors are 4 %.
    expect(held / (4 * samples)).toBeGreaterThan(0.9);
    expect(held / (4 * samples)).toBeLessThan(0.99);
  });

  it('are the same every time, and narrower with more paths', () => {
    const some = walk(300, uniformStream(7, 0));
    const many = some.map((one) => ({ ...one, count: 100 * one.count }));
    expect(spreadOfEffects(some)).toEqual(spreadOfEffects(some));
    const widthOf = (transitions: readonly Transition[]): number => {
      const [low, high] = spreadOfEffects(transitions).get('a')!.effect;
      return high - low;
    };
    expect(widthOf(some) / widthOf(many)).toBeCloseTo(10, 0);
  });

  it('are not told of touches that paths seldom leave', () => {
    const rare = [...walk(300, uniformStream(7, 1)), transition('start', 'c', 29), { from: 'c', to: 'a', count: 29 }];
    expect([...spreadOfEffects(rare).keys()].sort()).toEqual(['a', 'b']);
  });
});
