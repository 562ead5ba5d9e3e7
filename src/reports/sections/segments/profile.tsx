import type { VNode } from 'preact';
import type { ProfileCell } from '../../data/profile.ts';
import { featureFormat, featureLabel } from '../../features.ts';
import { Block, SegmentName } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import { indexTint } from '../../tint.ts';
import type { View } from '../../view.ts';
import { profileOf } from './profile-of.ts';

/** One feature over all segments. */
interface ProfileRow {
  readonly feature: string;
  readonly base: number;
  readonly cells: ReadonlyMap<string, ProfileCell>;
  readonly write: (value: number) => string;
}

/** Features in the order of the words for them, then the categories. */
function rowsOf(view: View): ProfileRow[] {
  const { t } = view;
  const order = Object.keys(t.features);
  const place = (feature: string): number => (order.includes(feature) ? order.indexOf(feature) : order.length);
  const observed = profileOf(view).filter((cell) => cell.base_mean !== 0 || cell.mean !== 0);
  const features = [...new Set(observed.map(({ feature }) => feature))];
  return features
    .sort((a, b) => place(a) - place(b))
    .map((feature) => {
      const cells = observed.filter((cell) => cell.feature === feature);
      const base = cells[0]!.base_mean;
      const write = featureFormat(view, feature, [base, ...cells.map((cell) => cell.mean)]);
      return { feature, base, cells: new Map(cells.map((cell) => [cell.segment, cell])), write };
    });
}

/** The cell that is highest above its base, in words. */
function strongest(view: View): { name: string; feature: string; index: number } | null {
  const { data } = view;
  const best = profileOf(view).reduce<ProfileCell | null>(
    (most, cell) => ((cell.index ?? 0) > (most?.index ?? 0) ? cell : most),
    null,
  );
  const owner = data.segments.find(({ segment }) => segment === best?.segment);
  if (best?.index == null || owner === undefined) return null;
  return { name: owner.name, feature: featureLabel(view, best.feature), index: best.index };
}

/** Every feature of every segment as an index against all segments, with the mean below; the tint shows how far it is from alike. */
export function Profile({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const rows = rowsOf(view);
  if (rows.length === 0) return null;
  return (
    <Block title={t.segments.profile} sentence={t.segments.profileSentence(strongest(view))}>
      <Table
        label={t.segments.profile}
        rows={rows}
        columns={[
          { header: t.segments.feature, term: 'index', cell: (row) => <bdi>{featureLabel(view, row.feature)}</bdi> },
          { header: t.segments.everyone, kind: 'number', cell: (row) => row.write(row.base) },
          ...data.segments.map(({ segment, index }) => ({
            header: <SegmentName index={index} name={segment} />,
            kind: 'tinted' as const,
            mark: (row: ProfileRow) => indexTint(row.cells.get(segment)?.index ?? null),
            cell: (row: ProfileRow) => {
              const cell = row.cells.get(segment);
              if (cell === undefined) return t.page.none;
              if (cell.index === null) return row.write(cell.mean);
              return (
                <>
                  {f.whole(cell.index)}
                  <small>{row.write(cell.mean)}</small>
                </>
              );
            },
          })),
        ]}
      />
    </Block>
  );
}
