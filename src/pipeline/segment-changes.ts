import type { SegmentChange } from '../models/kmeans/fitted.ts';
import { remark, type Remark } from '../text/remark.ts';

const ended = ({ event }: SegmentChange): boolean => ['merged', 'retired', 'emptied'].includes(event);
const began = ({ event }: SegmentChange): boolean => ['split', 'new', 'fresh'].includes(event);

/**
 * What became of the segments of the day before, where a day is fitted twice: what the first fit told, and what the second one changed of it. A segment
 * that the first made and the second did not find never was.
 *
 * @param first null: the day was not fitted before; empty: it was, and no segments were known then, so that nothing can have become of them
 */
export function changesOfDay(
  first: readonly SegmentChange[] | null,
  second: readonly SegmentChange[],
): readonly SegmentChange[] {
  if (first === null || first.length === 0) return first ?? second;
  const earlier = new Map(first.map((change) => [change.segment, change]));
  const now = second.flatMap((change): SegmentChange[] => {
    const before = earlier.get(change.segment);
    if (change.event === 'kept') return [before ?? change];
    return before && began(before) ? [] : [change];
  });
  return [...first.filter(ended), ...now];
}

/** What became of segments, for people; nothing of those that go on. */
export const tellChanges = (changes: readonly SegmentChange[]): Remark[] =>
  changes.flatMap(({ segment, event, other, share }) =>
    event === 'kept' ? [] : [remark('segmentFate', { segment, fate: event, other, share })],
  );
