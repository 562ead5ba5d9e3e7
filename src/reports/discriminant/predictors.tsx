import type { VNode } from 'preact';
import { Block, Section } from '../parts/pieces.tsx';
import type { TableColumn } from '../parts/table.tsx';
import { deviationTint } from '../tint.ts';
import { fourDigits } from '../kmeans/digits.ts';
import type { PagePredictor } from './data.ts';
import { className, head, level, LongTable, mostColumns, testColumns, type DiscriminantView } from './pieces.tsx';

/** Means and deviations of every predictor by class, and whether they differ. */
export function Predictors({ view }: { view: DiscriminantView }): VNode {
  const { t, f, page } = view;
  const write = fourDigits(f);
  const best = page.predictors.reduce((top, one) => (one.wilks < top.wilks ? one : top));
  const different = page.predictors.filter(({ test }) => test.p < level).length;
  const name = { header: head('predictor', t.predictor), cell: (row: PagePredictor) => <bdi>{row.predictor}</bdi> };
  const shown = page.classes.length > mostColumns ? [] : page.classes;
  return (
    <Section
      id="predictors"
      title={t.predictors}
      finding={t.predictorsFinding(best.predictor, best.wilks, different, page.predictors.length)}
    >
      <Block title={t.means} sentence={t.meansSentence}>
        <LongTable
          view={view}
          label={t.means}
          rows={page.predictors}
          columns={[
            name,
            {
              header: t.all,
              kind: 'tinted',
              cell: (row) => (
                <>
                  {write(row.mean)}
                  <small>{write(row.sd)}</small>
                </>
              ),
            },
            ...shown.map((_, c): TableColumn<PagePredictor> => ({
              header: className(view, c),
              kind: 'tinted',
              mark: ({ cells, mean, sd }) => (sd > 0 ? deviationTint((cells[c]!.mean - mean) / sd) : undefined),
              cell: ({ cells }) => (
                <>
                  {write(cells[c]!.mean)}
                  <small>{cells[c]!.sd === null ? '–' : write(cells[c]!.sd)}</small>
                </>
              ),
            })),
          ]}
        />
      </Block>
      <Block title={t.equality} sentence={t.equalitySentence}>
        <LongTable
          view={view}
          label={t.equality}
          rows={page.predictors}
          columns={[
            name,
            { header: head('wilks', t.lambda), kind: 'number', cell: (row) => f.fixed(row.wilks, 3) },
            ...testColumns(view, (row: PagePredictor) => row.test),
            { header: head('tolerance', t.tolerance), kind: 'number', cell: (row) => f.fixed(row.tolerance, 3) },
          ]}
        />
      </Block>
    </Section>
  );
}
