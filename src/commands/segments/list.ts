import { sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { whole } from '../words.ts';
import { withSegments } from './known.ts';
import { percent, printTable } from './print.ts';

/** Options of `bezero segments list`. */
export interface ListSegmentsOptions {
  readonly store?: string;
  readonly json: boolean;
}

const shape = {
  segment: 'text',
  customers: 'integer',
  customer_share: 'number?',
  net_revenue_share: 'number?',
  profit_share: 'number?',
  since: 'text?',
  description: 'text',
} as const;

/** Each segment with its size, its share of the money and since when there is one. */
export async function listSegments(options: ListSegmentsOptions, effects: Effects): Promise<void> {
  await withSegments(options, effects, async ({ engine, segments }) => {
    const rows = await engine.rows(
      sql`select segment.segment, segment.customers, profit.customer_share, profit.net_revenue_share, profit.profit_share,
          cast(first.since as varchar) as since, segment.description
        from segments.segment as segment
        left join marts.segment_profit as profit on profit.segment = segment.segment
        left join (select segment, min(as_of) as since from segments.size group by segment) as first
          on first.segment = segment.segment
        order by length(segment.segment), segment.segment`,
      shape,
    );
    const listed = segments.map((known) => ({ ...known, ...rows.find(({ segment }) => segment === known.segment)! }));
    if (options.json) {
      effects.print(JSON.stringify(listed));
      return;
    }
    printTable(
      [
        { name: 'code', whole: true },
        { name: 'name' },
        { name: 'customers', right: true },
        { name: 'share', right: true },
        { name: 'of net revenue', right: true },
        { name: 'of profit', right: true },
        { name: 'since', whole: true },
        { name: 'typical' },
      ],
      listed.map((row) => [
        row.segment,
        row.name,
        whole(row.customers),
        percent(row.customer_share),
        percent(row.net_revenue_share),
        percent(row.profit_share),
        row.since,
        row.description.replace(/^.*?; typical /, '').replace(/\.$/, ''),
      ]),
      effects,
    );
    if (segments.some(({ renamed }) => renamed)) effects.say(`named by hand: ${namedByHand(segments)}`);
  });
}

const namedByHand = (segments: readonly { readonly segment: string; readonly renamed: boolean }[]): string =>
  segments
    .filter(({ renamed }) => renamed)
    .map(({ segment }) => segment)
    .join(', ');
