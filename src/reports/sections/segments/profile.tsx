import type { VNode } from 'preact';
import { valueWriter } from '../../../text/feature-value.ts';
import type { ProfileCell } from '../../data/profile.ts';
import { featureLabel } from '../../features.ts';
import { Block, SegmentName, Unfold } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import { doublings, indexTint } from '../../tint.ts';
import type { View } from '../../view.ts';
import { profileOf } from './profile-of.ts';

/** One feature over all segments. */
interface ProfileRow {
  readonly feature: string;
  readonly base: number;
  readonly baseMedian: number | null;
  readonly cells: ReadonlyMap<string, ProfileCell>;
  readonly write: (value: number) => string;
}

/** A category has the share of all money of the segment, whoever spent it; on the cards stands the mean of the customers' own shares. */
function labelOf(view: View, feature: string): string {
  const category = /^category_share:(.*)$/s.exec(feature)?.[1];
  return category === undefined ? featureLabel(view, feature) : view.t.segments.ofMoney(category);
}

/** Features in the order of the words for them, then the categories. */
function rowsOf(view: View): ProfileRow[] {
  const { t, f } = view;
  const order = Object.keys(t.features);
  const place = (feature: string): number => (order.includes(feature) ? order.indexOf(feature) : order.length);
  const observed = profileOf(view).filter((cell) => cell.base_mean !== 0 || cell.mean !== 0);
  const features = [...new Set(observed.map(({ feature }) => feature))];
  return features
    .sort((a, b) => place(a) - place(b))
    .map((feature) => {
      const cells = observed.filter((cell) => cell.feature === feature);
      const { base_mean: base, base_median: baseMedian } = cells[0]!;
      const write = valueWriter(feature, [base, ...cells.map((cell) => cell.mean)], f, 'table');
      return { feature, base, baseMedian, cells: new Map(cells.map((cell) => [cell.segment, cell])), write };
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
  return { name: owner.name, feature: labelOf(view, best.feature), index: best.index };
}

/** So many features say most; the others are to unfold. */
const telling = 10;

/** How far a feature is from alike in the segment where it is farthest, in doublings. */
const distance = ({ cells }: ProfileRow): number =>
  Math.max(0, ...[...cells.values()].map(({ index }) => (index === null ? 0 : Math.abs(doublings(index)))));

/** Those that differ most, and the rest, each in the order of before. */
function parted(rows: readonly ProfileRow[]): { shown: ProfileRow[]; rest: ProfileRow[] } {
  const most = new Set([...rows].sort((a, b) => distance(b) - distance(a)).slice(0, telling));
  return { shown: rows.filter((row) => most.has(row)), rest: rows.filter((row) => !most.has(row)) };
}

/** The same with medians, to unfold; categories have none. */
function Medians({ view, rows }: { view: View; rows: readonly ProfileRow[] }): VNode {
  const { t, data } = view;
  return (
    <Unfold label={t.segments.medians}>
      <Table
        label={t.segments.medians}
        from="marts.segment_profile"
        rows={rows.filter(({ baseMedian }) => baseMedian !== null)}
        columns={[
          { header: t.segments.feature, term: 'median', cell: (row) => <bdi>{labelOf(view, row.feature)}</bdi> },
          { header: t.segments.everyone, kind: 'number', cell: (row) => row.write(row.baseMedian!) },
          ...data.segments.map(({ segment, index }) => ({
            header: <SegmentName index={index} name={segment} />,
            segment,
            kind: 'number' as const,
            cell: (row: ProfileRow) => {
              const median = row.cells.get(segment)?.median ?? null;
              return median === null ? t.page.none : row.write(median);
            },
          })),
        ]}
      />
    </Unfold>
  );
}

/** Features of every segment as an index against all segments, with the mean below; the tint shows how far it is from alike. */
function Indexes({ view, label, rows }: { view: View; label: string; rows: readonly ProfileRow[] }): VNode {
  const { t, f, data } = view;
  return (
    <Table
      label={label}
      from="marts.segment_profile"
      rows={rows}
      columns={[
        { header: t.segments.feature, term: 'index', cell: (row) => <bdi>{labelOf(view, row.feature)}</bdi> },
        { header: t.segments.everyone, kind: 'number', cell: (row) => row.write(row.base) },
        ...data.segments.map(({ segment, index }) => ({
          header: <SegmentName index={index} name={segment} />,
          segment,
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
  );
}

/** How the segments differ: the features that tell most, the others and the medians to unfold. */
export function Profile({ view }: { view: View }): VNode | null {
  const { t } = view;
  const rows = rowsOf(view);
  if (rows.length === 0) return null;
  const { shown, rest } = parted(rows);
  const more = t.segments.otherFeatures(rest.length);
  const pooled = rows.some(({ feature }) => feature.startsWith('category_share:'));
  return (
    <Block title={t.segments.profile} sentence={t.segments.profileSentence(strongest(view), pooled)}>
      <Indexes view={view} label={t.segments.profile} rows={shown} />
      {rest.length === 0 ? null : (
        <Unfold label={more}>
          <Indexes view={view} label={more} rows={rest} />
        </Unfold>
      )}
      <Medians view={view} rows={rows} />
    </Block>
  );
}
