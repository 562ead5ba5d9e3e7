import type { VNode } from 'preact';
import { structureBars, structureNames, structurePlot, type StructureRow } from '../charts/structure.ts';
import { sizes, type Size } from '../charts/svg.ts';
import { Chart } from '../parts/chart.tsx';
import { Section } from '../parts/pieces.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { correlationTint } from '../tint.ts';
import type { PagePredictor } from './data.ts';
import { head, type DiscriminantView } from './pieces.tsx';

/** More bars would not be read. */
const most = 18;

/** Predictors by their correlations with the functions: a value by function, tinted. */
export function structureColumns({ t, f, page }: DiscriminantView): TableColumn<PagePredictor>[] {
  return [
    { header: head('structure', t.predictor), cell: (row) => <bdi>{row.predictor}</bdi> },
    ...page.functions.map((_, i): TableColumn<PagePredictor> => ({
      header: t.functionName(i + 1),
      kind: 'tinted',
      mark: (row) => correlationTint(row.structure[i]!),
      cell: (row) => f.fixed(row.structure[i]!, 3),
    })),
  ];
}

/** What the functions mean: how closely each predictor goes with them. */
export function Structure({ view }: { view: DiscriminantView }): VNode | null {
  const { t, f, page } = view;
  const [first, second] = page.functions;
  const [leading] = page.predictors;
  if (first === undefined || leading === undefined) return null;
  const reach = ({ x, y }: StructureRow): number => Math.hypot(x, y);
  const rows = page.predictors
    .map(({ predictor, structure }) => ({
      key: predictor,
      label: predictor,
      x: structure[0]!,
      y: structure[1] ?? 0,
    }))
    .sort((a, b) => reach(b) - reach(a) || (a.key < b.key ? -1 : 1));
  const isCrowded = second !== undefined && sizes.some((size) => structureNames(rows, size).length < rows.length);
  const few = rows.slice(0, most);
  const plot = (size: Size) =>
    second === undefined
      ? structureBars(few, (value) => f.fixed(value, 2), size)
      : structurePlot(rows, { x: t.axis(1, first.variance), y: t.axis(2, second.variance) }, size);
  return (
    <Section id="structure" title={t.structure}>
      <Chart
        title={t.structurePlot}
        sentence={t.structureSentence(leading.predictor, leading.structure[0]!, second !== undefined)}
        points={[
          ...(isCrowded ? [t.crowded] : []),
          ...(second === undefined && rows.length > most ? [t.mostShown(most, rows.length)] : []),
        ]}
        legend={
          second === undefined
            ? [
                { mark: 'bar gain', text: t.positive },
                { mark: 'bar loss', text: t.negative },
              ]
            : [{ mark: 'gain', text: t.predictor }]
        }
        plot={plot}
        tableLabel={t.figures}
      >
        <Table label={t.structureMatrix} rows={page.predictors} columns={structureColumns(view)} />
      </Chart>
    </Section>
  );
}
