import type { VNode } from 'preact';
import { none } from '../../text/format.ts';
import { Block, Section, Unfold } from '../parts/pieces.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { fourDigits } from '../kmeans/digits.ts';
import { head, level, type DiscriminantView } from './pieces.tsx';
import { structureColumns } from './structure.tsx';

interface CoefficientRow {
  readonly name: string;
  readonly values: readonly number[];
}

/** The functions: what each is worth, and how scores are computed. */
export function Functions({ view }: { view: DiscriminantView }): VNode {
  const { t, f, page } = view;
  const rows = page.functions.map((one, i) => ({ ...one, number: i + 1 }));
  const useful = rows.filter(({ test }) => test.p < level).length;
  const coefficients = (term: 'standardised' | 'raw'): TableColumn<CoefficientRow>[] => [
    { header: head(term, t.predictor), cell: ({ name }) => <bdi>{name}</bdi> },
    ...rows.map(({ number }): TableColumn<CoefficientRow> => ({
      header: t.functionName(number),
      kind: 'number',
      cell: ({ values }) => (term === 'raw' ? fourDigits(f)(values[number - 1]!) : f.fixed(values[number - 1]!, 3)),
    })),
  ];
  const standardised = page.predictors.map((row) => ({ name: row.predictor, values: row.standardised }));
  const raw = [
    ...page.predictors.map((row) => ({ name: row.predictor, values: row.raw })),
    { name: t.constant, values: page.functions.map(({ constant }) => constant) },
  ];
  return (
    <Section id="functions" title={t.functions} finding={t.functionsFinding(useful, rows.length)}>
      <Table
        label={t.functions}
        rows={rows}
        columns={[
          { header: head('function', t.functionColumn), cell: (row) => t.functionName(row.number) },
          { header: head('eigenvalue', t.eigenvalue), kind: 'number', cell: (row) => f.fixed(row.eigenvalue, 4) },
          { header: head('variance', t.variance), kind: 'number', cell: (row) => f.share(row.variance, 1) },
          { header: t.cumulative, kind: 'number', cell: (row) => f.share(row.cumulative, 1) },
          { header: head('canonical', t.correlation), kind: 'number', cell: (row) => f.fixed(row.correlation, 3) },
          { header: head('wilks', t.restLambda), kind: 'number', cell: (row) => f.fixed(row.wilks, 3) },
          { header: head('test', t.chiSquare), kind: 'number', cell: (row) => f.fixed(row.test.chiSquare, 2) },
          { header: t.df, kind: 'number', cell: (row) => f.whole(row.test.df) },
          { header: head('p', t.significance), kind: 'number', cell: (row) => t.p(row.test.p) },
        ]}
      />
      <Unfold label={t.coefficients}>
        <Block title={t.standardised}>
          <Table label={t.standardised} rows={standardised} columns={coefficients('standardised')} />
        </Block>
        <Block title={t.structureMatrix}>
          <Table label={t.structureMatrix} rows={page.predictors} columns={structureColumns(view)} />
        </Block>
        <Block title={t.raw}>
          <Table label={t.raw} rows={raw} columns={coefficients('raw')} />
        </Block>
      </Unfold>
      <Unfold label={t.multivariate}>
        <Table
          label={t.multivariate}
          rows={page.multivariate}
          columns={[
            { header: head('multivariate', t.criterion), cell: (row) => t.criteria[row.criterion] },
            { header: t.value, kind: 'number', cell: (row) => f.fixed(row.value, 4) },
            { header: head('test', t.f), kind: 'number', cell: (row) => (row.f === null ? none : f.fixed(row.f, 3)) },
            { header: t.df1, kind: 'number', cell: (row) => f.number(row.df1) },
            { header: t.df2, kind: 'number', cell: (row) => f.number(row.df2) },
            { header: head('p', t.significance), kind: 'number', cell: (row) => (row.p === null ? none : t.p(row.p)) },
          ]}
        />
      </Unfold>
    </Section>
  );
}
