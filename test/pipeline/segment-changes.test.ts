import { describe, expect, it } from 'vitest';
import type { SegmentChange } from '../../src/models/kmeans/fitted.ts';
import { changesOfDay, tellChanges } from '../../src/pipeline/segment-changes.ts';
import { inEnglish } from '../../src/text/remark.ts';

const change = (
  segment: string,
  event: SegmentChange['event'],
  other: string | null = null,
  share: number | null = null,
): SegmentChange => ({ segment, event, other, share });
const kept = (segment: string, jaccard: number): SegmentChange => change(segment, 'kept', null, jaccard);
const merged = change('s3', 'merged', 's1', 0.9);
const split = change('s4', 'split', 's2', 0.8);

describe('tellChanges(changes)', () => {
  it('says a sentence on each segment that came or went, and nothing of those that go on', () => {
    expect(
      inEnglish(
        tellChanges([
          kept('s1', 0.7),
          merged,
          split,
          change('s5', 'retired'),
          change('s6', 'new'),
          change('s7', 'emptied'),
          change('s8', 'fresh'),
        ]),
      ),
    ).toEqual([
      's3 is gone: 90% of its customers are in s1 now',
      's4 is new: 80% of its customers were in s2',
      's5 is gone: its customers are in several segments now',
      's6 is new: its customers were in several segments',
      's7 is gone: none of its customers has a segment now',
      's8 is new: none of its customers had a segment before',
    ]);
  });
});

describe('changesOfDay(first, second)', () => {
  it('tells the same where a day is fitted twice on the same data', () => {
    const first = [merged, kept('s1', 0.7), kept('s2', 0.8), split];
    expect(changesOfDay(first, [kept('s1', 1), kept('s2', 1), kept('s4', 1)])).toEqual(first);
    expect(changesOfDay(null, first)).toEqual(first);
  });

  it('tells what the second fit changed, and nothing of a segment that was there between the two only', () => {
    const first = [kept('s1', 0.7), kept('s2', 0.8), split];
    const again = change('s4', 'merged', 's2', 1);
    const gone = change('s1', 'retired');
    expect(changesOfDay(first, [gone, kept('s2', 0.9), again])).toEqual([gone, kept('s2', 0.8)]);
  });

  it('invents nothing where the day that is fitted twice is the first of all', () => {
    expect(changesOfDay([], [kept('s1', 0.7), change('s3', 'merged', 's2', 1)])).toEqual([]);
  });
});
