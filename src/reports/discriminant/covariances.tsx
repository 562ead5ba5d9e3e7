import type { VNode } from 'preact';
import { none } from '../../text/format.ts';
import { Block, Section, Unfold } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import { head, level, type DiscriminantView } from './pieces.tsx';

/** Have the classes the same covariances, and how far they are drawn in. */
export function Covariances({ view }: { view: DiscriminantView }): VNode {
  const { t, f, page } = view;
  const { boxM, shrinkage } = page;
  const { test } = boxM;
  const number = (value: number | null, digits = 3): string => (value === null ? none : f.fixed(value, digits));
  const finding =
    test === null ? t.noBox(boxM.reason ?? '') : t.boxFinding(test.f?.p ?? test.chiSquare.p, level, page.linear);
  const approximations = [
    ...(test === null || test.f === null ? [] : [{ name: t.f, value: test.f.f, ...test.f }]),
    ...(test === null
      ? []
      : [
          {
            name: t.chiSquare,
            value: test.chiSquare.chiSquare,
            df1: test.chiSquare.df,
            df2: null,
            p: test.chiSquare.p,
          },
        ]),
  ];
  const determinants = [...boxM.classes, { name: t.pooled, ...boxM.pooled, note: null }];
  return (
    <Section id="covariances" title={t.covariances} finding={finding}>
      {test === null ? null : (
        <Table
          label={t.box}
          rows={approximations}
          columns={[
            { header: head('test', t.approximation), cell: (row) => row.name },
            { header: head('box_m', t.box), kind: 'number', cell: () => f.fixed(test.m, 2) },
            { header: t.value, kind: 'number', cell: (row) => f.fixed(row.value, 3) },
            { header: t.df1, kind: 'number', cell: (row) => f.number(row.df1) },
            { header: t.df2, kind: 'number', cell: (row) => (row.df2 === null ? none : f.number(row.df2)) },
            { header: head('p', t.significance), kind: 'number', cell: (row) => t.p(row.p) },
          ]}
        />
      )}
      <Unfold label={t.lnDeterminant}>
        <Table
          label={t.lnDeterminant}
          rows={determinants}
          columns={[
            { header: head('class', t.class), cell: (row) => <bdi>{row.name}</bdi> },
            { header: t.rank, kind: 'number', cell: (row) => f.whole(row.rank) },
            {
              header: head('determinant', t.lnDeterminant),
              kind: 'number',
              cell: (row) => number(row.lnDeterminant),
            },
            ...(determinants.some(({ note }) => note !== null)
              ? [{ header: t.leftOut, cell: (row: (typeof determinants)[number]) => row.note ?? '' }]
              : []),
          ]}
        />
      </Unfold>
      {shrinkage === null ? null : (
        <Block title={t.shrinkage} sentence={t.shrinkageSentence(shrinkage.pooled, shrinkage.diagonal)}>
          {shrinkage.tried.length === 0 ? null : (
            <Unfold label={t.unfold(t.shrinkage, shrinkage.tried.length)}>
              <Table
                label={t.shrinkage}
                rows={shrinkage.tried}
                emphasis={(row) => row.pooled === shrinkage.pooled && row.diagonal === shrinkage.diagonal}
                columns={[
                  { header: head('shrinkage', t.towardsPooled), cell: (row) => f.number(row.pooled, 3) },
                  { header: t.towardsDiagonal, kind: 'number', cell: (row) => f.number(row.diagonal, 3) },
                  {
                    header: head('log_posterior', t.logPosterior),
                    kind: 'number',
                    cell: (row) => number(row.logPosterior, 4),
                  },
                  {
                    header: head('hit_ratio', t.hitRatio),
                    kind: 'number',
                    cell: (row) => (row.hitRatio === null ? none : f.share(row.hitRatio, 1)),
                  },
                ]}
              />
            </Unfold>
          )}
        </Block>
      )}
    </Section>
  );
}
