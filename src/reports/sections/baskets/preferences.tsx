import type { VNode } from 'preact';
import type { CategoryPreference } from '../../data/baskets.ts';
import { Block, SegmentName } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import { indexTint } from '../../tint.ts';
import { segmentName, type View } from '../../view.ts';

/** One category over all segments. */
interface CategoryRow {
  readonly category: string;
  readonly base: number;
  readonly cells: ReadonlyMap<string, CategoryPreference>;
}

function rowsOf({ data }: View): CategoryRow[] {
  const { preferences } = data.baskets;
  return [...new Set(preferences.map(({ category }) => category))].map((category) => {
    const cells = preferences.filter((cell) => cell.category === category);
    return { category, base: cells[0]!.base_share, cells: new Map(cells.map((cell) => [cell.segment, cell])) };
  });
}

/** Which share of the customers of each segment buys from each category. */
export function Preferences({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const rows = rowsOf(view);
  if (rows.length < 2) return null;
  const best = data.baskets.preferences.toSorted((a, b) => b.index - a.index)[0]!;
  return (
    <Block
      title={t.baskets.preferences}
      sentence={t.baskets.preferencesSentence(
        segmentName(view, best.segment),
        best.category,
        best.share,
        best.base_share,
      )}
    >
      <Table
        label={t.baskets.preferences}
        from="marts.category_preference"
        rows={rows}
        columns={[
          { header: t.baskets.category, cell: ({ category }) => <bdi>{category}</bdi> },
          { header: t.baskets.everyone, kind: 'number', cell: ({ base }) => f.share(base) },
          ...data.segments.map(({ segment, index }) => ({
            header: <SegmentName index={index} name={segment} />,
            segment,
            kind: 'tinted' as const,
            mark: ({ cells }: CategoryRow) => indexTint(cells.get(segment)?.index ?? null),
            cell: ({ cells }: CategoryRow) => {
              const cell = cells.get(segment);
              return cell === undefined ? (
                t.page.none
              ) : (
                <>
                  {f.whole(cell.index)}
                  <small>{f.share(cell.share)}</small>
                </>
              );
            },
          })),
        ]}
      />
    </Block>
  );
}
