import type { VNode } from 'preact';
import { Block } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import type { View } from '../../view.ts';

/** Goods of one category that the same customers buy, but seldom in one order. */
export function SubstituteGoods({ view }: { view: View }): VNode {
  const { t, f, data } = view;
  const { substitutes } = data.baskets;
  const title = t.baskets.substitutes;
  if (substitutes.length === 0) return <Block title={title} sentence={t.baskets.noSubstitutes} />;
  return (
    <Block title={title} sentence={t.baskets.substitutesSentence}>
      <Table
        label={title}
        rows={substitutes}
        columns={[
          { header: t.baskets.good, cell: (row) => <bdi>{row.name}</bdi> },
          { header: t.baskets.otherGood, cell: (row) => <bdi>{row.other_name}</bdi> },
          { header: t.baskets.together('basket'), kind: 'number', cell: (row) => f.whole(row.baskets) },
          { header: t.baskets.together('customer'), kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: t.baskets.orderQ, term: 'yules_q', kind: 'number', cell: (row) => f.signed(row.yules_q, 2) },
          {
            header: t.baskets.customerQ,
            term: 'yules_q',
            kind: 'number',
            cell: (row) => f.signed(row.customer_yules_q, 2),
          },
        ]}
      />
    </Block>
  );
}
