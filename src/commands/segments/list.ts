import { sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { formatFor, none } from '../../text/format.ts';
import { percent } from '../../text/percent.ts';
import { printTable } from '../table.ts';
import { noProfit, whole } from '../words.ts';
import { withSegments, type SegmentsOf } from './known.ts';
import { readShares } from './shares.ts';

/** Options of `bezero segments list`. */
export interface ListSegmentsOptions {
  readonly store?: string;
  readonly json: boolean;
}

const shape = { segment: 'text', since: 'text?', description: 'text' } as const;

async function readList({ engine, segments }: SegmentsOf) {
  const rows = await engine.rows(
    sql`select segment.segment, cast(first.since as varchar) as since, segment.description
      from segments.segment as segment
      left join (select segment, min(as_of) as since from segments.size group by segment) as first
        on first.segment = segment.segment
      order by segment.segment`,
    shape,
  );
  const shares = await readShares(engine);
  return segments.map((known) => {
    const isIt = ({ segment }: { readonly segment: string }): boolean => segment === known.segment;
    return { ...known, ...shares.find(isIt)!, ...rows.find(isIt)! };
  });
}

/** Each segment with its size, its share of the customers and the money of all segments, and since when there is one. */
export async function listSegments(options: ListSegmentsOptions, effects: Effects): Promise<void> {
  const listed = await withSegments(options, effects, readList);
  if (options.json) {
    effects.print(JSON.stringify(listed));
    return;
  }
  const share = (of: number | null): string => (of === null ? none : percent(of));
  printTable(
    [
      { name: 'code', whole: true },
      { name: 'name' },
      ...['customers', 'of customers', 'of net revenue', 'of profit'].map((name) => ({ name, right: true })),
      { name: 'since', whole: true },
    ],
    listed.map((row) => [
      row.segment,
      row.name,
      whole(row.customers),
      share(row.customer_share),
      share(row.net_revenue_share),
      share(row.profit_share),
      row.since ?? none,
    ]),
    effects,
  );
  effects.say('shares are of all segments together; "bezero segments show SEGMENT" tells what sets one apart');
  if (listed.every(({ profit }) => profit === null)) effects.say(noProfit);
  const empty = listed.filter(({ customers }) => customers === 0).map(({ segment }) => segment);
  if (empty.length > 0) effects.say(`nobody is in ${formatFor('en').list(empty)} now`);
  const byHand = listed.filter(({ renamed }) => renamed).map(({ segment }) => segment);
  if (byHand.length > 0) effects.say(`named by hand: ${byHand.join(', ')}`);
}
