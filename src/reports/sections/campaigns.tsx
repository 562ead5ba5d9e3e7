import type { VNode } from 'preact';
import { none } from '../../text/format.ts';
import type { Phrase } from '../../text/phrase.ts';
import { effectsPlot } from '../charts/effects.ts';
import type { Campaign } from '../data/campaigns.ts';
import { Chart } from '../parts/chart.tsx';
import { Rich } from '../parts/rich.tsx';
import { FileLink } from '../parts/file-link.tsx';
import { Block, Measure, Section } from '../parts/pieces.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { ratio, wordOf, type View } from '../view.ts';

const titleOf = ({ title, campaign }: Campaign): string => title ?? campaign;

/** Whether the control group will show what it should, and how many people that would take. */
function shownBy({ shows, lift, detectable_lift: least, ...row }: Campaign, t: View['t']['campaigns']): string {
  if (shows === null || row.treated_needed === null || row.holdout_needed === null) return none;
  const needed = row.treated_needed + row.holdout_needed;
  if (shows === 'yes' && least !== null) return t.shows(100 * least);
  return shows === 'no' ? t.showsNothing(needed, 100 * lift) : t.showsMaybe(needed, 100 * lift);
}

/** The campaigns of the pipeline, each with its file. */
function Plans({ view }: { view: View }): VNode | null {
  const { f, data, context, worth } = view;
  const t = view.t.campaigns;
  const { campaigns } = data.campaigns;
  if (campaigns.length === 0) return null;
  const number = (header: string, of: (row: Campaign) => string): TableColumn<Campaign> => ({
    header,
    kind: 'number',
    cell: of,
  });
  return (
    <Block title={t.plans} sentence={t.plansSentence}>
      <Table
        label={t.plans}
        stacked
        rows={campaigns}
        columns={[
          {
            header: t.campaign,
            cell: (row) => (
              <>
                <bdi>{titleOf(row)}</bdi>
                <small>{t.span(wordOf(t.statuses, row.status), row.starts_on, row.ends_on)}</small>
              </>
            ),
          },
          number(t.contacted, ({ treatment }) => f.whole(treatment)),
          { ...number(t.control, ({ holdout }) => f.whole(holdout)), term: 'control_group' },
          number(t.expectedPurchases, ({ expected_purchases: purchases }) => f.number(purchases, 1)),
          number(t.cost, ({ cost }) => f.exactMoney(cost)),
          number(worth === 'profit' ? t.expectedProfit : t.expectedBeyondCost, ({ expected_profit: profit }) =>
            f.money(profit),
          ),
          { header: t.canShow, cell: (row) => shownBy(row, t) },
          {
            header: view.t.segments.file,
            cell: ({ campaign }) => (
              <FileLink file={context.files?.find((file) => file.campaign === campaign)} t={view.t} />
            ),
          },
        ]}
      />
      <p>
        <Rich text={t.plansHow} />
      </p>
    </Block>
  );
}

/** A campaign that can be compared with its control group. */
type Measured = Campaign & Readonly<Record<'treated' | 'control' | 'difference' | 'lower' | 'upper', number>>;

const isMeasured = (row: Campaign): row is Measured => row.is_seen && row.difference !== null;

