import type { VNode } from 'preact';
import { pageTexts, type PageTexts } from '../../text/en/pages/index.ts';
import type { Format } from '../../text/format.ts';
import { formatOf } from '../amounts.ts';
import { accountPlot } from '../charts/account.ts';
import { whalePlot } from '../charts/whale.ts';
import type { CostGap } from '../data/cost-gap.ts';
import { bottomOf, costOf, type CustomerCosts, type ProfitAndLoss } from '../data/money.ts';
import type { ProfitSpread } from '../data/profit-spread.ts';
import { AnalysisPage, type AnalysisPart } from '../parts/analysis-page.tsx';
import { Chart } from '../parts/chart.tsx';
import { renderDocument } from '../parts/document.tsx';
import { Block, Section, type Definition, type TileProps } from '../parts/pieces.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { accountRows, AccountTable } from '../sections/profit/account.tsx';
import { ratio } from '../view.ts';
import { Deciles } from './deciles.tsx';
import { Lorenz } from './lorenz.tsx';
import { LossMakers } from './loss-makers.tsx';

interface Words {
  readonly t: PageTexts;
  readonly f: Format;
}

/** A row of a split: a group, or several together. */
export interface PageGroup {
  readonly member: string | null;
  readonly members: number;
  readonly account: Readonly<Record<string, number>>;
}

/** What the page shows. */
export interface ProfitPage extends ProfitSpread {
  readonly subject: string;
  readonly asOf: string;
  /** ISO 4217; null: not known. */
  readonly currency: string | null;
  readonly counts: { readonly customers: number; readonly orders: number; readonly lines: number };
  readonly account: ProfitAndLoss;
  readonly gaps: readonly CostGap[];
  readonly by: readonly {
    readonly by: string;
    readonly groups: readonly PageGroup[];
    readonly notAttributed: CustomerCosts | null;
  }[];
  readonly version: string;
}

interface PartProps {
  readonly words: Words;
  readonly page: ProfitPage;
}

/** Rows of a table that the page has room for. */
const shown = 100;

function Account({ words: { t, f }, page: { account } }: PartProps): VNode {
  const rows = accountRows(account, t.account);
  const money = f.moneyLike(rows.map(({ amount }) => amount));
  return (
    <Section id="account" title={t.profitPage.account}>
      <Chart
        title={t.profitPage.account}
        sentence={t.profitPage.accountSentence(account.revenue, account.profit)}
        plot={(size) => accountPlot(rows, money, f.shortMoney, size)}
        tableLabel={t.page.figures}
      >
        <AccountTable
          words={{ t, f }}
          label={t.profitPage.account}
          rows={rows}
          netRevenue={account.net_revenue}
          from="marts.total"
        />
      </Chart>
    </Section>
  );
}

function Groups({ words: { t, f }, page: { by } }: PartProps): VNode {
  return (
    <Section id="groups" title={t.profitPage.groups}>
      {by.map(({ by: what, groups, notAttributed }) => {
        const bottom = bottomOf(groups.map(({ account }) => account));
        const sold = ['revenue', 'returns', 'discounts', 'net_revenue', 'cost_of_goods'] as const;
        const lines = [...sold, ...(bottom === 'contribution_margin' ? (['fulfilment'] as const) : []), bottom];
        const money = f.moneyLike(groups.map(({ account }) => account['net_revenue']!));
        return (
          <Block title={t.profitPage.by(what)}>
            <Table
              label={t.profitPage.by(what)}
              rows={groups.slice(0, shown)}
              columns={[
                {
                  header: what,
                  cell: ({ member, members }) => (
                    <bdi>{members > 1 ? t.profitPage.others(members) : (member ?? t.page.none)}</bdi>
                  ),
                },
                ...lines.map((line): TableColumn<PageGroup> => ({
                  header: line === 'contribution_margin' ? t.profit.contribution : t.account[line],
                  kind: 'number',
                  mark: ({ account }) => (account[line]! < 0 ? 'negative' : undefined),
                  cell: ({ account }) => money(account[line]!),
                })),
                {
                  header: t.profitPage.margin,
                  kind: 'number',
                  cell: ({ account }) => f.share(ratio(account[bottom]!, account['net_revenue']!), 1),
                },
              ]}
            />
            {notAttributed === null || costOf(notAttributed) === 0 ? null : (
              <p class="small">{t.profit.notAttributed(what, costOf(notAttributed))}</p>
            )}
          </Block>
        );
      })}
    </Section>
  );
}

