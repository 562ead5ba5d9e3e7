import type { VNode } from 'preact';
import { curvePlot } from '../charts/curves.ts';
import type { LookalikeModel } from '../data/lookalikes.ts';
import { featureLabel } from '../features.ts';
import { Chart } from '../parts/chart.tsx';
import { Points } from '../parts/points.tsx';
import { Block, Section } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import type { Phrase } from '../../text/phrase.ts';
import { segmentName, type View } from '../view.ts';

const origin = { x: 0, y: 0 };
const corner = { x: 1, y: 1 };

interface Measured {
  readonly view: View;
  readonly evaluation: NonNullable<LookalikeModel['evaluation']>;
  readonly lift: NonNullable<LookalikeModel['lift']>;
}

/** How many of those to be resembled are found among the first, in parts that the fit did not know. */
function Found({ view, evaluation, lift }: Measured): VNode {
  const { f } = view;
  const t = view.t.lookalikes;
  const rows = evaluation.centiles.reduce((sum, one) => sum + one.rows, 0);
  let taken = 0;
  const curve = [
    origin,
    ...evaluation.centiles.map((one) => ({ x: (taken += one.rows) / rows, y: one.cumulativeGain })),
  ];
  const write = (value: number): string => f.share(value);
  return (
    <Chart
      title={t.found}
      sentence={t.liftSentence(lift.value, lift.low, lift.high)}
      points={[t.measured(rows)]}
      legend={[
        { mark: 'rule gain', text: t.byRank },
        { mark: 'rule soft', text: t.byChance },
      ]}
      plot={(size) =>
        curvePlot(
          { curve, plain: [origin, corner] },
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
        rows={evaluation.deciles}
        columns={[
          { header: t.tenth, cell: (row) => f.whole(row.part) },
          { header: t.buyers, kind: 'number', cell: (row) => f.whole(row.rows) },
          { header: t.seeds, kind: 'number', cell: (row) => f.number(row.hits) },
          { header: t.rate, kind: 'number', cell: (row) => f.share(row.rate, 1) },
          { header: t.lift, term: 'lift', kind: 'number', cell: (row) => f.fixed(row.lift, 2) },
        ]}
      />
    </Chart>
  );
}

/** What speaks for somebody, the strongest first. */
function Weights({ view, used }: { view: View; used: NonNullable<LookalikeModel['used']> }): VNode {
  const { f } = view;
  const t = view.t.lookalikes;
  const rows = used.weights
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.predictor < b.predictor ? -1 : 1))
    .slice(0, 12);
  return (
    <Block title={t.weights} sentence={t.weightsSentence}>
      <Table
        label={t.weights}
        from="models.fitted"
        rows={rows}
        columns={[
          { header: t.feature, cell: (row) => <bdi>{featureLabel(view, row.predictor)}</bdi> },
          { header: t.weight, kind: 'number', cell: (row) => f.signed(row.weight, 2) },
        ]}
      />
    </Block>
  );
}

/** Whom they resemble. */
export const whomOf = (view: View, { segment, seeds }: LookalikeModel): Phrase => {
  const t = view.t.lookalikes;
  return segment === null ? t.profitable(seeds) : t.ofSegment(segmentName(view, segment), seeds);
};

/** Who of those who have not bought resembles the best, and how far that can be trusted. */
export function Lookalikes({ view }: { view: View }): VNode | null {
  const t = view.t.lookalikes;
  const title = view.t.page.sections.lookalikes;
  const { model, ranked, prospects } = view.data.lookalikes;
  if (model === null) return null;
  const { evaluation, lift, used, why, seeds, others } = model;
  return (
    <Section
      id="lookalikes"
      title={title}
      finding={
        used === null
          ? t.nobody(why ?? { code: 'unlearnable', reason: '' })
          : t.finding(ranked, whomOf(view, model), lift!.value)
      }
    >
      {evaluation === null || lift === null ? null : <Found view={view} evaluation={evaluation} lift={lift} />}
      {used === null ? null : <Points points={[t.threshold(seeds / (seeds + others), prospects - ranked)]} />}
      {used === null ? null : <Weights view={view} used={used} />}
    </Section>
  );
}
