import type { WhyNobodyRanked } from '../../text/en/remarks/buying.ts';
import type { LearntDiscriminant } from '../discriminant/fitted.ts';
import type { TwoClassEvaluation } from '../evaluation/evaluate.ts';
import type { Lift } from './lift.ts';
import type { LookalikeOptions } from './options.ts';

/** A predictor, and how far one standard deviation of it moves the logarithm of the odds. */
export interface LookalikeWeight {
  readonly predictor: string;
  readonly weight: number;
}

/** From this probability on somebody resembles the seeds: their share among buyers, so that nobody is ranked who is less likely one than any buyer. */
export const leastProbability = ({ seeds, others }: Pick<FittedLookalike, 'seeds' | 'others'>): number =>
  seeds / (seeds + others);

/** Who resembles the seeds: plain, frozen, JSON-safe. */
export interface FittedLookalike {
  readonly model: 'lookalike';
  readonly asOf: string;
  readonly options: LookalikeOptions;
  /** The code of the segment that the seeds are of; null: the most profitable. */
  readonly segment: string | null;
  /** Buyers who are seeds, and the others. */
  readonly seeds: number;
  readonly others: number;
  /** How buyers were ranked by a fit without them; null: not measured. */
  readonly evaluation: TwoClassEvaluation | null;
  /** Of the tenth ranked first; null: not measured. */
  readonly lift: Lift | null;
  /** What ranks prospects, learnt from all buyers; null where nobody is ranked, for `why`. */
  readonly used: { readonly classifier: LearntDiscriminant; readonly weights: readonly LookalikeWeight[] } | null;
  readonly why: WhyNobodyRanked | null;
}
