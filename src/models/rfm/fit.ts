import type { Engine } from '../../engine/engine.ts';
import { ConfigError, ModelError } from '../../errors.ts';
import { evenProbabilities } from '../../math/quantile.ts';
import { name, sql } from '../../sql/sql.ts';
import { columnTypes, kindOf } from '../feature-set.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import { readGroupQuantiles } from '../quantile.ts';
import { cutAtPoints, cutAtQuantiles } from './cut.ts';
import { fitCells } from './fit-cells.ts';
import { rfmColumns, type FittedRfm, type RfmMeasure, type RfmScale } from './fitted.ts';
import { featuresRead, requireFinite } from './input.ts';
import { measuredSql } from './measure.sql.ts';
import type { RfmOptions } from './options.ts';

async function requireNumbers(engine: Engine, relation: string): Promise<void> {
  const types = await columnTypes(engine, relation);
  for (const column of Object.values(rfmColumns)) {
    if (kindOf(types.get(column) ?? '') !== 'number') {
      throw new ConfigError(`rfm: ${relation} must have a column ${column} of numbers`);
    }
  }
}

/**
 * RFM scores (Hughes 1994): each measure is cut into scores from 1 to the best, at its quantiles or at the points of the
 * options; equal values get equal scores, and cut-points that fall together are one, so that a measure with many equal
 * values has fewer scores (`pandas.qcut(duplicates='drop')`). Nested, frequency is cut within each recency score and
 * monetary value within each pair of both (`cutWithin`). Reads `recency_days`, `frequency` and `monetary` of
 * `features.customer_rfm` or of the relation given; customers without one of them are left out. The cut-points are
 * frozen with the model. Throws `ConfigError` where a column is not there, `ModelError` where there are no customers or a
 * value is not finite.
 */
export async function fitRfm(engine: Engine, options: RfmOptions, input: FitInput): Promise<FittedRfm> {
  const { relation, key } = featuresRead(input);
  await requireNumbers(engine, relation);
  const measured = measuredSql(relation, key);

  const cutAll = async (measure: RfmMeasure): Promise<RfmScale> => {
    const column = rfmColumns[measure];
    const points = options.cut_points[measure];
    const rows = sql`select 0 as cell, ${name(column)} as value from (${measured}) as measured`;
    const probabilities = points ? [0, 1] : evenProbabilities(options.bins);
    const found = (await readGroupQuantiles(engine, rows, 1, probabilities)).get(0);
    if (!found) throw new ModelError(`rfm: no customers to score in ${relation}; check the input and the as-of day`);
    const { n, quantiles } = found;
    requireFinite(column, quantiles);
    const lowIsBest = measure === 'recency';
    const ends = { low: quantiles[0]!, high: quantiles.at(-1)!, customers: n };
    return { column, cuts: [points ? cutAtPoints(points, ends, lowIsBest) : cutAtQuantiles(quantiles, n, lowIsBest)] };
  };

  const recency = await cutAll('recency');
  const scales =
    options.binning === 'nested'
      ? { recency, ...(await fitCells(engine, measured, recency, options.bins)) }
      : { recency, frequency: await cutAll('frequency'), monetary: await cutAll('monetary') };
  const { customers } = recency.cuts[0]!;
  return freezeDeep({ model: 'rfm', asOf: input.asOf, options, relation, key, customers, scales });
}
