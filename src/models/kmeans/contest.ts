import type { KLost } from '../../text/en/remarks/classes.ts';
import { remark, type Remark } from '../../text/remark.ts';
import { choose, poolOf, type JudgedK } from './choose.ts';

/** A k that was better than the one in use. */
export interface Challenger {
  readonly k: number;
  /** How much larger its mean silhouette is, at this refit. */
  readonly lead: number;
  /** In how many refits in a row it was better, this one counted. */
  readonly refits: number;
}

/** The k in use against the others, at one refit. */
export interface KContest {
  /** The k of the model before. */
  readonly incumbent: number;
  /** By how much of the mean silhouette another k must be better, and in how many refits in a row. */
  readonly margin: number;
  readonly needed: number;
  /** Why the k of the model before cannot stay; null: it can. */
  readonly lost: KLost | null;
  /** It is not stable, and others are: these are better, whatever their silhouette. */
  readonly unstable: boolean;
  /** Those that were better, by k. */
  readonly challengers: readonly Challenger[];
}

/** The k in use, and what is known of its challengers. */
export interface Incumbent {
  readonly k: number;
  readonly challengers: readonly Challenger[];
  /** The model before is of the same day: this refit takes the place of its own, and does not count once more. */
  readonly again: boolean;
}

type KRange = { readonly from: number; readonly to: number };

function lostBy(judged: readonly JudgedK[], { from, to }: KRange, k: number): KLost | null {
  if (k < from || k > to) return { code: 'outOfRange', from, to };
  const own = judged.find((one) => one.k === k);
  if (!own) return { code: 'tooFewRows' };
  return !own.largeEnough && judged.some((one) => one.largeEnough) ? { code: 'smallSegment' } : null;
}

/**
 * Keeps the k in use until another one was better by a margin in several refits in a row; the best of those that were
 * follows it. Better: its mean silhouette is larger by `margin` at least; or it is stable and the k in use is not. A k
 * that cannot stay (out of the range, a segment below the smallest share, too few different customers) is followed at
 * once by the one that the rule for the choice names.
 */
export function contend(
  judged: readonly JudgedK[],
  range: KRange,
  incumbent: Incumbent,
  { margin, needed }: { readonly margin: number; readonly needed: number },
): { readonly k: number; readonly contest: KContest } {
  const lost = lostBy(judged, range, incumbent.k);
  const contest = { incumbent: incumbent.k, margin, needed, lost };
  if (lost !== null) return { k: choose(judged).k, contest: { ...contest, unstable: false, challengers: [] } };
  const { pool } = poolOf(judged);
  const own = judged.find(({ k }) => k === incumbent.k)!;
  const unstable = !pool.includes(own);
  const challengers = pool.flatMap(({ k, silhouette }): Challenger[] => {
    const lead = silhouette - own.silhouette;
    if (k === own.k || !(unstable || (lead > 0 && lead >= margin))) return [];
    const won = incumbent.challengers.find((one) => one.k === k)?.refits ?? 0;
    return [{ k, lead, refits: incumbent.again ? Math.max(won, 1) : won + 1 }];
  });
  const winner = challengers
    .filter(({ refits }) => refits >= needed)
    .reduce<Challenger | null>((best, one) => (best === null || one.lead > best.lead ? one : best), null);
  return { k: winner?.k ?? own.k, contest: { ...contest, unstable, challengers } };
}

/** What became of the k in use: `k stays 5; 6 was better by 0.031 in 2 of 3 refits`. Null: nothing did. */
export function tellContest(chosen: number, contest: KContest | null): Remark | null {
  if (contest === null || (contest.lost === null && contest.challengers.length === 0)) return null;
  const { incumbent, needed, lost, unstable, challengers } = contest;
  return remark('k', { chosen, incumbent, needed, lost, unstable, challengers });
}
