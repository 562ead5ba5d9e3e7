import { generalizedEigen, tabulate } from '../../math/linear-algebra.ts';
import { comparable, impurity, type Criterion } from './impurity.ts';

/** A level that a node has, with its rows by class. */
export interface LevelCount {
  readonly code: number;
  readonly counts: readonly number[];
}

/** The best division of levels in two. */
export interface LevelSplit {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly improvement: number;
  /** Rows of the first child by class. */
  readonly counts: readonly number[];
}

/** Up to this many levels, every division is tried. */
const mostExhaustive = 10;

interface Frame {
  readonly masses: readonly number[];
  readonly criterion: Criterion;
  readonly minLeaf: number;
}

const add = (a: readonly number[], b: readonly number[]): number[] => a.map((one, c) => one + b[c]!);
const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

/** The first principal component of the class shares of the levels, each weighed by its mass (Coppersmith, Hong & Hosking 1999). */
function componentOf(shares: readonly (readonly number[])[], masses: readonly number[]): number[] {
  const g = shares[0]!.length;
  const all = total(masses);
  const mean = tabulate(1, g, (_, c) => shares.reduce((sum, share, i) => sum + share[c]! * masses[i]!, 0) / all)[0]!;
  const spread = tabulate(g, g, (a, b) =>
    shares.reduce((sum, share, i) => sum + masses[i]! * (share[a]! - mean[a]!) * (share[b]! - mean[b]!), 0),
  );
  const unit = tabulate(g, g, (a, b) => (a === b ? 1 : 0));
  return [...generalizedEigen(spread, unit)[0]!.vector];
}

/** Levels in an order of which only the divisions into a start and an end are tried. */
function inOrder(levels: readonly LevelCount[], { masses }: Frame): LevelCount[] {
  const weighed = levels.map(({ counts }) => counts.map((count, c) => count * masses[c]!));
  const sums = weighed.map(total);
  const shares = weighed.map((one, i) => one.map((mass) => mass / sums[i]!));
  const present = masses.flatMap((_, c) => (weighed.some((one) => one[c]! > 0) ? [c] : []));
  const direction = present.length === 2 ? masses.map((_, c) => (c === present[1] ? 1 : 0)) : componentOf(shares, sums);
  const value = (i: number): number =>
    Math.round(shares[i]!.reduce((sum, share, c) => sum + share * direction[c]!, 0) * 1e12);
  return levels
    .map((level, i) => ({ level, at: value(i) }))
    .sort((a, b) => a.at - b.at || a.level.code - b.level.code)
    .map(({ level }) => level);
}

/** Every way to have some levels with the first one, but not all: as sets of places. */
function* subsets(n: number): Generator<number[]> {
  for (let bits = 0; bits < 2 ** (n - 1) - 1; bits++)
    yield [0, ...Array.from({ length: n - 1 }, (_, i) => i + 1).filter((i) => bits & (1 << (i - 1)))];
}

/** Ways to divide levels. With two classes it is enough to order them by the share of one (Breiman et al. 1984, theorem 4.5). */
function divisions(levels: readonly LevelCount[], frame: Frame): LevelCount[][] {
  const present = frame.masses.filter((_, c) => levels.some(({ counts }) => counts[c]! > 0)).length;
  if (present > 2 && levels.length <= mostExhaustive)
    return [...subsets(levels.length)].map((places) => places.map((i) => levels[i]!));
  const ordered = inOrder(levels, frame);
  return ordered.slice(1).map((_, i) => ordered.slice(0, i + 1));
}

/**
 * The best division of the levels of a node; null where none leaves enough rows on both sides or makes anything better. Exact for
 * two classes and for up to 10 levels; else along the first principal component of the class shares. The first child has the
 * level with the lowest code. Of equally good divisions the first that is tried.
 */
export function bestLevelSplit(levels: readonly LevelCount[], frame: Frame): LevelSplit | null {
  if (levels.length < 2) return null;
  const ordered = [...levels].sort((a, b) => a.code - b.code);
  const all = ordered.map(({ counts }) => counts).reduce(add);
  const weigh = (counts: readonly number[]): number[] => counts.map((count, c) => count * frame.masses[c]!);
  const whole = impurity(frame.criterion, weigh(all));
  const mass = total(weigh(all));
  let best: (LevelSplit & { readonly score: number }) | null = null;
  for (const side of divisions(ordered, frame)) {
    const sums = side.map(({ counts }) => counts).reduce(add);
    const rest = all.map((count, c) => count - sums[c]!);
    if (total(sums) < frame.minLeaf || total(rest) < frame.minLeaf) continue;
    const improvement = whole - impurity(frame.criterion, weigh(sums)) - impurity(frame.criterion, weigh(rest));
    const score = comparable(improvement, mass);
    if (score <= (best?.score ?? 0)) continue;
    const some = side.map(({ code }) => code).sort((a, b) => a - b);
    const others = ordered.map(({ code }) => code).filter((code) => !some.includes(code));
    best = some.includes(ordered[0]!.code)
      ? { first: some, second: others, improvement, counts: sums, score }
      : { first: others, second: some, improvement, counts: rest, score };
  }
  return best;
}
