import type { VNode } from 'preact';
import { centroidPlot } from '../charts/centroid-map.ts';
import type { Discriminant as Analysis } from '../data/discriminant.ts';
import { featureLabel } from '../features.ts';
import { Chart } from '../parts/chart.tsx';
import { Block, Measure, Section, SegmentName, Tiles } from '../parts/pieces.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { correlationTint } from '../tint.ts';
import { ratio, segmentOf, type View } from '../view.ts';
import { Classification } from './classification.tsx';

interface Props {
  readonly view: View;
  readonly analysis: Analysis;
}

/** The attribute that goes most closely with a function. */
function leading({ structure }: Analysis, index: number) {
  return structure.reduce<Analysis['structure'][number] | null>(
    (best, row) => (Math.abs(row.loadings[index] ?? 0) > Math.abs(best?.loadings[index] ?? 0) ? row : best),
    null,
  );
}

function Summary({ view: { t, f }, analysis }: Props): VNode {
  const words = t.discriminant.tiles;
  const { overall, hitRatio, chance, customers, folds } = analysis;
  return (
    <Tiles
      tiles={[
        { label: words.hit, value: f.share(hitRatio, 1), note: words.hitNote(customers, folds) },
        { label: words.chance, value: f.share(chance, 1), note: words.chanceNote(ratio(hitRatio, chance)) },
        { label: words.wilks, value: f.fixed(overall.wilks, 3), note: words.explained(overall.wilks) },
        {
          label: words.significance,
          value: t.discriminant.p(overall.p),
          note: words.test(overall.f, overall.df1, overall.df2),
        },
      ]}
    />
  );
}

function Map({ view, analysis }: Props): VNode | null {
  const { t, f } = view;
  const words = t.discriminant;
  const [first, second] = analysis.functions;
  if (first === undefined) return null;
  const points = analysis.centroids.map(({ segment, scores }) => ({
    segment,
    label: segment,
    index: segmentOf(view, segment)?.index ?? 0,
    x: scores[0] ?? 0,
    y: scores[1] ?? 0,
    scores,
  }));
  const name = (index: number): string => {
    const row = leading(analysis, index);
    return row === null ? t.page.unknown : featureLabel(view, row.predictor).toLowerCase();
  };
  return (
    <Chart
      title={second === undefined ? words.mapOne : words.map}
      sentence={words.mapSentence(name(0), second === undefined ? null : name(1))}
      plot={(size) =>
        centroidPlot(
          points,
          { x: words.axis(1, first.share), y: second === undefined ? null : words.axis(2, second.share) },
          (value) => f.number(value),
          size,
        )
      }
      tableLabel={t.page.figures}
    >
      <Table
        label={words.map}
        rows={points}
        columns={[
          {
            header: words.segment,
            term: 'centroid',
            cell: (row) => <SegmentName index={row.index} name={segmentOf(view, row.segment)?.name ?? row.segment} />,
          },
          ...analysis.functions.map((_, i): TableColumn<(typeof points)[number]> => ({
            header: words.functionName(i + 1),
            term: 'canonical',
            kind: 'number',
            cell: (row) => f.fixed(row.scores[i] ?? 0, 2),
          })),
        ]}
      />
    </Chart>
  );
}

function Functions({ view: { t, f }, analysis }: Props): VNode {
  const words = t.discriminant;
  const rows = analysis.functions.map((one, i) => ({ ...one, number: i + 1 }));
  const useful = rows.filter(({ p }) => p < 0.05).length;
  return (
    <Block title={words.functions} sentence={words.functionsSentence(useful, rows.length)}>
      <Table
        label={words.functions}
        rows={rows}
        columns={[
          { header: words.functionColumn, term: 'canonical', cell: (row) => words.functionName(row.number) },
          { header: words.eigenvalue, kind: 'number', cell: (row) => f.fixed(row.eigenvalue, 3) },
          { header: words.share, kind: 'number', cell: (row) => f.share(row.share, 1) },
          { header: words.correlation, term: 'canonical', kind: 'number', cell: (row) => f.fixed(row.correlation, 3) },
          { header: words.wilks, term: 'wilks', kind: 'number', cell: (row) => f.fixed(row.wilks, 3) },
          { header: words.significance, term: 'p_value', kind: 'number', cell: (row) => words.p(row.p) },
        ]}
      />
    </Block>
  );
}

function Structure({ view, analysis }: Props): VNode | null {
  const { t, f } = view;
  const words = t.discriminant;
  const first = leading(analysis, 0);
  if (first === null) return null;
  const rows = [...analysis.structure].sort(
    (a, b) => Math.abs(b.loadings[0] ?? 0) - Math.abs(a.loadings[0] ?? 0) || (a.predictor < b.predictor ? -1 : 1),
  );
  return (
    <Block
      title={words.structure}
      sentence={words.structureSentence(featureLabel(view, first.predictor).toLowerCase(), first.loadings[0] ?? 0)}
    >
      <Table
        label={words.structure}
        rows={rows}
        columns={[
          { header: words.predictor, term: 'structure', cell: (row) => <bdi>{featureLabel(view, row.predictor)}</bdi> },
          ...analysis.functions.map((_, i): TableColumn<(typeof rows)[number]> => ({
            header: words.functionName(i + 1),
            term: 'canonical',
            kind: 'tinted',
            mark: (row) => correlationTint(row.loadings[i] ?? 0),
            cell: (row) => f.fixed(row.loadings[i] ?? 0, 2),
          })),
        ]}
      />
    </Block>
  );
}

function Prospects({ view }: { view: View }): VNode {
  const { t, f, data } = view;
  const words = t.discriminant;
  const rows = data.prospects;
  const count = rows.reduce((sum, row) => sum + row.prospects, 0);
  const [first] = rows;
  if (first === undefined) return <Block title={words.prospects} sentence={words.noProspects} />;
  const name = (code: string): string => segmentOf(view, code)?.name ?? code;
  return (
    <Block
      title={words.prospects}
      sentence={words.prospectsSentence(count, name(first.segment), first.prospects / count)}
    >
      <Table
        label={words.prospects}
        rows={rows}
        columns={[
          {
            header: words.segment,
            term: 'segment',
            cell: (row) => <SegmentName index={segmentOf(view, row.segment)?.index ?? 0} name={name(row.segment)} />,
          },
          { header: words.assigned, term: 'prospect', kind: 'number', cell: (row) => f.whole(row.prospects) },
          {
            header: words.assignedShare,
            kind: 'number',
            cell: (row) => <Measure value={row.prospects / count} text={f.share(row.prospects / count, 1)} />,
          },
          { header: words.meanProbability, kind: 'number', cell: (row) => f.share(row.probability, 1) },
        ]}
      />
    </Block>
  );
}

/** What attributes tell the segments apart, how well, and where prospects belong. */
export function Discriminant({ view }: { view: View }): VNode {
  const { t, data } = view;
  const analysis = data.discriminant;
  const title = t.page.sections.discriminant;
  if (analysis === null) return <Section id="discriminant" title={title} finding={t.discriminant.none} />;
  return (
    <Section id="discriminant" title={title} finding={t.discriminant.finding(analysis.hitRatio, analysis.chance)}>
      <Summary view={view} analysis={analysis} />
      <Map view={view} analysis={analysis} />
      <Structure view={view} analysis={analysis} />
      <Classification view={view} analysis={analysis} />
      <Functions view={view} analysis={analysis} />
      <Prospects view={view} />
    </Section>
  );
}
