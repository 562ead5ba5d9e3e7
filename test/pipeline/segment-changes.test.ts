import { describe, expect, it } from 'vitest';
import type { SegmentChange } from '../../src/models/kmeans/fitted.ts';
import { changeOf, changesOfDay, tellChanges } from '../../src/pipeline/segment-changes.ts';

const kept = (segment: string, jaccard: number): SegmentChange => changeOf({ kind: 'kept', segment, jaccard });
const merged = changeOf({ kind: 'merged', segment: 's3', into: 's1', share: 0.9 });
const split = changeOf({ kind: 'split', segment: 's4', from: 's2', share: 0.8 });

describe('tellChanges(changes)', () => {
  it('says a sentence on each segment that came or went, and nothing of those that go on', () => {
    expect(
      tellChanges([
        kept('s1', 0.7),
        merged,
        split,
        changeOf({ kind: 'retired', segment: 's5' }),
        changeOf({ kind: 'new', segment: 's6' }),
      ]),
    ).toEqual([
      's3 is gone: 90% of its customers are in s1 now',
      's4 is new: 80% of its customers were in s2',
      's5 is gone: its customers are in several segments now',
      's6 is new: its customers were in several segments',
    ]);
  });
});

describe('changesOfDay(first, second)', () => {
  it('tells the same where a day is fitted twice on the same data', () => {
    const first = [merged, kept('s1', 0.7), kept('s2', 0.8), split];
    expect(changesOfDay(first, [kept('s1', 1), kept('s2', 1), kept('s4', 1)])).toEqual(first);
    expect(changesOfDay([], first)).toEqual(first);
  });

  it('tells what the second fit changed, and nothing of a segment that was there between the two only', () => {
    const first = [kept('s1', 0.7), kept('s2', 0.8), split];
    const again = changeOf({ kind: 'merged', segment: 's4', into: 's2', share: 1 });
    const gone = changeOf({ kind: 'retired', segment: 's1' });
    expect(changesOfDay(first, [gone, kept('s2', 0.9), again])).toEqual([gone, kept('s2', 0.8)]);
  });
});
