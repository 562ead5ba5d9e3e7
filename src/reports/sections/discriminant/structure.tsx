import type { VNode } from 'preact';
import type { AttributeLoadings } from '../../data/discriminant.ts';
import { featureLabel } from '../../features.ts';
import { Block } from '../../parts/pieces.tsx';
import { Rich } from '../../parts/rich.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { correlationTint } from '../../tint.ts';
import { leading, type AnalysisProps } from './analysis.ts';

/** Attributes beyond these say little. */
const most = 24;

/** An attribute with the function that it goes with most closely. */
interface StructureRow extends AttributeLoadings {
  readonly nearest: number;
  readonly strength: number;
}

/** The strongest attributes, function by function, each with those that go with it most closely. */
function order(structure: readonly AttributeLoadings[]): { shown: StructureRow[]; rest: StructureRow[] } {
  const rows = structure
    .map((row): StructureRow => {
      const sizes = row.loadings.map(Math.abs);
      const strength = Math.max(0, ...sizes);
      return { ...row, strength, nearest: sizes.indexOf(strength) };
    })
    .sort((a, b) => b.strength - a.strength || (a.predictor < b.predictor ? -1 : 1));
  const shown = rows.slice(0, most).sort((a, b) => a.nearest - b.nearest);
  return { shown, rest: rows.slice(most) };
}

/** How closely each attribute goes with each function. */
export function Structure({ view, analysis }: AnalysisProps): VNode | null {
  const { t, f } = view;
  const words = t.discriminant;
  const first = leading(analysis, 0);
  if (first === null) return null;
  const { shown, rest } = order(analysis.structure);
  return (
    <Block
      title={words.structure}
      sentence={words.structureSentence(featureLabel(view, first.predictor), first.loadings[0] ?? 0)}
    >
      <Table
        label={words.structure}
        from="models.fitted"
        rows={shown}
        columns={[
          { header: words.predictor, term: 'structure', cell: (row) => <bdi>{featureLabel(view, row.predictor)}</bdi> },
          ...analysis.functions.map((_, i): TableColumn<StructureRow> => ({
            header: words.functionName(i + 1),
            term: 'canonical',
            kind: 'tinted',
            mark: (row) => correlationTint(row.loadings[i] ?? 0),
            cell: (row) => f.fixed(row.loadings[i] ?? 0, 2),
          })),
        ]}
      />
      {rest[0] === undefined ? null : (
        <p class="small soft">
          <Rich text={words.more(rest.length, rest[0].strength)} />
        </p>
      )}
    </Block>
  );
}
