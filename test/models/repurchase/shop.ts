import type { Engine } from '../../../src/engine/engine.ts';
import type { LabelWindow } from '../../../src/models/repurchase/window.ts';
import { table } from '../support.ts';

/** The days before the first window and at the ends of both. */
export const days = ['2026-01-01', '2026-04-01', '2026-06-30'] as const;

export const windows: readonly [LabelWindow, LabelWindow] = [
  { since: days[0], until: days[1], before: 'first.customer', after: 'second.customer' },
  { since: days[1], until: days[2], before: 'second.customer', after: 'features.customer' },
];

/**
 * Three states of 2,000 customers (or as many as are asked for), each known since 2025-01-01. A third of them, the loyal ones, buys in nearly every window, the others seldom. `hint` tells
 * the loyal ones with 80 % certainty; `omen` is 1 for whoever buys in the window to come, and so known only after it.
 */
export async function shop(
  engine: Engine,
  [loyal, others]: readonly [number, number] = [85, 15],
  customers = 2000,
): Promise<void> {
  const buys = (window: number): string =>
    `hash(i * 7 + ${window}) % 100 < case when i % 3 = 0 then ${loyal} else ${others} end`;
  const last = (state: number): string => {
    const seen = [2, 1, 0].filter((window) => window <= state);
    const cases = seen.map(
      (window) => `when ${buys(window)} then date '${days[window]!}' - cast(hash(i * 13 + ${window}) % 80 as integer)`,
    );
    return `case ${cases.join(' ')} else date '2025-09-01' - cast(hash(i) % 300 as integer) end`;
  };
  for (const [state, relation] of ['first.customer', 'second.customer', 'features.customer'].entries())
    await table(
      engine,
      relation,
      `select *, date_diff('day', last_purchased_on, date '${days[state]!}') + 1 as recency_days from (
        select 'c' || i as customer_id, false as is_prospect, ${last(state)} as last_purchased_on,
          case when hash(i * 31) % 10 < 8 then i % 3 = 0 else i % 3 <> 0 end::integer + hash(i * 17) % 1000 / 5000.0 as hint,
          case when ${buys(state + 1)} then 1 else 0 end + hash(i * 19) % 1000 / 5000.0 as omen
        from range(${customers}) as t (i)) as known`,
    );
  await table(engine, 'warehouse.setting', 'select 365 as active_days');
}
