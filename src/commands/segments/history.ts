import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { whole } from '../words.ts';
import { findSegment, withSegments, type SegmentsOf } from './known.ts';
import { printTable } from './print.ts';

/** Options of `bezero segments history`. */
export interface HistoryOptions {
  /** Code or name. */
  readonly segment?: string;
  readonly customer?: string;
  readonly store?: string;
  readonly json: boolean;
}

/** How many days a history can be long. */
const most = 100_000;

const sizeShape = { as_of: 'text', customers: 'integer', entered: 'integer?', left: 'integer?' } as const;

/** A segment by day: how many customers it has, and how many came and went since the day before; null on the first day. */
export const sizesOf = (engine: Engine, segment: string) =>
  engine.rows(
    sql`with moved as (
        select as_of,
          sum(case when to_segment = ${segment} and from_segment is distinct from to_segment then customers else 0 end) as entered,
          sum(case when from_segment = ${segment} and to_segment is distinct from from_segment then customers else 0 end) as gone
        from segments.migration group by as_of
      )
      select cast(size.as_of as varchar) as as_of, size.customers, moved.entered, moved.gone as left
      from segments.size as size left join moved on moved.as_of = size.as_of
      where size.segment = ${segment} order by size.as_of`,
    sizeShape,
    most,
  );

const membershipShape = { segment: 'text', entered_on: 'text', left_on: 'text?' } as const;

/** The sizes of a segment by day, or where a customer was from when to when. */
export async function segmentHistory(options: HistoryOptions, effects: Effects): Promise<void> {
  const { segment, customer } = options;
  if ((segment === undefined) === (customer === undefined))
    throw new ConfigError('SEGMENT or --customer ID must be given, one of the two');
  await withSegments(options, effects, (of) =>
    customer === undefined ? showSizes(of, segment!, options, effects) : showCustomer(of, customer, options, effects),
  );
}

/** The code of a segment that is there, or of one that is gone. */
async function codeOf({ engine, segments }: SegmentsOf, meant: string): Promise<string> {
  const code = meant.trim().toLowerCase();
  const [was] = await engine.rows(sql`select segment from segments.size where segment = ${code} limit 1`, {
    segment: 'text',
  });
  return was?.segment ?? findSegment(segments, meant).segment;
}

async function showSizes(of: SegmentsOf, meant: string, { json }: HistoryOptions, effects: Effects): Promise<void> {
  const segment = await codeOf(of, meant);
  const days = await sizesOf(of.engine, segment);
  if (json) {
    effects.print(JSON.stringify({ segment, name: of.nameOf(segment), days }));
    return;
  }
  printTable(
    [
      { name: 'as of', whole: true },
      { name: 'customers', right: true },
      { name: 'came', right: true },
      { name: 'went', right: true },
    ],
    days.map((day) => [
      day.as_of,
      whole(day.customers),
      day.entered === null ? '' : whole(day.entered),
      day.left === null ? '' : whole(day.left),
    ]),
    effects,
  );
}

async function showCustomer(of: SegmentsOf, id: string, { json }: HistoryOptions, effects: Effects): Promise<void> {
  const { engine, nameOf } = of;
  const [known] = await engine.rows(sql`select count(*) as n from marts.customer where customer_id = ${id}`, {
    n: 'integer',
  });
  const rows = await engine.rows(
    sql`select segment, cast(entered_on as varchar) as entered_on, cast(left_on as varchar) as left_on
      from segments.membership where customer_id = ${id} order by entered_on, segment`,
    membershipShape,
    most,
  );
  if (known!.n === 0 && rows.length === 0)
    throw new ConfigError(`--customer must be the id of a customer of the current release, got "${id}"`);
  const stays = rows.map((row) => ({ ...row, name: nameOf(row.segment) }));
  if (json) {
    effects.print(JSON.stringify({ customer_id: id, stays }));
    return;
  }
  if (stays.length === 0) {
    effects.say(`${id} has never been in a segment`);
    return;
  }
  printTable(
    [{ name: 'segment', whole: true }, { name: 'name' }, { name: 'from', whole: true }, { name: 'until', whole: true }],
    stays.map((stay) => [stay.segment, stay.name ?? '(gone)', stay.entered_on, stay.left_on ?? 'now']),
    effects,
  );
}
