import type { VNode } from 'preact';
import { none } from '../../text/format.ts';
import { Table } from '../parts/table.tsx';
import type { PagePart } from './data.ts';
import { head, type ResponseView } from './view.tsx';

/** The rows in ten parts, the most likely hits first. */
export function LiftTable({ view }: { view: ResponseView }): VNode {
  const { t, f, response } = view;
  return (
    <Table
      label={t.lift}
      rows={response.deciles}
      dense
      columns={[
        { header: t.decile, cell: (row) => f.whole(row.part) },
        { header: t.count, kind: 'number', cell: (row) => f.whole(row.rows) },
        { header: head('hit', t.hits), kind: 'number', cell: (row) => f.number(row.hits) },
        { header: t.rate, kind: 'number', cell: (row) => f.share(row.rate, 1) },
        { header: head('lift', t.liftColumn), kind: 'number', cell: (row) => f.fixed(row.lift, 2) },
        { header: head('gain', t.cumulativeGain), kind: 'number', cell: (row) => f.share(row.cumulativeGain, 1) },
        { header: t.cumulativeLift, kind: 'number', cell: (row) => f.fixed(row.cumulativeLift, 2) },
        { header: head('calibration', t.expected), kind: 'number', cell: (row) => f.share(row.expectedRate, 1) },
        { header: head('cut_off', t.leastScore), kind: 'number', cell: (row) => f.fixed(row.leastScore, 4) },
        ...(response.stakes === null
          ? []
          : [
              {
                header: t.cumulativeProfit,
                kind: 'number' as const,
                cell: ({ profit }: PagePart) => (profit === null ? none : f.number(profit, 2)),
              },
            ]),
      ]}
    />
  );
}
