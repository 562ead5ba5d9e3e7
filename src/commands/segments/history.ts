import { ConfigError } from '../../errors.ts';
import { sql } from '../../sql/sql.ts';
import { none } from '../../text/format.ts';
import type { Effects } from '../effects.ts';
import { printTable } from '../table.ts';
import { whole } from '../words.ts';
import { sizesOf } from './days.ts';
import { noMore } from '../../pipeline/segment-names.ts';
import { findCode, withSegments, type SegmentsOf } from './known.ts';

/** Options of `bezero segments history`. */
export interface HistoryOptions {
  /** Code or name. */
  readonly segment?: string;
  readonly customer?: string;
  readonly store?: string;
  readonly json: boolean;
}

/** Stays that a customer can have had. */
const most = 100_000;

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

async function showSizes(of: SegmentsOf, meant: string, { json }: HistoryOptions, effects: Effects): Promise<void> {
  const segment = await findCode(of, meant);
  const days = await sizesOf(of.engine, segment);
  if (json) {
    effects.print(JSON.stringify({ segment, name: of.nameOf(segment), days }));
    return;
  }
  printTable(
    [
      { name: 'as of', whole: true },
      { name: 'customers', right: true },
      { name: 'entered', right: true },
      { name: 'left', right: true },
    ],
    days.map((day) => [
      day.as_of,
      whole(day.customers),
      ...[day.entered, day.left].map((moved) => (moved === null ? none : whole(moved))),
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
    stays.map((stay) => [stay.segment, stay.name ?? noMore, stay.entered_on, stay.left_on ?? 'now']),
    effects,
  );
}
