import type { VNode } from 'preact';
import { Block, SegmentName } from '../../parts/pieces.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { correlationTint } from '../../tint.ts';
import { ratio, segmentOf } from '../../view.ts';
import type { AnalysisProps } from './analysis.ts';

/** More segments than these would not be read. */
const most = 12;

/** Where the customers of each segment are put by their attributes, in shares of the row. */
export function Classification({ view, analysis }: AnalysisProps): VNode | null {
  const { t, f } = view;
  const words = t.discriminant;
  const { segments, counts } = analysis.table;
  if (segments.length === 0 || segments.length > most) return null;
  const rows = segments.map((segment, i) => {
    const row = counts[i] ?? [];
    const all = row.reduce((sum, count) => sum + count, 0);
    return { segment, own: i, shares: row.map((count) => ratio(count, all)) };
  });
  const name = (segment: string): string => segmentOf(view, segment)?.name ?? segment;
  const index = (segment: string): number => segmentOf(view, segment)?.index ?? 0;
  const own = (row: (typeof rows)[number]): number => row.shares[row.own] ?? 0;
  const everyone = (row: (typeof rows)[number]): number =>
    ratio(
      counts.reduce((sum, others) => sum + (others[row.own] ?? 0), 0),
      counts.flat().reduce((sum, count) => sum + count, 0),
    );
  const lead = (row: (typeof rows)[number]): number => own(row) - everyone(row);
  const best = rows.reduce((top, row) => (lead(row) > lead(top) ? row : top));
  return (
    <Block title={words.table} sentence={words.tableSentence(name(best.segment), own(best), everyone(best))}>
      <Table
        label={words.table}
        from="models.fitted"
        rows={rows}
        columns={[
          {
            header: words.own,
            term: 'hit_ratio',
            cell: (row) => <SegmentName index={index(row.segment)} name={`${row.segment}  ${name(row.segment)}`} />,
          },
          ...segments.map((segment, j): TableColumn<(typeof rows)[number]> => ({
            header: <SegmentName index={index(segment)} name={segment} />,
            kind: 'tinted',
            mark: (row) => correlationTint(row.own === j ? (row.shares[j] ?? 0) : -(row.shares[j] ?? 0)),
            cell: (row) => f.share(row.shares[j] ?? 0),
          })),
        ]}
      />
    </Block>
  );
}