function Whale({ words, page }: PartProps): VNode {
  const { t, f } = words;
  const { whale, curve } = page;
  const sentence =
    whale.eroded === 0
      ? t.profit.whaleNone
      : whale.peak_ratio === null
        ? t.profit.whaleLoss(whale.peak_profit, whale.eroded)
        : t.profit.whaleSentence(whale.peak_share_of_customers ?? 0, whale.peak_ratio, whale.eroded, false);
  const labels = { x: t.profit.customerPercent(false), peak: t.profit.peak, total: t.profit.total };
  return (
    <Section id="whale" title={t.profitPage.whale}>
      <Chart
        title={t.profit.whale}
        sentence={sentence}
        plot={(size) => whalePlot(curve, whale, { ...labels, share: f.share, money: f.shortMoney }, size)}
        tableLabel={t.page.figures}
      >
        <Table
          label={t.profit.whale}
          rows={curve.filter(({ percentile }) => percentile % 5 === 0)}
          columns={[
            { header: labels.x, cell: (row) => f.share(row.percentile / 100) },
            { header: t.profit.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
            { header: t.profit.cumulativeProfit, kind: 'number', cell: (row) => f.exactMoney(row.cumulative_profit) },
          ]}
        />
      </Chart>
      <Deciles words={words} spread={page} />
    </Section>
  );
}

function tilesOf({ t, f }: Words, { account, counts, concentration, lossReasons }: ProfitPage): TileProps[] {
  const makers = lossReasons.reduce((sum, { customers }) => sum + customers, 0);
  const lost = lossReasons.reduce((sum, { profit }) => sum - profit, 0);
  return [
    {
      label: t.account.net_revenue,
      value: f.largeMoney(account.net_revenue),
      note: t.profitPage.orders(counts.orders),
    },
    { label: t.account.profit, value: f.largeMoney(account.profit) },
    { label: t.profit.margin, value: f.share(ratio(account.profit, account.net_revenue), 1) },
    { label: t.profitPage.lossMakers, value: f.whole(makers), note: t.profitPage.lossMakersNote(lost) },
    ...(concentration.gini === null
      ? []
      : [{ label: t.profitPage.gini, value: f.fixed(concentration.gini, 3), note: t.profitPage.giniNote }]),
  ];
}

const defined = [
  ...([
    'revenue',
    'returns',
    'discounts',
    'net_revenue',
    'cost_of_goods',
    'gross_margin',
    'fulfilment',
    'contribution_margin',
  ] as const),
  ...(['cost_to_serve', 'campaign_cost', 'acquisition_cost', 'profit', 'margin', 'loss_maker', 'whale_curve'] as const),
] as const;

function Page({ words, page }: PartProps): VNode {
  const { t, f } = words;
  const p = t.profitPage;
  const part = (id: string, title: string, body: VNode): AnalysisPart => ({ id, title, body });
  return (
    <AnalysisPage
      {...{ f, t: p, contents: t.page.contents }}
      title={p.documentTitle(page.subject)}
      eyebrow={p.eyebrow(page.subject, page.asOf)}
      headline={p.headline(page.account.profit, page.counts.customers)}
      tiles={tilesOf(words, page)}
      notes={page.gaps.map((gap) => t.spread.gap(gap))}
      parts={[
        part('account', p.account, <Account words={words} page={page} />),
        ...(page.by.length === 0 ? [] : [part('groups', p.groups, <Groups words={words} page={page} />)]),
        part('whale', p.whale, <Whale words={words} page={page} />),
        part(
          'loss',
          p.loss,
          <Section id="loss" title={p.loss}>
            <LossMakers words={words} spread={page} />
          </Section>,
        ),
        part(
          'concentration',
          p.concentration,
          <Section id="concentration" title={p.concentration}>
            <Lorenz words={words} spread={page} />
          </Section>,
        ),
      ]}
      definitions={defined.map((id): Definition => [id, t.terms[id].term, t.terms[id].meaning])}
      version={page.version}
    />
  );
}

/** The page of one account: one HTML file that needs nothing else. The same data give the same bytes. */
export function buildProfitPage(page: ProfitPage): string {
  const f = formatOf(page.currency);
  return renderDocument(<Page words={{ t: pageTexts(f), f }} page={page} />);
}
