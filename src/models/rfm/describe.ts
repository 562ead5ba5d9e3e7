import { rfmMeasures, type FittedRfm, type RfmMeasure } from './fitted.ts';

/** A score of one measure and the values it stands for. */
export interface RfmScoreRow {
  readonly measure: RfmMeasure;
  readonly score: number;
  /** Values above this … (the lowest bin: from this on) */
  readonly from: number;
  /** … up to and including this. */
  readonly to: number;
}

/** An RFM as a report shows it. */
export interface RfmReport {
  readonly customers: number;
  /** Scores asked for; a measure has fewer where many customers are equal. */
  readonly bins: number;
  readonly scores: readonly RfmScoreRow[];
}

/** The report of fitted RFM scores: measures in the order R, F, M, the best score first. */
export function describeRfm(fitted: FittedRfm): RfmReport {
  const scores = rfmMeasures.flatMap((measure) => {
    const { edges, bins, lowIsBest } = fitted.scales[measure];
    const rows = Array.from({ length: bins }, (_, i): RfmScoreRow => ({
      measure,
      score: lowIsBest ? bins - i : i + 1,
      from: edges[i]!,
      to: edges[i + 1] ?? edges[i]!,
    }));
    return rows.sort((a, b) => b.score - a.score);
  });
  return { customers: fitted.customers, bins: fitted.options.bins, scores };
}
