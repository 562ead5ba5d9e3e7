import type { Engine } from '../../engine/engine.ts';
import { ConfigError, ModelError } from '../../errors.ts';
import { evenProbabilities } from '../../math/quantile.ts';
import { columnTypes, kindOf } from '../feature-set.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import { readQuantiles } from '../quantile.ts';
import type { FittedRfm, RfmScale } from './fitted.ts';
import type { RfmOptions } from './options.ts';

const distinct = (ascending: readonly number[]): number[] => ascending.filter((value, i) => value !== ascending[i - 1]);

/**
 * RFM scores (Hughes 1994): each measure is cut at its quantiles into `bins` scores, 1 to the best; equal values get
 * equal scores, and cut-points that fall together are one, so that a measure with many equal values has fewer scores
 * (`pandas.qcut(duplicates='drop')`). Reads `recency_days`, `frequency` and `monetary` of `features.customer_rfm` or of
 * the relation given. The cut-points are frozen with the model. Throws `ConfigError` where a column is not there,
 * `ModelError` where there are no customers.
 */
export async function fitRfm(engine: Engine, options: RfmOptions, input: FitInput): Promise<FittedRfm> {
  const { asOf, relation = 'features.customer_rfm', key = 'customer_id' } = input;
  const types = await columnTypes(engine, relation);
  let customers = 0;
  const scale = async (column: string, lowIsBest: boolean): Promise<RfmScale> => {
    if (kindOf(types.get(column) ?? '') !== 'number') {
      throw new ConfigError(`rfm: ${relation} must have a column ${column} of numbers`);
    }
    const { n, quantiles } = await readQuantiles(engine, relation, column, evenProbabilities(options.bins));
    if (n === 0) throw new ModelError(`rfm: no customers to score in ${relation}; check the input and the as-of day`);
    if (!quantiles.every(Number.isFinite))
      throw new ModelError(`rfm: ${column} must be finite; it is not for every customer`);
    customers = n;
    const edges = distinct(quantiles);
    return { column, edges, bins: Math.max(edges.length - 1, 1), lowIsBest };
  };
  const scales = {
    recency: await scale('recency_days', true),
    frequency: await scale('frequency', false),
    monetary: await scale('monetary', false),
  };
  return freezeDeep({ model: 'rfm', asOf, options, relation, key, customers, scales });
}
