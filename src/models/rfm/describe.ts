import { rfmMeasures, type FittedRfm, type RfmCut, type RfmMeasure } from './fitted.ts';
import type { RfmOptions } from './options.ts';
import { levelAt } from './place.ts';

/** A score of one measure and the values it stands for. */
export interface RfmScoreRow {
  readonly measure: RfmMeasure;
  /** The cell it holds within: a recency score, then a frequency score; empty: everywhere. */
  readonly within: readonly number[];
  readonly score: number;
  /** Its level 1 … 5 in the named segments. */
  readonly level: number;
  /** Values above this … (the lowest bin: from this on, and any lower ones to come) */
  readonly from: number;
  /** … up to and including this (the highest bin: and any higher ones to come). */
  readonly to: number;
}

/** An RFM as a report shows it. */
export interface RfmReport {
  readonly customers: number;
  /** The as-of day of the cut-points. */
  readonly asOf: string;
  /** Scores asked for; a measure has fewer where many customers are equal. */
  readonly bins: number;
  readonly binning: RfmOptions['binning'];
  /** What each measure counts in `rfm_score`, which goes from 1 to `bins`. */
  readonly weights: RfmOptions['weights'];
  readonly scores: readonly RfmScoreRow[];
}

function rowsOf(measure: RfmMeasure, { within, low, high, cutPoints, scores, places }: RfmCut): RfmScoreRow[] {
  const rows = scores.map((score, i): RfmScoreRow => ({
    measure,
    within,
    score,
    level: levelAt(places[i]!),
    from: cutPoints[i - 1] ?? Math.min(low, cutPoints[0] ?? low),
    to: cutPoints[i] ?? Math.max(high, cutPoints.at(-1) ?? high),
  }));
  return rows.sort((a, b) => b.score - a.score);
}

/** The report of fitted RFM scores: measures in the order R, F, M, the best score first; nested, cell by cell. */
export function describeRfm({ customers, asOf, options, scales }: FittedRfm): RfmReport {
  const { bins, binning, weights } = options;
  const scores = rfmMeasures.flatMap((measure) => scales[measure].cuts.flatMap((cut) => rowsOf(measure, cut)));
  return { customers, asOf, bins, binning, weights, scores };
}
