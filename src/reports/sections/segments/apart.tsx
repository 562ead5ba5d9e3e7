import type { VNode } from 'preact';
import { plainFeature } from '../../../text/feature.ts';
import { valueWriter } from '../../../text/feature-value.ts';
import type { ApartFeature } from '../../data/apart.ts';
import type { Segment } from '../../data/segments.ts';
import { featureLabel } from '../../features.ts';
import { Unfold } from '../../parts/pieces.tsx';
import { Rich } from '../../parts/rich.tsx';
import { dayValue, Table } from '../../parts/table.tsx';
import { segmentOf, type View } from '../../view.ts';

/** A feature of a segment with the way to write its values. */
export interface SaidFeature extends ApartFeature {
  readonly label: string;
  /** Null has no value. */
  readonly write: (value: number | null) => string;
}

/** The features of a segment in words, the strongest first. */
export const sayFeatures = (view: View, { features }: Segment): SaidFeature[] =>
  features.map((row) => {
    const values = [row.mean, row.median, row.base_mean, row.base_median];
    const write = valueWriter(row.feature, values, view.f, 'table');
    return {
      ...row,
      label: featureLabel(view, plainFeature(row.feature)),
      write: (value) => (value === null ? view.t.page.none : write(value)),
    };
  });

/** All features of a segment: means, medians, index and effect size, to unfold. */
export function FeatureTable({ view, segment }: { view: View; segment: Segment }): VNode | null {
  const { t, f } = view;
  const rows = sayFeatures(view, segment);
  if (rows.length === 0) return null;
  const beside = ({ write }: SaidFeature, here: number | null, all: number | null): VNode => (
    <>
      {write(here)}
      <small>{t.segments.ofAll(write(all))}</small>
    </>
  );
  return (
    <Unfold label={t.page.figures}>
      <Table
        label={t.segments.apart(segment.name)}
        from="segments.feature"
        rows={rows}
        columns={[
          { header: t.segments.feature, cell: (row) => <bdi>{row.label}</bdi> },
          { header: t.segments.mean, kind: 'number', cell: (row) => beside(row, row.mean, row.base_mean) },
          {
            header: t.terms.median.term,
            term: 'median',
            kind: 'number',
            cell: (row) => beside(row, row.median, row.base_median),
          },
          {
            header: t.terms.index.term,
            term: 'index',
            kind: 'number',
            cell: (row) => (row.index === null ? t.page.none : f.whole(row.index)),
          },
          {
            header: t.terms.effect_size.term,
            term: 'effect_size',
            kind: 'number',
            cell: (row) => (row.effect_size === null ? t.page.none : f.fixed(row.effect_size, 2)),
          },
        ]}
      />
    </Unfold>
  );
}

/** The customers of the fit that a rule holds for: what `bezero sql` takes. */
const selectSql = (condition: string): string => `select customer_id from features.customer where ${condition}`;

/** The segment as rules of the classification tree. */
export function Rules({ view, segment }: { view: View; segment: Segment }): VNode | null {
  const { t } = view;
  const { rules } = segment;
  if (rules.length === 0) return null;
  return (
    <div class="small">
      <a href="#term-rule">{t.segments.rules(rules.length)}</a>
      <ul class="points">
        {rules.map(({ words, customers, purity, coverage }) => (
          <li>
            <Rich text={t.segments.rule(words, customers, purity, coverage)} />
          </li>
        ))}
      </ul>
      <Unfold label={t.segments.ruleSql}>
        {rules.map(({ condition }) => (
          <p>
            <code>{selectSql(condition)}</code>
          </p>
        ))}
      </Unfold>
    </div>
  );
}

/** Customers who stand for a segment, by number, to unfold. */
export function TypicalCustomers({ view, segment }: { view: View; segment: Segment }): VNode | null {
  const { t, f } = view;
  if (segment.typical.length === 0) return null;
  const money = f.moneyLike(segment.typical.map(({ monetary }) => monetary));
  const title = t.segments.typical(segment.typical.length);
  return (
    <Unfold label={title}>
      <Table
        label={title}
        rows={segment.typical}
        columns={[
          { header: t.segments.customer, term: 'typical', cell: (row) => <bdi>{row.customer_id}</bdi> },
          { header: t.features['frequency'], kind: 'number', cell: (row) => f.whole(row.frequency) },
          { header: t.features['monetary'], kind: 'number', cell: (row) => money(row.monetary) },
          {
            header: t.segments.lastPurchase,
            kind: 'number',
            value: (row) => dayValue(row.last_purchased_on),
            cell: (row) => (row.last_purchased_on === null ? t.page.none : f.day(row.last_purchased_on)),
          },
        ]}
      />
    </Unfold>
  );
}

/** The segment that is most like another. */
export function NearestSegment({ view, segment }: { view: View; segment: Segment }): VNode | null {
  const nearest = segment.nearest === null ? undefined : segmentOf(view, segment.nearest);
  if (nearest === undefined) return null;
  return (
    <p class="small">
      <a href="#term-nearest_segment">{view.t.terms.nearest_segment.term}</a>:{' '}
      <span class="soft">{nearest.segment}</span> <bdi>{nearest.name}</bdi>
    </p>
  );
}
