import type { VNode } from 'preact';
import { intervalsPlot } from '../../charts/intervals.ts';
import { Chart } from '../../parts/chart.tsx';
import { Block } from '../../parts/pieces.tsx';
import type { View } from '../../view.ts';
import { AdviceTable, expectedBetween } from './advice-table.tsx';
import { intervalLegend } from '../interval-legend.ts';

/** Where to look for new customers: origins that can be paid for, by what one more person from there is worth after what finding them costs. */
export function AdvertiseNext({ view }: { view: View }): VNode | null {
  const { f, data, worth } = view;
  const t = view.t.origins;
  const { paid, organic, unranked, hasLifetime } = data.origins;
  const [first] = paid;
  if (first === undefined)
    return organic.length === 0 ? <p>{t.allTooFew}</p> : <Block title={t.next} sentence={t.nothingPaid} />;
  const worst = paid.findLast(({ reason }) => reason === 'worse' || reason === 'costs_more');
  return (
    <Chart
      title={t.next}
      sentence={t.nextSentence(first.member, first.expected_value, expectedBetween(first), first.cost_per_head)}
      points={[
        ...(first.reason === 'better' ? [] : [t.noneBetter]),
        ...(worst === undefined
          ? []
          : [
              t.lastSentence(
                worst.member,
                worst.expected_value,
                expectedBetween(worst),
                worst.value_base,
                worst.cost_per_head,
              ),
            ]),
        t.valueMeaning(worth === 'profit', hasLifetime),
        ...(unranked > 0 ? [t.tooFew(unranked)] : []),
        t.caution,
      ]}
      legend={intervalLegend(t)}
      plot={(size) =>
        intervalsPlot(
          paid.map((row) => ({
            key: row.member,
            label: row.member,
            value: f.shortMoney(row.expected_value),
            estimate: row.expected_value,
            low: row.expected_value_low,
            high: row.expected_value_high,
          })),
          first.value_base,
          f.shortMoney,
          size,
        )
      }
      tableLabel={view.t.page.figures}
    >
      <AdviceTable view={view} label={t.next} rows={paid} />
    </Chart>
  );
}
