import type { Move, SegmentEvent } from './data/history.ts';
import type { ReportData } from './data/index.ts';

/** How the code of a segment is written where customers have none. */
export const nowhere = 'none';

/** Customers by where they were and where they are. */
type Passage = Pick<Move, 'from_segment' | 'to_segment' | 'customers'>;

/** Whether customers were in one segment and are in another. */
const changes = ({ from_segment: from, to_segment: to }: Passage): boolean =>
  from !== to && from !== nowhere && to !== nowhere;

const sum = (moves: readonly Passage[]): number => moves.reduce((total, { customers }) => total + customers, 0);

/** What happened to the customers of all segments between two days. */
export interface MoveCounts {
  /** Customers who had a segment on the first. */
  readonly before: number;
  readonly moved: number;
  /** Customers who had none, and have one now. */
  readonly came: number;
  /** Customers who had one, and have none now. */
  readonly went: number;
}

/** The same since the day that was run before. */
export interface MoveSummary extends MoveCounts {
  /** `2026-11-20`; null where it is unknown. */
  readonly since: string | null;
  /** The move of most customers; null where nobody moved. */
  readonly largest: Move | null;
}

/** Counts who moved, who came and who went. */
export const countMoves = (moves: readonly Passage[]): MoveCounts => ({
  before: sum(moves.filter(({ from_segment }) => from_segment !== nowhere)),
  moved: sum(moves.filter(changes)),
  came: sum(moves.filter(({ from_segment }) => from_segment === nowhere)),
  went: sum(moves.filter(({ to_segment }) => to_segment === nowhere)),
});

/** The moves summed up; null where there was no day before. */
export function summariseMoves({ history: { moves } }: ReportData): MoveSummary | null {
  if (moves.length === 0) return null;
  return { since: moves[0]!.previous_as_of, ...countMoves(moves), largest: moves.find(changes) ?? null };
}

/** What came into a segment and what went out of it. */
export interface Flow {
  readonly segment: string;
  /** From other segments. */
  readonly entered: number;
  /** Who had no segment before. */
  readonly came: number;
  readonly left: number;
  /** Who have no segment now. */
  readonly went: number;
  /** Where those who left are now, most first. */
  readonly to: readonly Move[];
}

/** By segment, in the order given; then those that are no more. */
export function flowsOf({ history: { moves }, segments }: ReportData): Flow[] {
  const known = segments.map(({ segment }) => segment);
  const told = [...new Set(moves.flatMap(({ from_segment: from, to_segment: to }) => [from, to]))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  const former = told.filter((code) => code !== nowhere && !known.includes(code));
  return [...known, ...former].map((segment) => {
    const out = moves.filter(({ from_segment: from, to_segment: to }) => from === segment && to !== segment);
    const into = moves.filter(({ from_segment: from, to_segment: to }) => to === segment && from !== segment);
    const to = out.filter(changes);
    return {
      segment,
      entered: sum(into.filter(changes)),
      came: sum(into.filter((move) => !changes(move))),
      left: sum(to),
      went: sum(out.filter((move) => !changes(move))),
      to,
    };
  });
}

const births: readonly string[] = ['new', 'split', 'fresh'];
const ends: readonly string[] = ['merged', 'retired', 'emptied'];

/** What became of segments, without those that go on. */
export const changesOf = ({ history: { events } }: ReportData): { born: SegmentEvent[]; ended: SegmentEvent[] } => ({
  born: events.filter(({ event }) => births.includes(event)),
  ended: events.filter(({ event }) => ends.includes(event)),
});
