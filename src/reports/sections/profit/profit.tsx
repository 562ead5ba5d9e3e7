import type { VNode } from 'preact';
import { Section } from '../../parts/pieces.tsx';
import { knowsCosts } from '../../findings.ts';
import { ratio, type View } from '../../view.ts';
import { Account } from './account.tsx';
import { Categories } from './categories.tsx';
import { Months } from './months.tsx';
import { Sources } from './sources.tsx';
import { SegmentAccount } from './segment-account.tsx';
import { Spending } from './spending.tsx';
import { WhaleCurve } from './whale-curve.tsx';

const costs = ['cost_of_goods', 'fulfilment', 'cost_to_serve'] as const;

/** Where the money comes from and where it goes. */
export function Profit({ view }: { view: View }): VNode {
  const { t, data } = view;
  const { total } = data;
  const title = t.page.sections.profit;
  if (total.net_revenue <= 0) {
    return <Section id="profit" title={title} finding={t.profit.none} />;
  }
  if (!knowsCosts(data)) {
    return (
      <Section id="profit" title={title} finding={t.profit.noCosts}>
        <SegmentAccount view={view} />
        <Categories view={view} />
        <Sources view={view} />
        <Months view={view} />
      </Section>
    );
  }
  const largest = costs.reduce((most, cost) => (total[cost] > total[most] ? cost : most));
  const finding = t.profit.finding(
    total.net_revenue,
    total.profit,
    t.account[largest],
    ratio(total[largest], total.net_revenue),
  );
  return (
    <Section id="profit" title={title} finding={finding}>
      <Account view={view} />
      <Spending view={view} />
      <SegmentAccount view={view} />
      <WhaleCurve view={view} />
      <Categories view={view} />
      <Sources view={view} />
      <Months view={view} />
    </Section>
  );
}
