import { featureParts, unitOf } from '../text/feature.ts';
import { valueWriter } from '../text/feature-value.ts';
import type { Format } from '../text/format.ts';
import { keepNames, type KnownNames } from './keep-names.ts';
import {
  benchmarks,
  byEffect,
  inTheMiddle,
  withoutConsequences,
  type FeatureLevel,
  type NamedSegment,
  type SegmentProfile,
} from './profile.ts';
import { sayFeature, sayMeasure, wordsFor } from './words.ts';

/** Features that a sentence mentions. */
const mentioned = 3;

/** Of what a mean share is one: not of the customers, each of whom has one of their own. */
const wholes: Readonly<Record<string, string>> = {
  category_share: 'of their money on',
  channel_share: 'of their orders by',
};

/** `81% of their orders by store (all: 23%)`, `orders 9.1 (all: 3.2)` */
function compare({ feature, mean, base }: FeatureLevel, f: Format): string {
  const [here, all] = [mean, base].map(valueWriter(feature, [mean, base], f, 'sentence'));
  const { column, value, kind } = featureParts(feature);
  const said = kind === 'share' ? `${wholes[column]!} ${value!}` : sayFeature(feature);
  return `${unitOf(feature) === 'share' && !said.startsWith('share') ? `${here} ${said}` : `${said} ${here}`} (all: ${all})`;
}

/** Does the segment lie to the side that its effect says? */
const agrees = (effect: number, own: number, base: number): boolean => (own - base) * effect > 0;

/**
 * What sets a segment apart, beside all customers: means or, where few large values take these to the other side than the effect on the transformed values,
 * medians (`median days since last purchase 99 (all: 76)`); where those lie no better, the side alone, in words: `long absent`.
 */
function contrast(level: FeatureLevel, f: Format): string {
  const { feature, effect, mean, base, medians } = level;
  if (agrees(effect, mean, base)) return compare(level, f);
  if (medians && agrees(effect, medians.own, medians.base))
    return `median ${compare({ ...level, mean: medians.own, base: medians.base }, f)}`;
  const { high, low } = wordsFor(feature, mean);
  return effect > 0 ? high : low;
}

/** The first of some features, in words. */
const someOf = (
  features: readonly FeatureLevel[],
  f: Format,
  say: (level: FeatureLevel, f: Format) => string,
): string => f.list(features.slice(0, mentioned).map((level) => say(level, f)));

/** What the segment is in the middle of, the narrowest first. */
function amid(features: readonly FeatureLevel[], f: Format): string {
  const found = inTheMiddle(features);
  if (found.length === 0) return '';
  const measures = f.list(found.slice(0, mentioned).map(({ feature }) => sayMeasure(feature)));
  return ` They are in the middle on ${measures}, and much alike there; on average: ${someOf(found, f, compare)}.`;
}

/** What sets the segment apart, strongest first, in words as strong as the effects. */
function apart(features: readonly FeatureLevel[], f: Format): string {
  if (features.length === 0) return '';
  const ordered = byEffect(features).filter(({ effect }) => Math.abs(effect) >= benchmarks.small);
  const strongest = Math.abs(ordered[0]?.effect ?? 0);
  const said = someOf(withoutConsequences(ordered), f, contrast);
  if (strongest < benchmarks.small) return amid(features, f) || ' They hardly differ from the others.';
  if (strongest < benchmarks.medium)
    return `${amid(features, f)} They differ a little from the others, on average: ${said}.`;
  return ` What sets them${strongest < benchmarks.large ? '' : ' clearly'} apart, on average: ${said}.`;
}

/** `with 24.7% of their net revenue and 31% of their profit` */
function brings({ shares }: SegmentProfile, f: Format): string {
  const [revenue, profit] = [shares?.netRevenue ?? null, shares?.profit ?? null];
  const parts = [
    ...(revenue === null ? [] : [`${f.share(revenue)} of the net revenue`]),
    ...(profit === null || profit < 0 ? [] : [`${f.share(profit)} of the profit`]),
  ];
  const loss = profit !== null && profit < 0 ? ', at a loss' : '';
  return parts.length === 0 ? loss : `, with ${f.list(parts)} of all segments${loss}`;
}

/**
 * Says of a segment how many customers it has, what they bring, and what sets them apart: `312 customers, 16% of those in a segment, with
 * 20% of the net revenue and 31% of the profit of all segments. What sets them clearly apart, on average: orders 9.1 (all: 3.2).`
 */
function sentence(profile: SegmentProfile, all: number, f: Format): string {
  const { customers, features } = profile;
  if (customers === 0) return '0 customers: nobody is in it now.';
  const share = f.share(customers / all);
  const people = `${f.whole(customers)} ${customers === 1 ? 'customer' : 'customers'}`;
  return `${people}, ${share} of those in a segment${brings(profile, f)}.${apart(features, f)}`;
}

/**
 * Names and describes segments from their profiles; those that have a name already keep it. `f` writes the figures. A pure function: the
 * same profiles give the same words.
 */
export function describeSegments(profiles: readonly SegmentProfile[], f: Format, known?: KnownNames): NamedSegment[] {
  const all = profiles.reduce((sum, profile) => sum + profile.customers, 0);
  const names = keepNames(profiles, known);
  return profiles.map((profile, i) => ({
    segment: profile.segment,
    ...names[i]!,
    customers: profile.customers,
    description: sentence(profile, all, f),
  }));
}
