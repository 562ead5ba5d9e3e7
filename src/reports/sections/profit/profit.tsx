import type { VNode } from 'preact';
import type { Phrase } from '../../../text/phrase.ts';
import { Section } from '../../parts/pieces.tsx';
import { ratio, titleOf, type View } from '../../view.ts';
import { knownCosts, knownShare } from '../../worth.ts';
import { Deciles } from '../../profit/deciles.tsx';
import { LossMakers } from '../../profit/loss-makers.tsx';
import { Lorenz } from '../../profit/lorenz.tsx';
import { Account } from './account.tsx';
import { Categories } from './categories.tsx';
import { Months } from './months.tsx';
import { Priority } from './priority.tsx';
import { Sources } from './sources.tsx';
import { SegmentAccount } from './segment-account.tsx';
import { SegmentWaterfalls } from './segment-waterfalls.tsx';
import { Spending } from './spending.tsx';
import { WhaleCurve } from './whale-curve.tsx';

/** What is left, what takes most of it, and how much of that is known. */
function findingOf({ t, data, worth }: View): Phrase {
  const { total } = data;
  if (worth !== 'profit') return t.profit.sold(total.revenue, total.net_revenue);
  const largest = knownCosts(total).reduce((most, cost) => (total[cost] > total[most] ? cost : most));
  const share = ratio(total[largest], total.net_revenue);
  const known = knownShare(total);
  return [
    ...t.profit.finding(total.net_revenue, total.profit, t.account[largest], share),
    ...(known < 1 ? t.profit.knownCost(known) : []),
  ];
}

/** Where the money comes from and where it goes; where no cost is known, only where it comes from. */
export function Profit({ view }: { view: View }): VNode {
  const { t, data, worth } = view;
  const title = titleOf(view, 'profit');
  if (data.total.net_revenue <= 0) return <Section id="profit" title={title} finding={t.profit.none} />;
  return (
    <Section id="profit" title={title} finding={findingOf(view)}>
      {worth !== 'profit' ? null : (
        <>
          <Account view={view} />
          <Spending view={view} />
        </>
      )}
      <SegmentAccount view={view} />
      {worth !== 'profit' ? null : (
        <>
          <SegmentWaterfalls view={view} />
          <WhaleCurve view={view} />
          <Deciles words={view} spread={data.profit} />
          <LossMakers words={view} spread={data.profit} />
          <Priority view={view} />
        </>
      )}
      <Lorenz words={view} spread={data.profit} />
      <div class="pair">
        <Categories view={view} />
        <Sources view={view} />
      </div>
      <Months view={view} />
    </Section>
  );
}
