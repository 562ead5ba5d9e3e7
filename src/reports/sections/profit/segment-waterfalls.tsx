import type { VNode } from 'preact';
import { accountPlot } from '../../charts/account.ts';
import { Chart } from '../../parts/chart.tsx';
import { Unfold } from '../../parts/pieces.tsx';
import type { View } from '../../view.ts';
import { knowsGoods } from '../../worth.ts';
import { accountRows, AccountTable } from './account.tsx';

/** From revenue to profit, one chart a segment. */
export function SegmentWaterfalls({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  if (data.segments.length === 0) return null;
  return (
    <Unfold label={t.spread.accountsBySegment}>
      {data.segments.map((segment) => {
        const rows = accountRows(segment, t.account).filter(
          ({ key }) => key !== 'gross_margin' || knowsGoods(data.total),
        );
        const money = f.moneyLike(rows.map(({ amount }) => amount));
        return (
          <Chart
            title={`${segment.segment}  ${segment.name}`}
            sentence={t.profit.accountSentence(segment.revenue, segment.profit)}
            plot={(size) => accountPlot(rows, money, f.shortMoney, size)}
            tableLabel={t.page.figures}
          >
            <AccountTable
              words={view}
              label={segment.name}
              rows={rows}
              netRevenue={segment.net_revenue}
              from="marts.segment_profit"
            />
          </Chart>
        );
      })}
    </Unfold>
  );
}
