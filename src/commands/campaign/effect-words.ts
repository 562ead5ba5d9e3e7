import { verdictOf, type Effect } from '../../models/campaign/compare.ts';
import { formatFor, none } from '../../text/format.ts';
import { percent } from '../../text/percent.ts';

const f = formatFor('en');

/** What a measure is told in. */
export type EffectKind = 'rate' | 'mean';

/** Points of a rate: `1.50`. */
const points = (share: number): string => f.number(100 * share, 2);

/** `0.0746`, `< 0.0001` */
export const pValue = (p: number): string => (p < 0.0001 ? '< 0.0001' : p.toFixed(4));

/** A rate, or a mean. */
export const level = (kind: EffectKind, value: number): string =>
  kind === 'rate' ? percent(value, 2) : f.number(value, 2);

/** `−1.33 to −0.31 points` */
export const intervalOf = (kind: EffectKind, { lower, upper }: Pick<Effect, 'lower' | 'upper'>): string =>
  kind === 'rate' ? `${points(lower)} to ${points(upper)} points` : `${f.number(lower, 2)} to ${f.number(upper, 2)}`;

/** `−0.82 points` */
export const differenceOf = (kind: EffectKind, difference: number): string =>
  kind === 'rate' ? `${points(difference)} points` : f.number(difference, 2);

/** `+33.3%` */
export const changeOf = ({ change }: Pick<Effect, 'change'>): string =>
  change === null ? none : `${change > 0 ? '+' : ''}${percent(change)}`;

/** What an effect comes to in a word. */
export const verdictWord = (effect: Effect | null): string =>
  effect === null
    ? 'too few to tell'
    : { more: 'more', less: 'less', unclear: 'no difference shown' }[verdictOf(effect)];

/** Which intervals and tests these are. */
export const howTold = {
  rate: "95% intervals of differences are Newcombe's hybrid score intervals; p is of the widest one that leaves out 0",
  mean: "95% intervals of differences of means, and their p, are of Welch's t test",
} as const;

/** A sentence where many intervals are looked at; null: there are too few to mislead. */
export const manyNote = (intervals: number): string | null =>
  intervals < 3
    ? null
    : `of ${intervals} intervals of 95%, ${f.number(intervals * 0.05, 1)} leave out 0 by chance where there is no effect at all; look for p below ${f.number(0.05 / intervals, 4)} (Bonferroni)`;
