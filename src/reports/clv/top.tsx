import type { VNode } from 'preact';
import { none } from '../../text/format.ts';
import { Table } from '../parts/table.tsx';
import type { Words } from '../view.ts';
import type { PageCustomer } from './data.ts';

/** The customers with the highest lifetime value. */
export function Top({ words: { t, f }, top }: { words: Words; top: readonly PageCustomer[] }): VNode {
  const w = t.clv;
  return (
    <Table
      label={w.top}
      rows={top}
      columns={[
        { header: w.customer, cell: ({ customer }) => <bdi>{customer}</bdi> },
        { header: w.value, term: 'lifetime_value', kind: 'number', cell: ({ value }) => f.exactMoney(value) },
        { header: w.pAlive, term: 'p_alive', kind: 'number', cell: ({ alive }) => f.share(alive) },
        { header: w.purchases, kind: 'number', cell: ({ purchases }) => f.fixed(purchases, 1) },
        { header: w.each, kind: 'number', cell: ({ spend }) => f.exactMoney(spend) },
        { header: w.last, kind: 'number', cell: ({ last }) => last },
        { header: w.next, term: 'next_purchase', kind: 'number', cell: ({ next }) => next ?? none },
        { header: w.overdue, term: 'overdue', kind: 'number', cell: ({ overdue }) => f.share(overdue) },
      ]}
    />
  );
}
