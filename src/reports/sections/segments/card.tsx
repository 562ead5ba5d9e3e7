import type { VNode } from 'preact';
import { plain } from '../../../text/phrase.ts';
import { fingerprintPlot } from '../../charts/fingerprint.ts';
import { segmentClass } from '../../charts/palette.ts';
import { draw } from '../../charts/svg.ts';
import type { ProfileCell } from '../../data/profile.ts';
import type { Segment } from '../../data/segments.ts';
import { featureLabel } from '../../features.ts';
import { FileLink } from '../../parts/file-link.tsx';
import { fileOf, ratio, type View } from '../../view.ts';
import { profileOf } from './profile-of.ts';

/** From what index on, or below its inverse, a feature is worth a mention. */
const notable = 115;

/** Hardly anyone does it at all, so that its index means little. */
const seldom = ({ feature, base_mean: base }: ProfileCell): boolean =>
  feature.startsWith('category_share:') && base < 0.02;

/** The features that set a segment apart: those farthest above the base, then those farthest below, three of each at most. */
function distinctive(view: View, { segment }: Segment) {
  const rows = profileOf(view)
    .filter((cell) => cell.segment === segment && cell.index !== null && !seldom(cell))
    .map(({ feature, index }) => ({
      feature,
      index: index!,
      label: view.t.segments.distinct(featureLabel(view, feature), index! / 100),
    }))
    .sort((a, b) => b.index - a.index || (a.feature < b.feature ? -1 : 1));
  const above = rows.filter((row) => row.index >= notable).slice(0, 3);
  const below = rows.filter((row) => row.index <= 10_000 / notable).slice(-3);
  return [...above, ...below];
}

/** One segment: its size, what it brings, what sets it apart, its file. */
export function SegmentCard({ view, segment }: { view: View; segment: Segment }): VNode {
  const { t, f, data, worth } = view;
  const features = distinctive(view, segment);
  return (
    <li class={segmentClass(segment.index)}>
      <h3>
        <span class="soft">{segment.segment}</span> <bdi>{segment.name}</bdi>
      </h3>
      <dl class="facts">
        <div>
          <dt>{t.segments.customers}</dt>
          <dd>{f.whole(segment.customers)}</dd>
        </div>
        <div>
          <dt>{t.worth[worth].share}</dt>
          <dd>{f.share(ratio(segment[worth], data.total[worth]))}</dd>
        </div>
        <div>
          <dt>{t.worth[worth].each}</dt>
          <dd>{f.money(ratio(segment[worth], segment.customers))}</dd>
        </div>
      </dl>
      {features.length === 0 ? null : (
        <div class="chart">{draw(plain(t.segments.fingerprint(segment.name)), fingerprintPlot(features))}</div>
      )}
      <p class="small">
        <FileLink file={fileOf(view, { segment: segment.segment })} t={t} />
      </p>
    </li>
  );
}
