import { describe, expect, it } from 'vitest';
import { identifySegments, type SegmentChange } from '../../src/segments/identity.ts';

const segments = (...ids: string[]) => ids.map((segment) => ({ segment }));
const apart = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 1));
const between = { merged: 'merged into', split: 'split from' } as Readonly<Record<string, string>>;
const kinds = (events: readonly SegmentChange[]): string[] =>
  events.map(({ segment, event, other }) => [segment, between[event] ?? event, other].filter(Boolean).join(' '));
const compare = (shared: number[][], lastId = 0) =>
  identifySegments(
    {
      former: segments(...shared.map((_, f) => `s${f + 1}`)),
      clusters: shared[0]!.length,
      shared,
      distance: apart(shared.length, shared[0]!.length),
    },
    lastId,
  );

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
    expect(identifySegments({ ...strangers, distance: apart(2, 2) }, 2).ids).toEqual(['s1', 's2']);
    expect(identifySegments({ ...strangers, distance: apart(2, 2).map((row) => row.map(() => 5)) }, 2).ids).toEqual([
      's3',
      's4',
    ]);
  });

  it('keeps an id from a Jaccard coefficient of 0.3 on', () => {
    // 30 common customers of 100 in either, and of 101.
    expect(compare([[30, 35, 35]]).ids.includes('s1')).toBe(true);
    expect(
      compare([
        [30, 30, 40],
        [1, 1, 200],
      ]).ids,
    ).toEqual(['s3', 's4', 's2']);
    expect(compare([[30, 29, 29, 12]]).ids[0]).toBe('s1');
    expect(compare([[29, 29, 29, 13]]).ids).not.toContain('s1');
    expect(compare([[35, 35, 30]]).ids.indexOf('s1')).toBe(0);
  });

  it('numbers new clusters on from the highest id, of those there or of all there ever were', () => {
    const mixed = [
      [25, 25, 25, 25],
      [25, 25, 25, 25],
    ];
    expect(compare(mixed).ids).toEqual(['s3', 's4', 's5', 's6']);
    expect(compare(mixed, 8).ids).toEqual(['s9', 's10', 's11', 's12']);
  });

  it('tells most from one half', () => {
    const half = compare([
      [25, 25, 0],
      [25, 25, 0],
      [0, 0, 9],
      [100, 100, 0],
    ]);
    expect(half.events.find(({ segment }) => segment === 's1')).toEqual({
      segment: 's1',
      event: 'retired',
      other: null,
      share: null,
    });
    const more = compare([
      [26, 24, 0],
      [25, 25, 0],
      [0, 0, 9],
      [100, 100, 0],
    ]);
    expect(more.events.find(({ segment }) => segment === 's1')).toMatchObject({ event: 'merged', share: 0.52 });
  });

  it('tells where all customers were, also in a segment that does not go on', () => {
    expect(kinds(compare([[25, 25, 25, 25]]).events)).toEqual([
      's1 retired',
      ...['s2', 's3', 's4', 's5'].map((part) => `${part} split from s1`),
    ]);
    const merged = [[25], [25], [25], [25]];
    expect(kinds(compare(merged).events)).toEqual([
      ...['s1', 's2', 's3', 's4'].map((part) => `${part} merged into s5`),
      's5 new',
    ]);
  });

  it('says where nobody was there before, and where nobody is there any more', () => {
    expect(
      kinds(
        compare([
          [50, 0],
          [0, 0],
        ]).events,
      ),
    ).toEqual(['s1 kept', 's2 emptied', 's3 fresh']);
  });

  it('starts from nothing', () => {
    expect(identifySegments({ former: [], clusters: 2, shared: [], distance: [] }, 0)).toEqual({
      ids: ['s1', 's2'],
      events: [
        { segment: 's1', event: 'fresh', other: null, share: null },
        { segment: 's2', event: 'fresh', other: null, share: null },
      ],
    });
  });
});
