import { benchmarks, byEffect, withoutConsequences, type FeatureLevel, type SegmentProfile } from './profile.ts';
import { placeInName, wholeOf, wordsFor } from './words.ts';

/** A name has at most so many words, unless more are needed to tell two segments apart. */
const usual = 3;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function word({ feature, effect, mean }: FeatureLevel, degrees: boolean): string {
  const { high, low } = wordsFor(feature, mean);
  const said = effect > 0 ? high : low;
  if (said.startsWith('mostly ')) return said;
  if (Math.abs(effect) < benchmarks.medium) return `rather ${said}`;
  if (!degrees || Math.abs(effect) < benchmarks.veryLarge) return said;
  return `${/^(more|less) /.test(said) ? 'much' : 'very'} ${said}`;
}

/** The place of a feature in a name; what is not bought, and where not, comes last. */
const placeOf = ({ feature, effect }: FeatureLevel): number =>
  placeInName(feature) + (effect < 0 && wholeOf(feature) !== null ? 1_000 : 0);

/**
 * The strongest features in words: those with at least a medium effect or, where there is none, those with a small one. They are
 * said in a fixed order, so that the same features make the same name whichever is strongest.
 */
function nameOf({ features }: SegmentProfile, degrees: boolean, most: number): string {
  const ordered = byEffect(features);
  const strong = ordered.filter(({ effect }) => Math.abs(effect) >= benchmarks.medium);
  const told = strong.length > 0 ? strong : ordered.filter(({ effect }) => Math.abs(effect) >= benchmarks.small);
  const said = withoutConsequences(told)
    .slice(0, most)
    .sort((a, b) => placeOf(a) - placeOf(b));
  const words = new Set(said.map((level) => word(level, degrees)));
  return words.size === 0 ? 'Typical customers' : capital([...words].join(', '));
}

/** Names that more than one segment has. */
const shared = (names: readonly string[]): Set<string> => new Set(names.filter((name, i) => names.indexOf(name) !== i));

/** A name with a code behind it, until nobody else has it. */
const apart = (name: string, segment: string, taken: readonly string[]): string =>
  taken.includes(name) ? apart(`${name} (${segment})`, segment, taken) : name;

/**
 * Short names of segments in plain words, all different. Segments that would be called the same are told apart by
 * degree (`very frequent`), then by further features, and at last by their codes. So are they from the names that others have already.
 */
export function nameSegments(profiles: readonly SegmentProfile[], others: readonly string[] = []): string[] {
  let names = profiles.map((profile) => nameOf(profile, false, usual));
  const tries: readonly ((profile: SegmentProfile, name: string) => string)[] = [
    (profile) => nameOf(profile, true, usual),
    (profile) => nameOf(profile, true, profile.features.length),
    (profile, name) => `${name} (${profile.segment})`,
  ];
  for (const attempt of tries) {
    const taken = new Set([...shared(names), ...others]);
    names = names.map((name, i) => (taken.has(name) ? attempt(profiles[i]!, name) : name));
  }
  return names.map((name, i) => apart(name, profiles[i]!.segment, others));
}
