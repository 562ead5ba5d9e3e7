import type { VNode } from 'preact';
import { significant } from '../findings.ts';
import { curvePlot } from '../charts/curves.ts';
import type { Foretelling, RepurchaseGroup, RepurchaseHoldout, RepurchaseModel } from '../data/repurchase.ts';
import { Chart } from '../parts/chart.tsx';
import { Block, Measure, Section, SegmentName } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import { ratio, segmentName, segmentOf, type View } from '../view.ts';

type Used = NonNullable<RepurchaseModel['used']>;

const origin = { x: 0, y: 0 };
const corner = { x: 1, y: 1 };

/** Share of those who bought again against the share of customers taken. */
function curveOf({ centiles }: Foretelling, customers: number): { x: number; y: number }[] {
  let taken = 0;
  return [
    origin,
    ...centiles.map(({ rows, cumulativeGain }) => ({ x: (taken += rows) / customers, y: cumulativeGain })),
  ];
}

/** So many are foretold to buy again. */
const foretoldIn = ({ deciles }: Foretelling): number =>
  deciles.reduce((sum, { rows, expectedRate }) => sum + rows * expectedRate, 0);

/** The p of a way of foretelling against the next simpler one. */
const pOf = ({ contest }: RepurchaseHoldout, way: string, other: string): number =>
  contest.comparisons.find(({ first, second }) => first === way && second === other)!.p;

/** How good the order and the scores are, of the model against recency alone, or of this where there is no model. */
function scorePoints(view: View, holdout: RepurchaseHoldout, isModel: boolean) {
  const t = view.t.repurchase;
  const { model, naive, constant } = holdout;
  if (model === null) {
    const p = pOf(holdout, 'naive rule', 'one rate');
    return { order: t.rule(naive.deciles[0]!.lift), scores: t.ruleScores(naive.brier, constant, p, naive.auc) };
  }
  const p = pOf(holdout, 'model', 'naive rule');
  return {
    order: t.model(isModel, model.deciles[0]!.lift, naive.deciles[0]!.lift),
    scores: t.scores(model.brier, naive.brier, constant, p, model.auc, naive.auc),
  };
}

/** How well the last window was foretold by what is used now, against the other way and chance. */
function Measured({ view, holdout, by }: { view: View; holdout: RepurchaseHoldout; by: Used['by'] }): VNode {
  const { f } = view;
  const t = view.t.repurchase;
  const { since, until, customers, again, unforetold, model, naive } = holdout;
  const isModel = by === 'model';
  const used = isModel && model !== null ? model : naive;
  const other = used === naive ? model : naive;
  const { order, scores } = scorePoints(view, holdout, isModel);
  const curve = curveOf(used, customers);
  const write = (value: number): string => f.share(value);
  return (
    <Chart
      title={t.found}
      sentence={t.foundSentence(curve.find(({ y }) => y >= 0.5)!.x)}
      points={[
        t.measured(since, until, customers, again),
        order,
        t.calibration(foretoldIn(used), again, used.calibration?.p ?? null),
        scores,
        ...(unforetold > 0 ? [t.unforetold(unforetold)] : []),
        t.seasons,
      ]}
      legend={[
        { mark: 'rule gain', text: isModel ? t.byModel : t.byRule },
        ...(other === null ? [] : [{ mark: 'rule soft dashed', text: isModel ? t.byRule : t.byModel }]),
        { mark: 'rule soft', text: t.byChance },
      ]}
      plot={(size) =>
        curvePlot(
          { curve, plain: [origin, corner], dashed: other === null ? [] : curveOf(other, customers) },
          { domain: [0, 1], write, label: t.taken },
          { domain: [0, 1], write, label: t.gain },
          size,
        )
      }
      tableLabel={view.t.page.figures}
    >
      <Table
        label={t.found}
        from="models.fitted"
        rows={used.deciles}
        columns={[
          { header: t.tenth, cell: ({ part }) => f.whole(part) },
          { header: t.customers, kind: 'number', cell: ({ rows }) => f.whole(rows) },
          { header: t.foretold, kind: 'number', cell: ({ expectedRate }) => f.share(expectedRate, 1) },
          { header: t.seen, kind: 'number', cell: ({ rate }) => f.share(rate, 1) },
          { header: t.lift, term: 'lift', kind: 'number', cell: ({ lift }) => f.fixed(lift, 2) },
          ...(other === null
            ? []
            : [
                {
                  header: t.otherLift(isModel),
                  term: 'naive_rule',
                  kind: 'number',
                  cell: ({ part }: { part: number }) => f.fixed(other.deciles[part - 1]!.lift, 2),
                } as const,
              ]),
        ]}
      />
    </Chart>
  );
}

/** Who is expected to buy again, by segment. */
function BySegment({ view, days, after }: { view: View; days: number; after: string | null }): VNode {
  const { f, data } = view;
  const t = view.t.repurchase;
  const rows = data.repurchaseGroups;
  const money = f.moneyLike(rows.map((row) => row.at_stake));
  const name = ({ segment }: RepurchaseGroup): VNode => {
    if (segment === null) return <>{t.noSegment}</>;
    return <SegmentName index={segmentOf(view, segment)?.index ?? 0} name={segmentName(view, segment)} />;
  };
  return (
    <Block title={t.segments} sentence={t.segmentsSentence(days, after)}>
      <Table
        label={t.segments}
        rows={rows}
        columns={[
          { header: t.segment, term: 'segment', cell: name },
          { header: t.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
          {
            header: t.again,
            term: 'repurchase_probability',
            kind: 'number',
            cell: (row) => {
              const share = ratio(row.again, row.customers);
              return <Measure value={share} text={f.share(share)} />;
            },
          },
          { header: t.atStake, kind: 'number', cell: (row) => money(row.at_stake) },
        ]}
      />
    </Block>
  );
}

/** Which customers will buy again, how far that can be trusted, and what is at stake. */
export function Repurchase({ view }: { view: View }): VNode | null {
  const { data } = view;
  const t = view.t.repurchase;
  const title = view.t.page.sections.repurchase;
  const model = data.repurchase;
  if (model === null) return null;
  const { holdout, used, options } = model;
  if (holdout === null || used === null)
    return (
      <Section
        id="repurchase"
        title={title}
        finding={t.tooFew(model.why === null ? (model.reason ?? '') : view.t.whyNot(model.why))}
      />
    );
  const customers = data.repurchaseGroups.reduce((sum, row) => sum + row.customers, 0);
  const again = data.repurchaseGroups.reduce((sum, row) => sum + row.again, 0);
  const after = holdout.until < view.context.asOf ? holdout.until : null;
  const way = (used.by === 'model' ? holdout.model : null) ?? holdout.naive;
  const failed = way.calibration !== null && way.calibration.p < significant;
  return (
    <Section
      id="repurchase"
      title={title}
      finding={
        customers === 0
          ? undefined
          : [
              ...t.finding(customers, again, options.within_days, after),
              ...(failed ? [' ', ...t.uncalibrated(foretoldIn(way), holdout.again)] : []),
            ]
      }
    >
      <BySegment view={view} days={options.within_days} after={after} />
      <Measured view={view} holdout={holdout} by={used.by} />
    </Section>
  );
}
