import type { Engine } from '../../engine/engine.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { printTable } from '../table.ts';
import { countMoves, nowhere } from '../../reports/moves.ts';
import { formatFor, none } from '../../text/format.ts';
import { messagesFor } from '../../text/messages.ts';
import { plain } from '../../text/phrase.ts';
import { segmentNumber } from '../../text/segment-code.ts';
import { whole } from '../words.ts';
import { noMore } from '../../pipeline/segment-names.ts';
import type { SegmentsOf } from './known.ts';
import type { Span } from './span.ts';

const shape = { from_segment: 'text?', to_segment: 'text?', customers: 'integer' } as const;

/** Who was where at the end of a day. */
const onDay = (day: string): Sql => sql`(select customer_id, segment from segments.membership
  where entered_on <= cast(${day} as date) and (left_on is null or left_on > cast(${day} as date)))`;

/** How many customers were where on the first day of a span and are where on the last. */
const readMatrix = (engine: Engine, { from, to }: Span) =>
  engine.rows(
    sql`select before.segment as from_segment, now.segment as to_segment, count(*) as customers
      from ${onDay(from)} as before full join ${onDay(to)} as now on now.customer_id = before.customer_id
      group by before.segment, now.segment order by length(from_segment), from_segment nulls last, length(to_segment), to_segment nulls last`,
    shape,
    100_000,
  );

const byNumber = (a: string | null, b: string | null): number =>
  (a === null ? Infinity : segmentNumber(a)) - (b === null ? Infinity : segmentNumber(b)) || 0;

/** From the end of one day to the end of another, and whether this is the last that was run. */
export interface MatrixSpan extends Span {
  readonly isLast: boolean;
}

/** The matrix of who was where on two days: a row a segment of the first, a column a segment of the last. */
export async function showMatrix(
  { engine, nameOf }: SegmentsOf,
  { isLast, ...span }: MatrixSpan,
  { json }: { readonly json: boolean },
  effects: Effects,
): Promise<void> {
  const cells = await readMatrix(engine, span);
  const counts = countMoves(
    cells.map(({ from_segment, to_segment, customers }) => ({
      from_segment: from_segment ?? nowhere,
      to_segment: to_segment ?? nowhere,
      customers,
    })),
  );
  if (json) {
    effects.print(JSON.stringify({ ...span, ...counts, migrations: cells }));
    return;
  }
  const { history: words } = messagesFor(formatFor('en'));
  const codes = (side: 'from_segment' | 'to_segment'): (string | null)[] =>
    [...new Set(cells.map((cell) => cell[side]))].sort(byNumber);
  const columns = codes('to_segment');
  const find = (from: string | null, to: string | null): number =>
    cells.find((cell) => cell.from_segment === from && cell.to_segment === to)?.customers ?? 0;
  printTable(
    [
      { name: `from ${span.from}`, whole: true },
      { name: 'name' },
      ...columns.map((code) => ({ name: `→ ${code ?? nowhere}`, right: true })),
    ],
    codes('from_segment').map((from) => [
      from ?? nowhere,
      from === null ? words.fromNowhere : (nameOf(from) ?? noMore),
      ...columns.map((to) => (find(from, to) === 0 ? none : whole(find(from, to)))),
    ]),
    effects,
  );
  effects.say(plain(words.movesSentence(span.from, counts, isLast ? null : span.to)));
  effects.say('--entered SEGMENT and --left SEGMENT list the customers');
}
