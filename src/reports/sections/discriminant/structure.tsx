import type { VNode } from 'preact';
import { featureLabel } from '../../features.ts';
import { Block } from '../../parts/pieces.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { correlationTint } from '../../tint.ts';
import { leading, type AnalysisProps } from './analysis.ts';

/** How closely each attribute goes with each function. */
export function Structure({ view, analysis }: AnalysisProps): VNode | null {
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
