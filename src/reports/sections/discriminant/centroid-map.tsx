import type { VNode } from 'preact';
import { centroidPlot } from '../../charts/centroid-map.ts';
import { segmentClass } from '../../charts/palette.ts';
import { featureLabel } from '../../features.ts';
import { Chart } from '../../parts/chart.tsx';
import { SegmentName } from '../../parts/pieces.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { segmentOf } from '../../view.ts';
import { leading, type AnalysisProps } from './analysis.ts';

/** Where the segments lie on the first functions. */
export function CentroidMap({ view, analysis }: AnalysisProps): VNode | null {
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
    return row === null ? t.page.unknown : featureLabel(view, row.predictor);
  };
  return (
    <Chart
      title={second === undefined ? words.mapOne : words.map}
      legend={points.map(({ index, segment }) => ({
        mark: segmentClass(index),
        text: `${segment}  ${segmentOf(view, segment)?.name ?? ''}`,
      }))}
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
        from="models.fitted"
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
