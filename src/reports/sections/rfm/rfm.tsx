import type { VNode } from 'preact';
import type { RfmCell } from '../../data/rfm.ts';
import { Section } from '../../parts/pieces.tsx';
import { ratio, type View } from '../../view.ts';
import { Cohorts } from './cohorts.tsx';
import { CutPoints } from './cut-points.tsx';
import { Grid } from './grid.tsx';
import { NamedSegments } from './named-segments.tsx';
import { Status } from './status.tsx';

const sum = <Row,>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** How lately, how often and for how much customers buy, who is new or has lapsed, and when they come back. */
export function Rfm({ view }: { view: View }): VNode {
  const { t, data } = view;
  const { cells } = data.rfm;
  const title = t.page.sections.rfm;
  const customers = (
    <>
      <Status view={view} />
      <Cohorts view={view} />
    </>
  );
  if (cells.length === 0) {
    return (
      <Section id="rfm" title={title} finding={t.rfm.none}>
        {customers}
      </Section>
    );
  }
  const top = (of: (cell: RfmCell) => number): number => Math.max(...cells.map(of));
  const recency = top((cell) => cell.recency_score);
  const frequency = top((cell) => cell.frequency_score);
  const best = cells.filter((cell) => cell.recency_score === recency && cell.frequency_score === frequency);
  const lapsed = cells.filter((cell) => cell.recency_score === 1 && cell.frequency_score === 1);
  const spent = sum(cells, (cell) => cell.monetary);
  const finding = t.rfm.finding(
    sum(best, (cell) => cell.customers),
    ratio(
      sum(best, (cell) => cell.monetary),
      spent,
    ),
    sum(lapsed, (cell) => cell.customers),
  );
  return (
    <Section id="rfm" title={title} finding={finding}>
      <Grid view={view} />
      <NamedSegments view={view} />
      <CutPoints view={view} />
      {customers}
    </Section>
  );
}
