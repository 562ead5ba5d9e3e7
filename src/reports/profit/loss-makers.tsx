import type { VNode } from 'preact';
import type { ProfitSpread } from '../data/profit-spread.ts';
import { Block, Unfold } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import type { Words } from '../view.ts';

/** Who costs more than they bring, by the line that makes them so, and the worst with theirs in words. */
export function LossMakers({ words, spread }: { words: Words; spread: ProfitSpread }): VNode {
  const { f } = words;
  const t = words.t.spread;
  const { lossReasons: reasons, lossMakers: makers } = spread;
  const [first] = reasons;
  if (first === undefined) return <Block title={t.makers} sentence={t.makersNone} />;
  const all = reasons.reduce((sum, { customers }) => sum + customers, 0);
  const money = f.moneyLike(reasons.map(({ profit }) => profit));
  return (
    <Block title={t.makers} sentence={t.makersSentence(first.reason, first.customers, all, first.profit)}>
      <Table
        label={t.makers}
        rows={reasons}
        columns={[
          { header: t.reason, cell: (row) => t.reasonOf(row.reason) },
          { header: t.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: t.loss, kind: 'number', mark: () => 'negative', cell: (row) => money(row.profit) },
          { header: t.excess, kind: 'number', cell: (row) => money(row.excess) },
        ]}
      />
      <Unfold label={t.worst}>
        <Table
          label={t.worst}
          rows={makers}
          columns={[
            { header: t.customer, cell: (row) => <bdi>{row.customer_id}</bdi> },
            { header: t.orders, kind: 'number', cell: (row) => f.whole(row.orders) },
            { header: t.loss, kind: 'number', mark: () => 'negative', cell: (row) => f.exactMoney(row.profit) },
            {
              header: t.why,
              cell: (row) => t.whySentence(row.reason, row.amount, row.usual_amount, row.profit_at_usual),
            },
          ]}
        />
      </Unfold>
    </Block>
  );
}
