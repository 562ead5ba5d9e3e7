import type { TileProps } from '../../parts/pieces.tsx';
import { ratio, type View } from '../../view.ts';

/** The figures at a glance, with their change since the run before. */
export function tilesOf({ t, f, data, context, worth }: View): TileProps[] {
  const { total, lossMakers, quality } = data;
  const words = t.overview.tiles;
  const { previous } = context;
  const change = (now: number, before: number | undefined): string | undefined =>
    previous === undefined || before === undefined || before <= 0
      ? undefined
      : words.since(now / before - 1, previous.asOf === context.asOf ? null : previous.asOf);
  return [
    {
      label: words.customers,
      value: f.whole(total.buyers),
      note: words.prospects(total.prospects),
      change: change(total.buyers, previous?.buyers),
    },
    {
      label: words.netRevenue,
      value: f.largeMoney(total.net_revenue),
      note: words.orders(total.orders),
      change: change(total.net_revenue, previous?.netRevenue),
    },
    ...(worth === 'profit'
      ? [
          {
            label: words.profit,
            value: f.largeMoney(total.profit),
            note: words.margin(ratio(total.profit, total.net_revenue)),
            change: change(total.profit, previous?.profit),
          },
          { label: words.lossMakers, value: f.whole(lossMakers.buyers), note: words.lost(-lossMakers.profit) },
        ]
      : [
          {
            label: words.each,
            value: f.money(ratio(total.net_revenue, total.buyers)),
            note: words.perCustomer,
          },
        ]),
    { label: words.rejected, value: f.whole(quality.all.rejected), note: words.ofRecords(quality.all.records) },
  ];
}
