import type { VNode } from 'preact';
import type { Phrase } from '../../../text/phrase.ts';
import type { TermId } from '../../../text/messages.ts';
import { gain, gainMid, gainPale, goods, loss } from '../../charts/palette.ts';
import { stacksPlot } from '../../charts/stacks.ts';
import type { Lifecycle, StatusGroup, UsageClass } from '../../data/status.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';

/** The colour of a class in the chart, and its mark in the legend. */
const colors: Readonly<Record<UsageClass | Lifecycle, readonly [color: string, mark: string]>> = {
  heavy: [gain, 'bar gain'],
  medium: [gainMid, 'bar gain-mid'],
  light: [gainPale, 'bar gain-pale'],
  zero: [goods, 'bar goods'],
  repeating: [gain, 'bar gain'],
  new: [gainPale, 'bar gain-pale'],
  lapsed: [loss, 'bar loss'],
  prospect: [goods, 'bar goods'],
};

type Amount = 'customers' | 'net_revenue' | 'profit';

const sum = (groups: readonly StatusGroup<string>[], amount: Amount): number =>
  groups.reduce((total, group) => total + group[amount], 0);

interface StatusChartProps<Status extends string> {
  readonly view: View;
  readonly title: string;
  readonly sentence: Phrase;
  readonly term: TermId;
  readonly header: string;
  readonly groups: readonly StatusGroup<Status>[];
}

/** People, net revenue and profit, each by class: three bars of a hundred percent. */
function StatusChart<Status extends UsageClass | Lifecycle>(props: StatusChartProps<Status>): VNode {
  const { view, title, sentence, term, header, groups } = props;
  const { t, f, worth } = view;
  const money = worth === 'profit' ? (['net_revenue', 'profit'] as const) : (['net_revenue'] as const);
  const amounts: readonly Amount[] = ['customers', ...money];
  const label = (amount: Amount): string => (amount === 'customers' ? t.status.people : t.account[amount]);
  const rows = amounts
    .filter((amount) => sum(groups, amount) > 0)
    .map((amount) => ({
      key: amount,
      label: label(amount),
      value: amount === 'customers' ? f.whole(sum(groups, amount)) : f.shortMoney(sum(groups, amount)),
      parts: Object.fromEntries(groups.map((group) => [group.status, ratio(group[amount], sum(groups, amount))])),
    }));
  const write = f.moneyLike(groups.map((group) => group.net_revenue));
  return (
    <Chart
      title={title}
      sentence={sentence}
      legend={groups.map(({ status }) => ({ mark: colors[status][1], text: t.status.classes[status] }))}
      plot={(size) =>
        stacksPlot(
          rows,
          Object.fromEntries(groups.map(({ status }) => [status, colors[status][0]])),
          (value) => f.share(value),
          size,
        )
      }
      tableLabel={t.page.figures}
    >
      <Table
        label={title}
        from={`marts.${term}_profit`}
        rows={groups}
        columns={[
          { header, term, cell: ({ status }) => t.status.classes[status] },
          ...amounts.flatMap((amount): TableColumn<StatusGroup<Status>>[] => [
            {
              header: label(amount),
              term: amount === 'customers' ? undefined : amount,
              kind: 'number',
              mark: (group) => (group[amount] < 0 ? 'negative' : undefined),
              cell: (group) => (amount === 'customers' ? f.whole(group.customers) : write(group[amount])),
            },
            {
              header: t.status.share,
              kind: 'number',
              cell: (group) =>
                sum(groups, amount) > 0 ? f.share(ratio(group[amount], sum(groups, amount)), 1) : t.page.none,
            },
          ]),
        ]}
      />
    </Chart>
  );
}

/** Who buys how much, and who is new, stays or has lapsed; nothing without customers. */
export function Status({ view }: { view: View }): VNode | null {
  const { t, data } = view;
  const { usage, lifecycle } = data.status;
  const { buyers } = data.total;
  if (buyers === 0 || usage.length === 0 || lifecycle.length === 0) return null;
  const heavy = usage.find(({ status }) => status === 'heavy');
  const lapsed = lifecycle.find(({ status }) => status === 'lapsed');
  const revenue = sum(usage, 'net_revenue');
  return (
    <div class="pair">
      <StatusChart
        view={view}
        title={t.status.usage}
        term="usage_class"
        header={t.status.usageClass}
        groups={usage}
        sentence={
          heavy === undefined
            ? t.status.noHeavy
            : t.status.usageSentence(heavy.customers, ratio(heavy.customers, buyers), ratio(heavy.net_revenue, revenue))
        }
      />
      <StatusChart
        view={view}
        title={t.status.lifecycle}
        term="lifecycle"
        header={t.status.stage}
        groups={lifecycle}
        sentence={t.status.lifecycleSentence(
          lapsed?.customers ?? 0,
          ratio(lapsed?.customers ?? 0, buyers),
          lapsed?.net_revenue ?? 0,
        )}
      />
    </div>
  );
}
