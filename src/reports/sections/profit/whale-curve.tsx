import type { VNode } from 'preact';
import { whalePlot } from '../../charts/whale.ts';
import { Chart } from '../../parts/chart.tsx';
import { Tiles } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import { anonymousProfit, bestFifth, curveHasProspects } from '../../findings.ts';
import type { View } from '../../view.ts';

/** How profit adds up over customers, with its three numbers. */
export function WhaleCurve({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const { lossMakers } = data;
  const { whale, curve } = data.profit;
  if (whale.customers === 0 || curve.length === 0) return null;
  const prospects = curveHasProspects(data);
  const order = t.profit.customerPercent(prospects);
  const peakShare = whale.peak_share_of_customers ?? 0;
  const sentence =
    whale.eroded === 0
      ? t.profit.whaleNone
      : whale.peak_ratio === null
        ? t.profit.whaleLoss(whale.peak_profit, whale.eroded)
        : t.profit.whaleSentence(peakShare, whale.peak_ratio, whale.eroded, prospects);
  const anonymous = anonymousProfit(data);
  const best = bestFifth(data);
  const words = t.profit.whaleTiles;
  const money = f.moneyLike(curve.map((point) => point.cumulative_profit));
  return (
    <div class="block">
      <Chart
        title={t.profit.whale}
        sentence={sentence}
        points={[
          ...(best === null
            ? []
            : [t.profit.best(best.percent, best.share, prospects, anonymous !== 0, whale.customers)]),
          ...(anonymous === 0 ? [] : [t.profit.whaleAnonymous(whale.profit, anonymous, data.total.profit)]),
        ]}
        plot={(size) =>
          whalePlot(
            curve,
            whale,
            {
              x: order,
              peak: t.profit.peak,
              total: t.profit.total,
              share: f.share,
              money: f.shortMoney,
            },
            size,
          )
        }
        tableLabel={t.page.figures}
      >
        <Table
          label={t.profit.whale}
          rows={curve.filter(({ percentile }) => percentile % 5 === 0)}
          columns={[
            { header: order, cell: (row) => f.share(row.percentile / 100) },
            {
              header: prospects ? t.profit.people : t.profit.customers,
              ...(prospects ? {} : { term: 'customer' as const }),
              kind: 'number',
              cell: (row) => f.whole(row.customers),
            },
            {
              header: t.profit.cumulativeProfit,
              term: 'whale_curve',
              kind: 'number',
              cell: (row) => money(row.cumulative_profit),
            },
            {
              header: t.profit.shareOfProfit,
              kind: 'number',
              cell: (row) => (row.share_of_profit === null ? t.page.none : f.share(row.share_of_profit, 1)),
            },
          ]}
        />
      </Chart>
      <Tiles
        tiles={[
          { label: words.peak, value: f.largeMoney(whale.peak_profit), note: words.peakNote(peakShare, prospects) },
          ...(whale.peak_ratio === null
            ? []
            : [{ label: words.ratio, value: f.share(whale.peak_ratio), note: words.ratioNote(whale.profit) }]),
          {
            label: words.eroded,
            value: f.largeMoney(whale.eroded),
            note: words.erodedNote(
              lossMakers.buyers,
              -lossMakers.profit,
              lossMakers.prospects,
              -lossMakers.prospectProfit,
            ),
          },
        ]}
      />
    </div>
  );
}
