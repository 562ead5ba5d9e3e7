import { freezeDeep, type FitInput } from '../model.ts';
import { rfmMeasures, type FittedRfm } from './fitted.ts';
import { featuresRead } from './input.ts';
import type { RfmOptions } from './options.ts';

/** Whether the cut-points of a release before may be used again: the model to score with, or why a fit is needed. */
export type RfmReuse =
  { readonly reuse: true; readonly fitted: FittedRfm } | { readonly reuse: false; readonly reason: string };

const no = (reason: string): RfmReuse => ({ reuse: false, reason });

/** The layout of a stored model is the one that scores are made from today. */
const isCurrent = (previous: FittedRfm): boolean =>
  rfmMeasures.every((measure) => Array.isArray((previous.scales as Partial<FittedRfm['scales']>)[measure]?.cuts));

/**
 * Says whether a stored RFM fits the present options: `refit: never`, with the same bins, binning, cut-points and source.
 * Weights may differ, as they cut nothing; the model that comes back has the present ones, and keeps its cut-points and
 * their as-of day. The reason is a clause, as in `cut-points are new: …`.
 */
export function canReuse(previous: FittedRfm | null, options: RfmOptions, input: FitInput): RfmReuse {
  if (options.refit === 'always') return no('refit is always');
  if (previous === null) return no('there are none from a release before');
  if (!isCurrent(previous)) return no('those of the release before were stored by another version');
  const before = previous.options;
  if (before.bins !== options.bins) return no(`bins were ${before.bins} and are ${options.bins}`);
  if (before.binning !== options.binning) return no(`binning was ${before.binning} and is ${options.binning}`);
  for (const measure of rfmMeasures) {
    const [was, is] = [before.cut_points[measure], options.cut_points[measure]].map((points) => points?.join(', '));
    if (was !== is) return no(`cut_points of ${measure} were ${was ?? 'quantiles'} and are ${is ?? 'quantiles'}`);
  }
  const { relation, key } = featuresRead(input);
  if (previous.relation !== relation || previous.key !== key) {
    return no(`they were made from ${previous.relation} by ${previous.key}, not from ${relation} by ${key}`);
  }
  return { reuse: true, fitted: freezeDeep({ ...previous, options }) };
}
