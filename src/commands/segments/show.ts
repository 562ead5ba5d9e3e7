import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { whole } from '../words.ts';
import { sizesOf } from './history.ts';
import { findSegment, withSegments, type SegmentsOf } from './known.ts';
import { oneLine, percent, printTable } from './print.ts';

/** Options of `bezero segments show`. */
export interface ShowSegmentOptions {
  /** Code or name. */
  readonly segment: string;
  readonly store?: string;
  readonly json: boolean;
}

/** Days of its size that people are shown. */
const lastDays = 8;

const money = {
  customers: 'integer',
  customer_share: 'number?',
  net_revenue: 'number',
  net_revenue_share: 'number?',
  profit: 'number',
  profit_share: 'number?',
} as const;

const readMoney = (engine: Engine, segment: string) =>
  engine.rows(
    sql`select customers, customer_share, net_revenue, net_revenue_share, profit, profit_share
      from marts.segment_profit where segment = ${segment}`,
    money,
    1,
  );

const profile = {
  feature: 'text',
  mean: 'number?',
  median: 'number?',
  base_mean: 'number?',
  index: 'number?',
} as const;

/** Means of the segment beside those of all, what differs most first. */
const readProfile = (engine: Engine, segment: string) =>
  engine.rows(
    sql`select feature, mean, median, base_mean, index from marts.segment_profile where segment = ${segment}
      order by abs(ln(greatest(index, 1) / 100)) desc nulls last, feature`,
    profile,
    1_000,
  );

const moves = { way: 'text', other: 'text?', customers: 'integer' } as const;

/** Who came and went since the run before, by the other segment. */
const readMoves = (engine: Engine, segment: string) =>
  engine.rows(
    sql`with last as (select from_segment, to_segment, customers from segments.migration
        where as_of = (select max(as_of) from segments.size))
      select 'came' as way, from_segment as other, customers from last
      where to_segment = ${segment} and from_segment is distinct from to_segment
      union all
      select 'went' as way, to_segment as other, customers from last
      where from_segment = ${segment} and to_segment is distinct from from_segment
      order by way, customers desc, other nulls last`,
    moves,
    1_000,
  );

async function readAll({ engine, segments, nameOf }: SegmentsOf, meant: string) {
  const known = findSegment(segments, meant);
  const [words] = await engine.rows(
    sql`select description from segments.segment where segment = ${known.segment}`,
    { description: 'text' },
    1,
  );
  const [sums] = await readMoney(engine, known.segment);
  return {
    ...known,
    description: words!.description,
    ...sums!,
    profile: await readProfile(engine, known.segment),
    sizes: await sizesOf(engine, known.segment),
    moves: (await readMoves(engine, known.segment)).map((move) => ({ ...move, name: nameOf(move.other) })),
  };
}

type Shown = Awaited<ReturnType<typeof readAll>>;

/** All that is known of a segment. */
export async function showSegment(options: ShowSegmentOptions, effects: Effects): Promise<void> {
  const shown = await withSegments(options, effects, (of) => readAll(of, options.segment));
  if (options.json) effects.print(JSON.stringify(shown));
  else print(shown, effects);
}

const figure = (value: number | null): string | null =>
  value === null ? null : Math.abs(value) >= 100 ? whole(Math.round(value)) : String(Number(value.toPrecision(3)));

function print(shown: Shown, effects: Effects): void {
  const { bold } = effects.colors;
  const part = (title: string): void => {
    effects.print('');
    effects.print(bold(title));
  };
  effects.print(bold(`${shown.segment}  ${oneLine(shown.name)}`));
  if (shown.renamed && shown.name !== shown.automaticName)
    effects.print(`named by hand; automatic name: ${oneLine(shown.automaticName)}`);
  effects.print(oneLine(shown.description));
  effects.print(
    `net revenue ${figure(shown.net_revenue)!} (${percent(shown.net_revenue_share) ?? '–'} of all), profit ${figure(shown.profit)!} (${percent(shown.profit_share) ?? '–'})`,
  );
  part('Beside all customers with a segment');
  printTable(
    [
      { name: 'feature' },
      { name: 'mean', right: true },
      { name: 'median', right: true },
      { name: 'mean of all', right: true },
      { name: 'index', right: true },
    ],
    shown.profile.map((row) => [
      row.feature.replaceAll('_', ' '),
      figure(row.mean),
      figure(row.median),
      figure(row.base_mean),
      row.index === null ? '' : whole(Math.round(row.index)),
    ]),
    effects,
  );
  part('Size');
  printTable(
    [{ name: 'as of', whole: true }, ...['customers', 'came', 'went'].map((name) => ({ name, right: true }))],
    shown.sizes
      .slice(-lastDays)
      .map((day) => [
        day.as_of,
        whole(day.customers),
        day.entered === null ? '' : whole(day.entered),
        day.left === null ? '' : whole(day.left),
      ]),
    effects,
  );
  if (shown.moves.length === 0) return;
  part('Since the run before');
  printTable(
    [{ name: '' }, { name: 'customers', right: true }, { name: 'from or to', whole: true }, { name: 'name' }],
    shown.moves.map((move) => [move.way, whole(move.customers), move.other ?? 'none', move.name ?? '']),
    effects,
  );
}