/** What those contacted did more than the control group. */
function Results({ view }: { view: View }): VNode | null {
  const { f, data, worth } = view;
  const t = view.t.campaigns;
  const begun = data.campaigns.campaigns.filter(({ treatment, holdout }) => treatment + holdout > 0);
  if (begun.length === 0) return null;
  const rows = begun.filter(isMeasured);
  if (rows.length === 0)
    return <Block title={t.results} sentence={begun.some((row) => row.is_seen) ? t.noControl : t.tooEarly} />;
  const points = (share: number): string => f.signed(100 * share, 1);
  const profit = ({ treatment, cost, ...row }: Measured, perHead: number | null): string =>
    perHead === null || row.margin_difference === null ? none : f.money(perHead * treatment - cost);
  const clear = rows.filter(({ lower, upper }) => lower > 0 || upper < 0).length;
  return (
    <Chart
      title={t.results}
      sentence={t.resultsSentence(clear, rows.length)}
      points={[t.resultsHow]}
      plot={(size) =>
        effectsPlot(
          rows.map((row) => ({
            ...{ key: row.campaign, label: titleOf(row), value: points(row.difference) },
            ...{ difference: row.difference, lower: row.lower, upper: row.upper },
          })),
          (share) => f.number(100 * share),
          size,
        )
      }
      tableLabel={view.t.page.figures}
    >
      <Table
        label={t.results}
        rows={rows}
        columns={[
          { header: t.campaign, cell: (row) => <bdi>{titleOf(row)}</bdi> },
          { header: t.boughtContacted, kind: 'number', cell: ({ treated }) => f.share(treated, 1) },
          { header: t.boughtControl, kind: 'number', cell: ({ control }) => f.share(control, 1) },
          { header: t.difference, kind: 'number', cell: ({ difference }) => points(difference) },
          { header: t.interval, kind: 'number', cell: ({ lower, upper }) => t.range(points(lower), points(upper)) },
          {
            header: worth === 'profit' ? t.profit : t.broughtBeyondCost,
            kind: 'number',
            cell: (row) => profit(row, row.margin_difference),
          },
          {
            header: t.profitInterval,
            kind: 'number',
            cell: (row) =>
              row.margin_lower === null ? none : t.range(profit(row, row.margin_lower), profit(row, row.margin_upper)),
          },
        ]}
      />
    </Chart>
  );
}

/** Past campaigns by the lower end of the interval of the share who answered. */
function Past({ view }: { view: View }): VNode | null {
  const { f, data } = view;
  const t = view.t.campaigns;
  const { past, pastCount } = data.campaigns;
  if (past.length === 0) return null;
  return (
    <Block title={t.past} sentence={t.pastSentence(past.length, pastCount)}>
      <Table
        label={t.past}
        stacked
        rows={past}
        columns={[
          {
            header: t.campaign,
            cell: (row) => (
              <>
                <bdi>{row.name ?? row.campaign_id}</bdi>
                {row.started_on === null ? null : <small>{f.day(row.started_on)}</small>}
              </>
            ),
          },
          {
            header: view.t.answers.channel,
            cell: ({ channel }) => (channel === null ? none : wordOf(view.t.answers.channels, channel)),
          },
          { header: t.reached, kind: 'number', cell: ({ reached }) => f.whole(reached) },
          {
            header: t.answered,
            kind: 'number',
            cell: ({ answered, reached }) => {
              const share = ratio(answered, reached);
              return <Measure value={share} text={f.share(share, 1)} />;
            },
          },
          {
            header: t.interval,
            kind: 'number',
            cell: ({ answer_low: low, answer_high: high }) => t.range(f.share(low, 1), f.share(high, 1)),
          },
          {
            header: t.costPerAnswer,
            kind: 'number',
            cell: ({ cost, answered }) => (answered === 0 ? none : f.exactMoney(cost / answered)),
          },
          { header: t.buyers, kind: 'number', cell: ({ buyers }) => f.whole(buyers) },
        ]}
      />
    </Block>
  );
}

/** Those worth more than usual and likelier than usual to leave, and what keeping them may cost; nothing where that is not known. */
function worthKeeping({ t, data, worth }: View): Phrase {
  if (worth !== 'profit') return [];
  const group = data.priority.groups.find(
    ({ reason }) => reason === 'worth more than usual, and likelier than usual to leave',
  );
  return group?.retention_budget == null || group.customers === 0
    ? []
    : [' ', ...t.campaigns.keep(group.customers, group.retention_budget)];
}

/** Whom campaigns contact, what they bring, and what past ones did. */
export function Campaigns({ view }: { view: View }): VNode {
  const t = view.t.campaigns;
  const { running, campaigns, past } = view.data.campaigns;
  const finding =
    running.campaigns > 0
      ? t.finding(running.campaigns, running.treatment, running.holdout, running.expected_profit)
      : campaigns.length + past.length > 0
        ? t.noneRuns
        : t.none;
  return (
    <Section id="campaigns" title={view.t.page.sections.campaigns} finding={[...finding, ...worthKeeping(view)]}>
      <Plans view={view} />
      <Results view={view} />
      <Past view={view} />
    </Section>
  );
}
