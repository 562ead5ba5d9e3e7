import type { VNode } from 'preact';
import { nowhere, type Flow } from '../../moves.ts';
import { SegmentCode } from '../../parts/pieces.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ratio, segmentLabel, segmentOf, type View } from '../../view.ts';

/** From every segment to every segment: customers, and their share of those who were in the one of the row. */
export function Matrix({ view, flows }: { view: View; flows: readonly Flow[] }): VNode {
  const { t, f, data } = view;
  const { moves } = data.history;
  const count = (from: string | null, to: string | null): number =>
    moves
      .filter(
        (move) => (from ?? move.from_segment) === move.from_segment && (to ?? move.to_segment) === move.to_segment,
      )
      .reduce((sum, { customers }) => sum + customers, 0);
  const codes = flows.map(({ segment }) => segment);
  const from = [...codes, nowhere].filter((code) => count(code, null) > 0);
  const to = [...codes, nowhere].filter((code) => count(null, code) > 0);
  const rowName = (code: string | null): string => {
    if (code === null) return t.history.now;
    return code === nowhere ? t.history.fromNowhere : segmentLabel(view, code);
  };
  return (
    <Table<string | null>
      label={t.history.matrix}
      from="marts.segment_migration"
      rows={from}
      sums={[null]}
      columns={[
        { header: t.history.from, term: 'move', cell: (row) => <bdi>{rowName(row)}</bdi> },
        ...to.map((column): TableColumn<string | null> => ({
          header:
            column === nowhere ? t.history.toNowhere : <SegmentCode segment={segmentOf(view, column)} code={column} />,
          kind: 'number',
          mark: (row) => (row === column ? 'soft' : undefined),
          cell: (row) => {
            const customers = count(row, column);
            if (row === null) return f.whole(customers);
            if (customers === 0) return t.page.none;
            return (
              <>
                {f.whole(customers)}
                <small>{f.share(ratio(customers, count(row, null)), 1)}</small>
              </>
            );
          },
        })),
        {
          header: t.history.before,
          kind: 'number',
          cell: (row) => f.whole(count(row, null)),
        },
      ]}
    />
  );
}
