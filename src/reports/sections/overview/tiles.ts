import type { TileProps } from '../../parts/pieces.tsx';
import { ratio, type View } from '../../view.ts';
import { lifetimeValueOf } from './changes.ts';

/** The figures at a glance. */
export function tilesOf(view: View): TileProps[] {
  const { t, f, data, worth } = view;
  const { total, lossMakers, quality } = data;
  const words = t.overview.tiles;
  return [
    { label: words.customers, value: f.whole(total.buyers), note: words.prospects(total.prospects) },
    { label: words.netRevenue, value: f.largeMoney(total.net_revenue), note: words.orders(total.orders) },
    ...(worth === 'profit'
      ? [
          {
            label: words.profit,
            value: f.largeMoney(total.profit),
            note: words.margin(ratio(total.profit, total.net_revenue)),
          },
          ...lifetimeValueTile(view),
          { label: words.lossMakers, value: f.whole(lossMakers.buyers), note: words.lost(-lossMakers.profit) },
        ]
      : [
          {
            label: words.each,
            value: f.money(ratio(total.net_revenue, total.buyers)),
            note: words.perCustomer,
          },
          ...lifetimeValueTile(view),
        ]),
    { label: words.rejected, value: f.whole(quality.all.rejected), note: words.ofRecords(quality.all.records) },
  ];
}

/** What customers will be worth, with its interval; nothing where nobody is valued. */
function lifetimeValueTile(view: View): TileProps[] {
  const { t, f, data } = view;
  const value = lifetimeValueOf(view);
  if (value === undefined || data.clv === null || 'reason' in data.clv) return [];
  const { options, totals } = data.clv;
  const { low, high } = totals.value;
  return [
    {
      label: t.overview.tiles.lifetimeValue,
      value: f.largeMoney(value),
      note: t.overview.tiles.lifetimeNote(t.clv.period(options.horizon), low, high),
    },
  ];
}
