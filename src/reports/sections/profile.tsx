import type { VNode } from 'preact';
import type { ProfileCell } from '../data/segments.ts';
import { featureLabel, featureValue } from '../features.ts';
import { Block, SegmentName } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import { indexTint } from '../tint.ts';
import type { View } from '../view.ts';

/** One feature over all segments. */
interface ProfileRow {
  readonly feature: string;
  readonly base: number;
  readonly cells: ReadonlyMap<string, ProfileCell>;
}

function rowsOf({ t, data }: View): ProfileRow[] {
  const features = [...new Set(data.profile.map(({ feature }) => feature))];
  const order = Object.keys(t.features);
  const place = (feature: string): number => (order.includes(feature) ? order.indexOf(feature) : order.length);
  return features
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((feature) => {
      const cells = data.profile.filter((cell) => cell.feature === feature);
      return { feature, base: cells[0]!.base_mean, cells: new Map(cells.map((cell) => [cell.segment, cell])) };
    });
}

/** Every feature of every segment as an index against all segments, with the mean below; the tint shows how far it is from alike. */
export function Profile({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const rows = rowsOf(view);
  if (rows.length === 0) return null;
  const strongest = data.profile.reduce<ProfileCell | null>(
    (best, cell) => ((cell.index ?? 0) > (best?.index ?? 0) ? cell : best),
    null,
  );
  const owner = data.segments.find(({ segment }) => segment === strongest?.segment);
  const mark =
    strongest?.index == null || owner === undefined
      ? null
      : { name: owner.name, feature: featureLabel(view, strongest.feature), index: strongest.index };
  return (
    <Block title={t.segments.profile} sentence={t.segments.profileSentence(mark)}>
      <Table
        label={t.segments.profile}
        rows={rows}
        columns={[
          { header: t.segments.feature, term: 'index', cell: (row) => featureLabel(view, row.feature) },
          {
            header: t.segments.everyone,
            kind: 'number',
            cell: (row) => featureValue(view, row.feature, row.base),
          },
          ...data.segments.map((segment) => ({
            header: <SegmentName index={segment.index} name={segment.segment} />,
            kind: 'tinted' as const,
            mark: (row: ProfileRow) => indexTint(row.cells.get(segment.segment)?.index ?? null),
            cell: (row: ProfileRow) => {
              const cell = row.cells.get(segment.segment);
              if (cell === undefined) return t.page.none;
              const mean = featureValue(view, row.feature, cell.mean);
              return cell.index === null ? (
                mean
              ) : (
                <>
                  {f.whole(cell.index)}
                  <small>{mean}</small>
                </>
              );
            },
          })),
        ]}
      />
    </Block>
  );
}
