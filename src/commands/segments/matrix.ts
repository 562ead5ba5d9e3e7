import type { Engine } from '../../engine/engine.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { printTable } from '../table.ts';
import { count, whole } from '../words.ts';
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
  (a === null ? Infinity : Number(a.slice(1))) - (b === null ? Infinity : Number(b.slice(1))) || 0;

/** The matrix of who was where on two days: a row a segment of the first, a column a segment of the last. */
export async function showMatrix(
  { engine, nameOf }: SegmentsOf,
  span: Span,
  { json }: { readonly json: boolean },
  effects: Effects,
): Promise<void> {
  const cells = await readMatrix(engine, span);
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
      from === null ? 'had no segment' : (nameOf(from) ?? '(gone)'),
      ...columns.map((to) => (find(from, to) === 0 ? '·' : whole(find(from, to)))),
    ]),
    effects,
  );
  const changed = cells.filter(({ from_segment, to_segment }) => from_segment !== to_segment);
  const customers = changed.reduce((sum, cell) => sum + cell.customers, 0);
  effects.say(
    `${count(customers, 'customer')} changed from ${span.from} to ${span.to}; --entered SEGMENT and --left SEGMENT list them`,
  );
}
