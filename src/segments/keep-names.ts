import { nameSegments, toldApart } from './names.ts';
import type { SegmentProfile } from './profile.ts';
import { wordsFor, type Words } from './words.ts';

/** Names that segments have already, by code. */
export interface KnownNames {
  /** Made of their features when they were new. */
  readonly automatic: ReadonlyMap<string, string>;
  /** Given by people, the last one first. */
  readonly given: ReadonlyMap<string, string>;
}

/** What a segment is called. */
export interface SegmentNames {
  /** The name that people gave, else the automatic one. */
  readonly name: string;
  readonly automaticName: string;
}

const unknown: KnownNames = { automatic: new Map(), given: new Map() };

/**
 * What segments are called, by the automatic names of all that there are and those that people gave, no two alike. The name that people gave last
 * comes first; whoever else is called so, by a name that was given earlier or an automatic one, is told apart by its code.
 */
export function namesNow({ automatic, given }: KnownNames): Map<string, string> {
  const wanted = [
    ...[...given].filter(([segment]) => automatic.has(segment)),
    ...[...automatic].filter(([segment]) => !given.has(segment)),
  ];
  const names = new Map<string, string>();
  for (const [segment, name] of wanted) names.set(segment, toldApart(name, segment, [...names.values()]));
  return new Map([...automatic.keys()].map((segment) => [segment, names.get(segment)!]));
}

/**
 * The names of segments, all different: given ones come first, then those that segments were called by before; only segments without a
 * name get a new one. Where two would be called the same, `namesNow` tells them apart.
 */
export function keepNames(
  words: Words,
  profiles: readonly SegmentProfile[],
  known: KnownNames = unknown,
): SegmentNames[] {
  const present = new Set(profiles.map(({ segment }) => segment));
  const given = [...known.given].filter(([segment]) => present.has(segment)).map(([, name]) => name);
  const kept = [...known.automatic].filter(([segment]) => present.has(segment)).map(([, name]) => name);
  const fresh = profiles.filter(({ segment }) => !known.automatic.has(segment));
  const made = nameSegments(words, fresh, [...given, ...kept]);
  const automatic = new Map(
    profiles.map((profile) => [profile.segment, known.automatic.get(profile.segment) ?? made[fresh.indexOf(profile)]!]),
  );
  const names = namesNow({ automatic, given: known.given });
  return profiles.map(({ segment }) => ({ name: names.get(segment)!, automaticName: automatic.get(segment)! }));
}

/** The words of a name, without degrees and the codes that tell it apart: `Very frequent, rather recent (s2)` → `frequent`, `recent`; `In the middle on orders` → `orders`. */
const wordsOf = ({ naming }: Words, name: string, segment: string): string[] =>
  name.replaceAll(` (${segment})`, '').toLowerCase().replace(naming.middle, '').split(', ').map(naming.withoutDegree);

/** Of a level, every way to say that many or few have it. */
const shares = [0, 0.5, 1];

/** The words that would say the contrary of where a segment stands: it is not above the others where they say so, or not below. */
const untrueOf = (words: Words, { features }: SegmentProfile): Set<string> =>
  new Set(
    features.flatMap(({ feature, effect }) =>
      shares
        .map((share) => wordsFor(words, feature, share))
        .flatMap(({ high, low }) => [...(effect > 0 ? [] : [high]), ...(effect < 0 ? [] : [low])])
        .map((word) => word.toLowerCase()),
    ),
  );

/** A word of the former name is not true any more, or fewer than half of its words would be said now. */
function isOutgrown(words: Words, former: string, anew: string, profile: SegmentProfile): boolean {
  const said = wordsOf(words, former, profile.segment);
  const now = new Set(wordsOf(words, anew, profile.segment));
  const untrue = untrueOf(words, profile);
  return said.some((word) => untrue.has(word)) || said.filter((word) => now.has(word)).length < said.length / 2;
}

/** Segments that keep an automatic name that is not true any more, or of which little would be said now: code → the name that their features would make now. */
export function outgrownNames(
  words: Words,
  profiles: readonly SegmentProfile[],
  known: KnownNames,
): ReadonlyMap<string, string> {
  const anew = nameSegments(words, profiles);
  return new Map(
    profiles.flatMap((profile, i) => {
      const { segment } = profile;
      const former = known.automatic.get(segment);
      const isKept = former !== undefined && !known.given.has(segment);
      return isKept && isOutgrown(words, former, anew[i]!, profile) ? [[segment, anew[i]!] as const] : [];
    }),
  );
}
