import type { VNode } from 'preact';
import { plain } from '../../../text/phrase.ts';
import { plainFeature } from '../../../text/feature.ts';
import { fingerprintPlot, leastEffect, type FingerprintRow } from '../../charts/fingerprint.ts';
import { segmentClass } from '../../charts/palette.ts';
import { draw } from '../../charts/svg.ts';
import type { Segment } from '../../data/segments.ts';
import { featureLabel } from '../../features.ts';
import { FileLink } from '../../parts/file-link.tsx';
import { doublings } from '../../tint.ts';
import { fileOf, shareOfSegments, type View } from '../../view.ts';
import { FeatureTable, NearestSegment, Rules, sayFeatures, TypicalCustomers } from './apart.tsx';
import { profileOf } from './profile-of.ts';

/** From what index on, or below its inverse, a feature is worth a mention. */
const notable = 115;

/** The features of the model that set a segment apart, the largest effects first, five at most. */
const distinctive = (view: View, segment: Segment): FingerprintRow[] =>
  sayFeatures(view, segment)
    .filter(({ effect_size: effect }) => Math.abs(effect ?? 0) >= leastEffect)
    .slice(0, 5)
    .map(({ feature, label, mean, base_mean: base, effect_size: effect, write }) => ({
      feature,
      label,
      means: view.t.effects.means(write(mean), write(base)),
      effect: effect!,
    }));

/** What else stands out, that the model does not look at: the indexes farthest from 100, three at most. */
function furthermore(view: View, { segment, features }: Segment): string[] {
  const known = new Set(features.map(({ feature }) => plainFeature(feature)));
  const far = (index: number): number => Math.abs(doublings(index));
  return profileOf(view)
    .filter((cell) => cell.segment === segment && cell.index !== null && cell.index > 0)
    .filter(({ feature }) => !feature.includes(':') && !known.has(feature))
    .map(({ feature, index }) => ({ feature, index: index! }))
    .filter(({ index }) => far(index) >= far(notable))
    .sort((a, b) => far(b.index) - far(a.index) || (a.feature < b.feature ? -1 : 1))
    .slice(0, 3)
    .map(({ feature, index }) => view.t.segments.distinct(featureLabel(view, feature), index / 100));
}

/** One segment: its size, what it brings, what sets it apart, who stands for it, its file. */
export function SegmentCard({ view, segment }: { view: View; segment: Segment }): VNode {
  const { t, f, data, worth } = view;
  const features = distinctive(view, segment);
  const more = furthermore(view, segment);
  const shares = worth === 'profit' ? (['net_revenue', 'profit'] as const) : ([worth] as const);
  return (
    <li class={segmentClass(segment.index)} data-segment={segment.segment}>
      <h3>
        <span class="soft">{segment.segment}</span> <bdi>{segment.name}</bdi>
      </h3>
      <dl class="facts">
        <div>
          <dt>{t.segments.customers}</dt>
          <dd>{f.whole(segment.customers)}</dd>
        </div>
        {shares.map((key) => (
          <div>
            <dt>{t.worth[key].share}</dt>
            <dd>{f.share(shareOfSegments(data, segment, key))}</dd>
          </div>
        ))}
        <div>
          <dt>{t.worth[worth].each}</dt>
          <dd>{segment.customers === 0 ? t.page.none : f.money(segment[worth] / segment.customers)}</dd>
        </div>
      </dl>
      <p class="small">
        <bdi>{segment.description}</bdi> <FileLink file={fileOf(view, { segment: segment.segment })} t={t} />
      </p>
      {features.length === 0 ? null : (
        <div class="chart">
          {draw(plain(t.effects.fingerprint(segment.name)), fingerprintPlot(features, t.effects.signed))}
        </div>
      )}
      <Rules view={view} segment={segment} />
      <FeatureTable view={view} segment={segment} />
      {more.length === 0 ? null : <p class="small">{t.segments.also(more)}</p>}
      <NearestSegment view={view} segment={segment} />
      <TypicalCustomers view={view} segment={segment} />
    </li>
  );
}
