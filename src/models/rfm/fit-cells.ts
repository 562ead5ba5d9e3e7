import type { Engine } from '../../engine/engine.ts';
import { evenProbabilities } from '../../math/quantile.ts';
import { name, raw, sql, type Sql } from '../../sql/sql.ts';
import { readGroupQuantiles } from '../quantile.ts';
import { cutWithin } from './cut.ts';
import { rfmColumns, type RfmMeasure, type RfmScale } from './fitted.ts';
import { requireFinite } from './input.ts';
import { scoredSql } from './measure.sql.ts';

/** A cell as one number: recency score · this + frequency score. */
const base = 100;

/**
 * The cuts within cells, one measure after the other: frequency within each recency score, monetary value within each pair
 * of both. At most bins² cells, so 2·(bins + 1)·bins² values leave the engine.
 */
export async function fitCells(
  engine: Engine,
  measured: Sql,
  recency: RfmScale,
  bins: number,
): Promise<{ frequency: RfmScale; monetary: RfmScale }> {
  const cut = async (measure: RfmMeasure, rows: Sql, cell: Sql, cells: number): Promise<RfmScale> => {
    const column = rfmColumns[measure];
    const values = sql`select ${cell} as cell, ${name(column)} as value from (${rows}) as scored`;
    const found = await readGroupQuantiles(engine, values, cells, evenProbabilities(bins));
    const cuts = [...found].map(([number, { n, quantiles }]) => {
      const within = number < base ? [number] : [Math.floor(number / base), number % base];
      requireFinite(column, quantiles);
      return cutWithin(within, quantiles, n);
    });
    return { column, cuts };
  };
  const byRecency = scoredSql(measured, 'recency', recency, bins);
  const frequency = await cut('frequency', byRecency, raw('recency_score'), bins);
  const byBoth = scoredSql(byRecency, 'frequency', frequency, bins);
  const both = raw(`${base} * recency_score + frequency_score`);
  return { frequency, monetary: await cut('monetary', byBoth, both, bins * bins) };
}
