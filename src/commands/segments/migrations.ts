import { resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { guardSql } from '../../exports/guard.sql.ts';
import { raw, sql, type Sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { requireDay } from '../require-day.ts';
import { count, whole } from '../words.ts';
import { findSegment, segmentDays, withSegments, type SegmentsOf } from './known.ts';
import { printTable } from './print.ts';

/** Options of `bezero segments migrations`. */
export interface MigrationsOptions {
  /** Days; left out: the last run and the one before it. */
  readonly from?: string;
  readonly to?: string;
  /** Lists who came to this segment, or who went from that. */
  readonly entered?: string;
  readonly left?: string;
  /** How many customers are listed. */
  readonly limit: number;
  /** File that all of them are written to. */
  readonly csv?: string;
  readonly store?: string;
  readonly json: boolean;
}

/** From the end of one day to the end of another. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** The matrix of who was where on two days, or the customers who came to a segment or left it in between. */
export async function segmentMigrations(options: MigrationsOptions, effects: Effects): Promise<void> {
  const { entered, left } = options;
  if (entered !== undefined && left !== undefined) throw new ConfigError('--entered or --left must be given, not both');
  const meant = entered ?? left;
  if (meant === undefined && options.csv !== undefined)
    throw new ConfigError('--csv must come with --entered or --left: it writes lists of customers');
  await withSegments(options, effects, async (of) => {
    const span = spanOf(options, await segmentDays(of.engine));
    if (meant === undefined) await showMatrix(of, span, options, effects);
    else {
      const { segment } = findSegment(of.segments, meant);
      await showList(of, span, { segment, way: entered === undefined ? 'left' : 'entered' }, options, effects);
    }
  });
}

function spanOf({ from, to }: MigrationsOptions, days: readonly string[]): Span {
  requireDay('--from', from);
  requireDay('--to', to);
  const [first, last] = [days[0]!, days.at(-1)!];
  if (from === undefined && to === undefined && days.length < 2)
    throw new ConfigError(`migrations need two days that were run; there is ${first} alone`);
  const until = to ?? last;
  const before = days.filter((day) => day < until).at(-1);
  const span = { from: from ?? before ?? first, to: until };
  if (span.from >= span.to) throw new ConfigError(`--from must be before --to, got ${span.from} and ${span.to}`);
  if (span.from < first)
    throw new ConfigError(`--from must be ${first} or later, the first day with segments, got ${span.from}`);
  return span;
}

const movedShape = { from_segment: 'text?', to_segment: 'text?', customers: 'integer' } as const;

/** Who was where at the end of a day. */
const onDay = (day: string): Sql => sql`(select customer_id, segment from segments.membership
  where entered_on <= cast(${day} as date) and (left_on is null or left_on > cast(${day} as date)))`;

const moved = (engine: Engine, { from, to }: Span) =>
  engine.rows(
    sql`select before.segment as from_segment, now.segment as to_segment, count(*) as customers
      from ${onDay(from)} as before full join ${onDay(to)} as now on now.customer_id = before.customer_id
      group by before.segment, now.segment order by length(from_segment), from_segment nulls last, length(to_segment), to_segment nulls last`,
    movedShape,
    100_000,
  );

const byNumber = (a: string | null, b: string | null): number =>
  (a === null ? Infinity : Number(a.slice(1))) - (b === null ? Infinity : Number(b.slice(1))) || 0;

async function showMatrix(of: SegmentsOf, span: Span, { json }: MigrationsOptions, effects: Effects): Promise<void> {
  const cells = await moved(of.engine, span);
  if (json) {
    effects.print(JSON.stringify({ ...span, migrations: cells }));
    return;
  }
  const codes = (side: 'from_segment' | 'to_segment'): (string | null)[] =>
    [...new Set(cells.map((cell) => cell[side]))].sort(byNumber);
  const columns = codes('to_segment');
  const find = (from: string | null, to: string | null): number =>
    cells.find((cell) => cell.from_segment === from && cell.to_segment === to)?.customers ?? 0;
  printTable(
    [
      { name: `from ${span.from}`, whole: true },
      { name: 'name' },
      ...columns.map((code) => ({ name: code === null ? 'gone' : `→ ${code}`, right: true })),
    ],
    codes('from_segment').map((from) => [
      from ?? 'new',
      from === null ? 'had no segment' : (of.nameOf(from) ?? '(gone)'),
      ...columns.map((to) => (find(from, to) === 0 ? '·' : whole(find(from, to)))),
    ]),
    effects,
  );
  const changed = cells.filter(({ from_segment, to_segment }) => from_segment !== to_segment);
  effects.say(
    `${count(
      changed.reduce((sum, { customers }) => sum + customers, 0),
      'customer',
    )} changed from ${span.from} to ${span.to}; --entered SEGMENT and --left SEGMENT list them`,
  );
}

const listShape = { customer_id: 'text', name: 'text?', day: 'text', segment: 'text?', segment_name: 'text?' } as const;

/** Who came to a segment in a span and from where they came, or who left it and where they went; newest first. */
const listSql = (segment: string, way: 'entered' | 'left', { from, to }: Span): Sql => {
  const [day, other] =
    way === 'entered' ? ([raw('entered_on'), raw('left_on')] as const) : ([raw('left_on'), raw('entered_on')] as const);
  return sql`select stay.customer_id, customer.name, cast(stay.${day} as varchar) as day, other.segment, segment.name as segment_name
    from segments.membership as stay
    left join segments.membership as other on other.customer_id = stay.customer_id and other.${other} = stay.${day}
    left join marts.customer as customer on customer.customer_id = stay.customer_id
    left join segments.segment as segment on segment.segment = other.segment
    where stay.segment = ${segment} and stay.${day} > cast(${from} as date) and stay.${day} <= cast(${to} as date)`;
};

async function showList(
  { engine, nameOf }: SegmentsOf,
  span: Span,
  { segment, way }: { readonly segment: string; readonly way: 'entered' | 'left' },
  options: MigrationsOptions,
  effects: Effects,
): Promise<void> {
  const list = listSql(segment, way, span);
  const order = sql`order by day desc, customer_id`;
  const [all] = await engine.rows(sql`select count(*) as n from (${list}) as list`, { n: 'integer' });
  const rows = await engine.rows(
    sql`select * from (${list}) as list ${order} limit ${options.limit}`,
    listShape,
    options.limit,
  );
  const [dayName, segmentName] = way === 'entered' ? ['entered_on', 'from_segment'] : ['left_on', 'to_segment'];
  if (options.csv !== undefined) {
    const text = (column: string): Sql => guardSql(raw(column));
    await engine.unload(
      sql`select ${text('customer_id')} as customer_id, ${text('name')} as name, cast(day as date) as ${raw(dayName)},
        segment as ${raw(segmentName)}, ${text('segment_name')} as ${raw(`${segmentName}_name`)} from (${list}) as list ${order}`,
      resolve(effects.cwd, options.csv),
      'people-csv',
    );
  }
  if (options.json) {
    const customers = rows.map((row) => ({
      customer_id: row.customer_id,
      name: row.name,
      [dayName]: row.day,
      [segmentName]: row.segment,
    }));
    effects.print(JSON.stringify({ ...span, segment, total: all!.n, customers }));
  } else {
    printTable(
      [
        { name: 'customer', whole: true },
        { name: 'name' },
        { name: way === 'entered' ? 'came on' : 'went on', whole: true },
        { name: way === 'entered' ? 'from' : 'to', whole: true },
        { name: '' },
      ],
      rows.map((row) => [row.customer_id, row.name ?? '', row.day, row.segment ?? 'none', nameOf(row.segment) ?? '']),
      effects,
    );
  }
  if (options.csv !== undefined) effects.say(`${options.csv}: ${count(all!.n, 'customer')}`);
  else if (all!.n > rows.length && options.limit > 0)
    effects.say(`${whole(rows.length)} of ${whole(all!.n)} shown; --limit N shows more, --csv FILE writes all`);
}
