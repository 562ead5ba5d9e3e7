import { featureParts } from '../text/feature.ts';
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
import { sayFeature, sayMeasure, wordsFor, type Words } from './words.ts';

/** Features that a sentence mentions. */
const mentioned = 3;

/** The words of one language, and the figures in them. */
interface Telling {
  readonly words: Words;
  readonly f: Format;
}

/** `81% of their orders by store (all: 23%)`, `orders 9.1 (all: 3.2)` */
function compare({ words, f }: Telling, { feature, mean, base }: FeatureLevel): string {
  const { naming } = words;
  const [here, all] = [mean, base].map(valueWriter(feature, [mean, base], f, 'sentence')) as [string, string];
  const { column, value, kind } = featureParts(feature);
  if (kind === 'share')
    return column === 'category_share'
      ? naming.comparedCategory(value!, here, all)
      : naming.comparedChannel(value!, here, all);
  const said = sayFeature(words, feature);
  return kind === 'level' ? naming.comparedLevel(said, here, all) : naming.compared(said, here, all);
}

/** Does the segment lie to the side that its effect says? */
const agrees = (effect: number, own: number, base: number): boolean => (own - base) * effect > 0;

/**
 * What sets a segment apart, beside all customers: means or, where few large values take these to the other side than the effect on the transformed values,
 * medians (`median days since last purchase 99 (all: 76)`); where those lie no better, the side alone, in words: `long absent`.
 */
function contrast(telling: Telling, level: FeatureLevel): string {
  const { words } = telling;
  const { feature, effect, mean, base, medians } = level;
  if (agrees(effect, mean, base)) return compare(telling, level);
  if (medians && agrees(effect, medians.own, medians.base))
    return words.naming.median(compare(telling, { ...level, mean: medians.own, base: medians.base }));
  const { high, low } = wordsFor(words, feature, mean);
  return effect > 0 ? high : low;
}

/** The first of some features, in words. */
const someOf = ({ f }: Telling, features: readonly FeatureLevel[], say: (level: FeatureLevel) => string): string =>
  f.list(features.slice(0, mentioned).map(say));

/** What the segment is in the middle of, the narrowest first; null: nothing. */
function amid(telling: Telling, features: readonly FeatureLevel[]): string | null {
  const { words } = telling;
  const found = inTheMiddle(features);
  if (found.length === 0) return null;
  const measures = someOf(telling, found, ({ feature }) => sayMeasure(words, feature));
  return words.naming.inTheMiddle(
    measures,
    someOf(telling, found, (level) => compare(telling, level)),
  );
}

/** What sets the segment apart, strongest first, in words as strong as the effects. */
function apart(telling: Telling, features: readonly FeatureLevel[]): string[] {
  if (features.length === 0) return [];
  const { naming } = telling.words;
  const ordered = byEffect(features).filter(({ effect }) => Math.abs(effect) >= benchmarks.small);
  const strongest = Math.abs(ordered[0]?.effect ?? 0);
  const middle = amid(telling, features);
  if (strongest < benchmarks.small) return [middle ?? naming.alike];
  const said = someOf(telling, withoutConsequences(ordered), (level) => contrast(telling, level));
  if (strongest < benchmarks.medium) return [...(middle === null ? [] : [middle]), naming.differ(said)];
  return [strongest < benchmarks.large ? naming.apart(said) : naming.clearlyApart(said)];
}

/**
 * Says of a segment how many customers it has, what they bring, and what sets them apart: `312 customers, 16% of those in a segment, with
 * 20% of the net revenue and 31% of the profit of all segments. What sets them clearly apart, on average: orders 9.1 (all: 3.2).`
 */
function sentence(telling: Telling, { customers, features, shares }: SegmentProfile, all: number): string {
  const { naming } = telling.words;
  if (customers === 0) return naming.empty;
  const { netRevenue = null, profit = null } = shares ?? {};
  return [naming.size(customers, customers / all, { netRevenue, profit }), ...apart(telling, features)].join(' ');
}

/**
 * Names and describes segments from their profiles; those that have a name already keep it. `f` writes the figures, in the language of the words. A
 * pure function: the same profiles give the same words.
 */
export function describeSegments(
  words: Words,
  profiles: readonly SegmentProfile[],
  f: Format,
  known?: KnownNames,
): NamedSegment[] {
  const all = profiles.reduce((sum, profile) => sum + profile.customers, 0);
  const names = keepNames(words, profiles, known);
  return profiles.map((profile, i) => ({
    segment: profile.segment,
    ...names[i]!,
    customers: profile.customers,
    description: sentence({ words, f }, profile, all),
  }));
}
