import { join, sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';
import { rfmMeasures } from './fitted.ts';
import { placeColumn } from './measure.sql.ts';
import type { RfmOptions } from './options.ts';
import { placeUnit } from './place.ts';

/**
 * `rfm_score`: the weighted mean of the places of the three scores, on a scale of 1 to bins: 1 + (bins − 1)·Σ w·place / Σ w.
 * Where every measure has all its bins, that is the weighted mean of the scores. Weights are whole numbers of
 * ten-thousandths, so that numerator and denominator are whole numbers below 2⁵³ and the quotient is off from a
 * half by more than a double can be: rounding to 4 decimals, halves up, is exact.
 */
export function weightedSql({ bins, weights }: Pick<RfmOptions, 'bins' | 'weights'>): Sql {
  const parts = rfmMeasures.map((measure) => Math.round(weights[measure] * 10_000));
  const unit = placeUnit * parts.reduce((sum, part) => sum + part, 0);
  const sum = join(
    rfmMeasures.map((measure, i) => sql`${whole(parts[i]!)} * cast(${placeColumn(measure)} as bigint)`),
    ' + ',
  );
  const doubled = sql`20000 * (${whole(unit)} + ${whole(bins - 1)} * (${sum})) + ${whole(unit)}`;
  const rounded = sql`floor(cast(${doubled} as double) / cast(${whole(2 * unit)} as double))`;
  return sql`cast(cast(${rounded} as integer) * 0.0001 as decimal(6, 4))`;
}
