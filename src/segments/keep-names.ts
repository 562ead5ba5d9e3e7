import { middle, nameSegments } from './names.ts';
import type { SegmentProfile } from './profile.ts';
import { wordsFor } from './words.ts';

/** Names that segments have already, by code. */
export interface KnownNames {
  /** Made of their features when they were new. */
  readonly automatic: ReadonlyMap<string, string>;
  /** Given by people. */
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
 * The names of segments, all different: given ones come first, then those that segments were called by before; only segments without a
 * name get a new one. Where somebody gave the automatic name of one segment to another, the first is told apart by its code.
 */
export function keepNames(profiles: readonly SegmentProfile[], known: KnownNames = unknown): SegmentNames[] {
  const present = new Set(profiles.map(({ segment }) => segment));
  const given = [...known.given].filter(([segment]) => present.has(segment)).map(([, name]) => name);
  const kept = [...known.automatic].filter(([segment]) => present.has(segment)).map(([, name]) => name);
  const fresh = profiles.filter(({ segment }) => !known.automatic.has(segment));
  const made = nameSegments(fresh, [...given, ...kept]);
  return profiles.map((profile) => {
    const { segment } = profile;
    const automaticName = known.automatic.get(segment) ?? made[fresh.indexOf(profile)]!;
    return { name: known.given.get(segment) ?? asFree(automaticName, segment, given), automaticName };
  });
}

/** An automatic name, or one told apart by its code where people gave it to another segment. */
export const asFree = (name: string, segment: string, given: readonly string[]): string =>
  given.includes(name) ? asFree(`${name} (${segment})`, segment, given) : name;

/** The words of a name, without degrees and the codes that tell it apart: `Very frequent, rather recent (s2)` → `frequent`, `recent`; `In the middle on orders` → `orders`. */
const wordsOf = (name: string, segment: string): string[] =>
  name
    .replaceAll(` (${segment})`, '')
    .toLowerCase()
    .replace(middle, '')
    .split(', ')
    .map((word) => word.replace(/^(very|rather|much) /, ''));

/** Of a level, every way to say that many or few have it. */
const shares = [0, 0.5, 1];

/** The words that would say the contrary of where a segment stands: it is not above the others where they say so, or not below. */
const untrueOf = ({ features }: SegmentProfile): Set<string> =>
  new Set(
    features.flatMap(({ feature, effect }) =>
      shares
        .map((share) => wordsFor(feature, share))
        .flatMap(({ high, low }) => [...(effect > 0 ? [] : [high]), ...(effect < 0 ? [] : [low])])
        .map((word) => word.toLowerCase()),
    ),
  );

/** A word of the former name is not true any more, or fewer than half of its words would be said now. */
function isOutgrown(former: string, anew: string, profile: SegmentProfile): boolean {
  const words = wordsOf(former, profile.segment);
  const now = new Set(wordsOf(anew, profile.segment));
  const untrue = untrueOf(profile);
  return words.some((word) => untrue.has(word)) || words.filter((word) => now.has(word)).length < words.length / 2;
}

/** Segments that keep an automatic name that is not true any more, or of which little would be said now: code → the name that their features would make now. */
export function outgrownNames(profiles: readonly SegmentProfile[], known: KnownNames): ReadonlyMap<string, string> {
  const anew = nameSegments(profiles);
  return new Map(
    profiles.flatMap((profile, i) => {
      const { segment } = profile;
      const former = known.automatic.get(segment);
      const isKept = former !== undefined && !known.given.has(segment);
      return isKept && isOutgrown(former, anew[i]!, profile) ? [[segment, anew[i]!] as const] : [];
    }),
  );
}
