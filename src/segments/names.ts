import { featureParts, plainFeature } from '../text/feature.ts';
import { plainName } from '../text/name-rule.ts';
import {
  benchmarks,
  byEffect,
  inTheMiddle,
  withoutConsequences,
  type FeatureLevel,
  type SegmentProfile,
} from './profile.ts';
import { isMost, placeInName, sayMeasure, wholeOf, wordsFor, type Words } from './words.ts';

/** A name has at most so many words, unless more are needed to tell two segments apart. */
const usual = 3;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function word(words: Words, { feature, effect, mean }: FeatureLevel, degrees: boolean): string {
  const { high, low } = wordsFor(words, feature, mean);
  const said = effect > 0 ? high : low;
  if (effect > 0 && isMost(mean) && featureParts(feature).kind === 'level') return said;
  if (Math.abs(effect) < benchmarks.medium) return words.naming.rather(said);
  return degrees && Math.abs(effect) >= benchmarks.veryLarge ? words.naming.very(said) : said;
}

/** The place of a feature in a name; what is not bought, and where not, comes last. */
const placeOf = (words: Words, { feature, effect }: FeatureLevel): number =>
  placeInName(words, feature) + (effect < 0 && wholeOf(feature) !== null ? 1_000 : 0);

/** Among those of one place: parts of a whole first, as strong as they are; then the others by name. */
const nameIn = ({ feature }: FeatureLevel): string => (wholeOf(feature) === null ? plainFeature(feature) : '');

const inOrder =
  (words: Words) =>
  (a: FeatureLevel, b: FeatureLevel): number => {
    const [first, second] = [nameIn(a), nameIn(b)];
    return placeOf(words, a) - placeOf(words, b) || (first < second ? -1 : Number(first > second));
  };

/** Words of features, in a fixed order, so that the same features make the same name whichever is strongest. */
function wordsOf(
  words: Words,
  features: readonly FeatureLevel[],
  most: number,
  say: (level: FeatureLevel) => string,
): string {
  const said = features.slice(0, most).sort(inOrder(words));
  return [...new Set(said.map(say))].join(', ');
}

/**
 * The strongest features in words: those with at least a medium effect or, where there is none, those that the segment is in the middle of; where
 * there are none of these either, those with a small effect.
 */
function nameOf(words: Words, { features }: SegmentProfile, degrees: boolean, most: number): string {
  const ordered = byEffect(features);
  const atLeast = (benchmark: number): string =>
    wordsOf(words, withoutConsequences(ordered.filter(({ effect }) => Math.abs(effect) >= benchmark)), most, (level) =>
      word(words, level, degrees),
    );
  const amid = wordsOf(words, inTheMiddle(features), most, ({ feature }) => sayMeasure(words, feature));
  const said = atLeast(benchmarks.medium) || (amid && `${words.naming.middle}${amid}`) || atLeast(benchmarks.small);
  return said === '' ? words.naming.typical : capital(said);
}

/** A name whatever the order of its words: `High x, high y` is `High y, high x`. */
const unordered = (name: string): string => plainName(name).split(', ').sort().join(', ');

/** A name, with the code of its segment behind it where others are called so; names are the same where `as` makes them so. */
export const toldApart = (name: string, segment: string, others: readonly string[], as = plainName): string =>
  others.some((other) => as(other) === as(name)) ? toldApart(`${name} (${segment})`, segment, others, as) : name;

/**
 * Short names of segments in plain words, all different. Segments that would be called the same are told apart by
 * degree (`very frequent`), then by further features, and at last by their codes. So are they from the names that others have already.
 */
export function nameSegments(
  words: Words,
  profiles: readonly SegmentProfile[],
  others: readonly string[] = [],
): string[] {
  let names = profiles.map((profile) => nameOf(words, profile, false, usual));
  const tries: readonly ((profile: SegmentProfile, name: string) => string)[] = [
    (profile) => nameOf(words, profile, true, usual),
    (profile) => nameOf(words, profile, true, profile.features.length),
    (profile, name) => `${name} (${profile.segment})`,
  ];
  for (const attempt of tries) {
    const all = [...names, ...others].map(unordered);
    const isShared = (name: string): boolean => all.indexOf(name) !== all.lastIndexOf(name);
    names = names.map((name, i) => (isShared(unordered(name)) ? attempt(profiles[i]!, name) : name));
  }
  return names.map((name, i) => toldApart(name, profiles[i]!.segment, others, unordered));
}
