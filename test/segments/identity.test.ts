import { describe, expect, it } from 'vitest';
import { identifySegments, type SegmentEvent } from '../../src/segments/identity.ts';

const segments = (...ids: string[]) => ids.map((segment) => ({ segment }));
const apart = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 1));
const kinds = (events: readonly SegmentEvent[]): string[] =>
  events.map((event) => {
    if (event.kind === 'merged') return `${event.segment} merged into ${event.into}`;
    if (event.kind === 'split') return `${event.segment} split from ${event.from}`;
    return `${event.segment} ${event.kind}`;
  });

describe('identifySegments(comparison, lastId)', () => {
  it('keeps every id where clusters come in another order', () => {
    const { ids, events } = identifySegments(
      {
        former: segments('s4', 's1', 's2'),
        clusters: 3,
        shared: [
          [0, 2, 50],
          [80, 0, 0],
          [1, 40, 0],
        ],
        distance: apart(3, 3),
      },
      4,
    );
    expect(ids).toEqual(['s1', 's2', 's4']);
    expect(kinds(events)).toEqual(['s4 kept', 's1 kept', 's2 kept']);
  });

  it('gives the larger part of a segment that fell apart its id, and the other a new one', () => {
    const { ids, events } = identifySegments(
      {
        former: segments('s1', 's2'),
        clusters: 3,
        shared: [
          [60, 0, 40],
          [0, 90, 0],
        ],
        distance: apart(2, 3),
      },
      7,
    );
    expect(ids).toEqual(['s1', 's2', 's8']);
    expect(kinds(events)).toEqual(['s1 kept', 's2 kept', 's8 split from s1']);
  });

  it('retires the smaller of two segments that became one', () => {
    const { ids, events } = identifySegments(
      {
        former: segments('s1', 's2', 's3'),
        clusters: 2,
        shared: [
          [60, 0],
          [40, 0],
          [0, 50],
        ],
        distance: apart(3, 2),
      },
      3,
    );
    expect(ids).toEqual(['s1', 's3']);
    expect(kinds(events)).toEqual(['s1 kept', 's2 merged into s1', 's3 kept']);
  });

  it('calls segments new and retired where customers are mixed anew', () => {
    const { ids, events } = identifySegments(
      {
        former: segments('s1', 's2', 's3', 's4'),
        clusters: 4,
        shared: Array.from({ length: 4 }, () => [25, 25, 25, 25]),
        distance: apart(4, 4),
      },
      4,
    );
    expect(ids).toEqual(['s5', 's6', 's7', 's8']);
    expect(kinds(events).sort()).toEqual([
      's1 retired',
      's2 retired',
      's3 retired',
      's4 retired',
      's5 new',
      's6 new',
      's7 new',
      's8 new',
    ]);
  });

  it('lets centres decide where two pairings share equally, or where nobody is there on both nights', () => {
    const halves = { former: segments('s1'), clusters: 2, shared: [[50, 50]], distance: [[2, 0.5]] };
    expect(identifySegments(halves, 1).ids).toEqual(['s2', 's1']);
    const strangers = {
      former: segments('s1', 's2'),
      clusters: 2,
      shared: [
        [0, 0],
        [0, 0],
      ],
      distance: [
        [3, 0.1],
        [0.2, 3],
      ],
    };
    expect(identifySegments(strangers, 2).ids).toEqual(['s2', 's1']);
    expect(identifySegments({ ...strangers, distance: apart(2, 2).map((row) => row.map(() => 5)) }, 2).ids).toEqual([
      's3',
      's4',
    ]);
  });

  it('starts from nothing', () => {
    expect(identifySegments({ former: [], clusters: 2, shared: [], distance: [] }, 0)).toEqual({
      ids: ['s1', 's2'],
      events: [
        { kind: 'new', segment: 's1' },
        { kind: 'new', segment: 's2' },
      ],
    });
  });
});
