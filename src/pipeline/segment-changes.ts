import type { SegmentChange } from '../models/kmeans/fitted.ts';
import type { SegmentEvent } from '../segments/identity.ts';
import { percent } from '../text/percent.ts';

/** What became of a segment, as the model keeps it. */
export function changeOf(event: SegmentEvent): SegmentChange {
  const { kind, segment } = event;
  switch (kind) {
    case 'kept':
      return { segment, event: kind, other: null, share: event.jaccard };
    case 'merged':
      return { segment, event: kind, other: event.into, share: event.share };
    case 'split':
      return { segment, event: kind, other: event.from, share: event.share };
    case 'retired':
    case 'new':
      return { segment, event: kind, other: null, share: null };
  }
}

const ended = ({ event }: SegmentChange): boolean => event === 'merged' || event === 'retired';

/**
 * What became of the segments of the day before, where a day is fitted twice: what the first fit told, and what the second one changed of it. A segment
 * that the first made and the second did not find never was.
 */
export function changesOfDay(first: readonly SegmentChange[], second: readonly SegmentChange[]): SegmentChange[] {
  const earlier = new Map(first.map((change) => [change.segment, change]));
  const now = second.flatMap((change): SegmentChange[] => {
    const before = earlier.get(change.segment);
    if (change.event === 'kept') return [before ?? change];
    return before?.event === 'new' || before?.event === 'split' ? [] : [change];
  });
  return [...first.filter(ended), ...now];
}

/** What became of segments, for people; nothing of those that go on. */
export const tellChanges = (changes: readonly SegmentChange[]): string[] =>
  changes.flatMap(({ segment, event, other, share }) => {
    switch (event) {
      case 'kept':
        return [];
      case 'merged':
        return [`${segment} is gone: ${percent(share!, 0)} of its customers are in ${other!} now`];
      case 'retired':
        return [`${segment} is gone: its customers are in several segments now`];
      case 'split':
        return [`${segment} is new: ${percent(share!, 0)} of its customers were in ${other!}`];
      case 'new':
        return [`${segment} is new: its customers were in several segments`];
    }
  });
