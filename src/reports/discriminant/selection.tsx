import type { VNode } from 'preact';
import { none } from '../../text/format.ts';
import { curvePlot } from '../charts/curves.ts';
import { Chart } from '../parts/chart.tsx';
import { Section, Unfold } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import type { PageStep } from './data.ts';
import { head, testColumns, type DiscriminantView } from './pieces.tsx';

/** How the predictors were chosen, step by step. */
export function SelectionHistory({ view }: { view: DiscriminantView }): VNode | null {
  const { t, f, page } = view;
  if (page.selection === null) return null;
  const { method, enter, remove, steps, out, ended } = page.selection;
  const curve = [{ x: 0, y: 1 }, ...steps.map(({ step, wilks }) => ({ x: step, y: wilks }))];
  return (
    <Section
      id="selection"
      title={t.selection}
      finding={t.selectionFinding(t.methods[method], steps.length, enter, remove, ended)}
    >
      <Chart
        title={t.history}
        sentence={t.historySentence}
        legend={[{ mark: 'gain', text: t.lambda }]}
        plot={(size) =>
          curvePlot(
            { curve, dots: true },
            {
              domain: [0, Math.max(1, steps.length)],
              write: (value) => (Number.isInteger(value) ? f.whole(value) : ''),
              label: t.step,
            },
            { domain: [0, 1], write: (value) => f.number(value), label: t.lambda },
            size,
          )
        }
        tableLabel={t.figures}
      >
        <Table
          label={t.history}
          rows={steps}
          columns={[
            {
              header: head('stepwise', t.step),
              cell: (row) => (
                <>
                  {f.whole(row.step)} <bdi>{row.predictor}</bdi>
                  <small>{t.actions[row.action]}</small>
                </>
              ),
            },
            { header: t.inAnalysis, kind: 'number', cell: (row) => f.whole(row.count) },
            { header: head('wilks', t.lambda), kind: 'number', cell: (row) => f.fixed(row.wilks, 3) },
            ...testColumns(view, (row: PageStep) => row.test),
            { header: head('rao', t.raoV), kind: 'number', cell: (row) => f.fixed(row.raoV, 2) },
            {
              header: head('mahalanobis', t.nearest),
              cell: ({ nearest }) => (
                <>
                  <bdi>{nearest.classes[0]}</bdi> · <bdi>{nearest.classes[1]}</bdi>{' '}
                  {`(${f.fixed(nearest.squaredDistance, 2)})`}
                </>
              ),
            },
          ]}
        />
      </Chart>
      {out.length === 0 ? null : (
        <Unfold label={t.unfold(t.out, out.length)}>
          <Table
            label={t.out}
            rows={out}
            columns={[
              { header: t.predictor, cell: (row) => <bdi>{row.predictor}</bdi> },
              { header: head('tolerance', t.tolerance), kind: 'number', cell: (row) => f.fixed(row.tolerance, 3) },
              {
                header: head('stepwise', t.fToEnter),
                kind: 'number',
                cell: (row) => (row.fToEnter === null ? none : f.fixed(row.fToEnter, 3)),
              },
            ]}
          />
        </Unfold>
      )}
    </Section>
  );
}
