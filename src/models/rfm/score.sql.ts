import { join, literal, name, sql, type Sql } from '../../sql/sql.ts';
import { double, noRows, texts } from '../literal.sql.ts';
import { rfmMeasures, type FittedRfm, type RfmMeasure, type RfmScales } from './fitted.ts';
import { measuredSql, placeColumn, scoreColumn, scoredSql } from './measure.sql.ts';
import { placeUnit } from './place.ts';
import { rfmSegments } from './segments.ts';
import { weightedSql } from './weighted.sql.ts';

/** The columns of `scores.rfm` and their types. */
export const rfmScoreColumns = {
  customer_id: 'varchar',
  recency_score: 'integer',
  frequency_score: 'integer',
  monetary_score: 'integer',
  rfm_cell: 'varchar',
  rfm_score: 'decimal(6,4)',
  rfm_segment: 'varchar',
} as const;

/** `scores.rfm` without rows, where no RFM is fitted. */
export const noRfmScores: Sql = noRows(rfmScoreColumns);

/** The level 1 … 5 of a place (`levelAt`), in SQL. */
function levelSql(measure: RfmMeasure): Sql {
  const steps = sql`4 * ${placeColumn(measure)} / ${double(placeUnit)}`;
  return sql`1 + cast(floor(${steps} + 0.5) as integer) as ${name(`${measure}_level`)}`;
}

/** The scores side by side: `555`; with ten bins `10-5-3`. */
function cellSql(scales: RfmScales): Sql {
  const wide = rfmMeasures.some((measure) => scales[measure].cuts.some(({ scores }) => scores.some((one) => one > 9)));
  return join(
    rfmMeasures.map((measure) => sql`cast(${scoreColumn(measure)} as varchar)`),
    wide ? ` || '-' || ` : ' || ',
  );
}

/**
 * The scores and the segment of every customer of the relation whose three measures are known, from the frozen cut-points.
 */
export function rfmScoreSql({ relation, key, scales, options }: FittedRfm): Sql {
  const scored = rfmMeasures.reduce(
    (rows, measure) => scoredSql(rows, measure, scales[measure], options.bins),
    measuredSql(relation, key),
  );
  const cases = rfmSegments.map(({ segment, cells }) => sql`when cell in ${texts(cells)} then ${literal(segment)}`);
  return sql`select customer_id, recency_score, frequency_score, monetary_score, rfm_cell, rfm_score,
      case ${join(cases, ' ')} end as rfm_segment
    from (
      select *,
        cast(
          10 * recency_level + cast(floor((frequency_level + monetary_level + 1) / 2.0) as integer) as varchar
        ) as cell
      from (
        select *, ${cellSql(scales)} as rfm_cell, ${weightedSql(options)} as rfm_score, ${join(rfmMeasures.map(levelSql))}
        from (${scored}) as scored
      ) as levelled
    ) as placed`;
}
