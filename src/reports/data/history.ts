import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { raw, sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const sizeShape = {
  as_of: 'day',
  segment: 'text',
  segment_name: 'text?',
  customers: 'integer',
  share: 'number',
} as const satisfies Shape;

/** A segment on a day that was run. */
export type SegmentSize = Readonly<Row<typeof sizeShape>>;

const moveShape = {
  previous_as_of: 'day?',
  from_segment: 'text',
  from_segment_name: 'text?',
  to_segment: 'text',
  to_segment_name: 'text?',
  customers: 'integer',
  from_share: 'number',
} as const satisfies Shape;

/** Customers who went from one segment to another, or stayed; `none`: they had no segment, or have none. */
export type Move = Readonly<Row<typeof moveShape>>;

const eventShape = {
  segment: 'text',
  event: 'text',
  other_segment: 'text?',
  share: 'number?',
} as const satisfies Shape;

/** What became of a segment when the segments were made again: `merged`, `retired`, `split`, `new` … */
export type SegmentEvent = Readonly<Row<typeof eventShape>>;

/** A segment that is no more, by its last name. */
interface FormerSegment {
  readonly segment: string;
  readonly name: string;
}

/** How far apart the days lie that are shown. */
const steps = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** How far apart the days lie that are shown: the last day that was run of each. */
export type Step = (typeof steps)[number];

/** What the segments were before. */
export interface HistoryData {
  /** By day, then segment; of each step the last day that was run. None where only one day was. */
  readonly sizes: readonly SegmentSize[];
  readonly step: Step;
  /** Since the day that was run before; empty where there is none. */
  readonly moves: readonly Move[];
  readonly events: readonly SegmentEvent[];
  /** What segments that are no more were called last. */
  readonly former: readonly FormerSegment[];
}

/** So many days are shown at most. */
const mostDays = 60;

/** Segments that are there at once. */
const mostSegments = 100;

/** The smallest step of which there are few enough. */
async function readStep(engine: Engine): Promise<{ step: Step; days: number }> {
  const counts = steps.map((step) => `count(distinct date_trunc('${step}', as_of)) as ${step}s`).join(', ');
  const [row] = await engine.rows(
    sql`select ${raw(counts)} from marts.segment_size`,
    { days: 'integer', weeks: 'integer', months: 'integer', quarters: 'integer', years: 'integer' },
    1,
  );
  return { step: steps.find((step) => row![`${step}s`] <= mostDays) ?? 'year', days: row!.days };
}

const readEvents = (engine: Engine): Promise<SegmentEvent[]> =>
  engine.rows(
    sql`select ${columnsOf(eventShape)} from segments.event where as_of = (select as_of from marts.total)
      order by length(segment), segment, event, other_segment nulls first`,
    eventShape,
    4 * mostSegments,
  );

/** More than there ever were. */
const mostFormer = 10_000;

const readFormer = (engine: Engine): Promise<FormerSegment[]> =>
  engine.rows(
    sql`select segment, name from segments.former_segment order by segment`,
    { segment: 'text', name: 'text' },
    mostFormer,
  );

/** Sizes on at most sixty days, and the moves since the day before. */
export async function readHistory(engine: Engine): Promise<HistoryData> {
  const { step, days } = await readStep(engine);
  const sizes = await engine.rows(
    sql`with run_day as (
        select as_of, row_number() over (partition by date_trunc(${raw(`'${step}'`)}, as_of) order by as_of desc) as place
        from marts.segment_size group by as_of
      ), shown as (
        select as_of from run_day where place = 1 order by as_of desc limit ${mostDays}
      )
      select ${columnsOf(sizeShape)} from marts.segment_size where as_of in (select as_of from shown)
      order by as_of, length(segment), segment`,
    sizeShape,
    mostDays * mostSegments,
  );
  const moves = await engine.rows(
    sql`select ${columnsOf(moveShape)} from marts.segment_migration where as_of = (select as_of from marts.total)
      order by customers desc, length(from_segment), from_segment, length(to_segment), to_segment`,
    moveShape,
    (2 * mostSegments) ** 2,
  );
  const [events, former] = [await readEvents(engine), await readFormer(engine)];
  return { sizes: days > 1 ? sizes : [], step, moves, events, former };
}
