import { relationName } from '../../sql/relation.ts';
import { join, literal, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, noRows, texts, whole } from '../literal.sql.ts';
import { rfmMeasures, type FittedRfm, type RfmMeasure, type RfmScale } from './fitted.ts';
import { levelOf, rfmSegments } from './segments.ts';

/** The columns of `scores.rfm` and their types. */
export const rfmScoreColumns = {
  customer_id: 'varchar',
  recency_score: 'integer',
  frequency_score: 'integer',
  monetary_score: 'integer',
  rfm_cell: 'varchar',
  rfm_segment: 'varchar',
} as const;

/** `scores.rfm` without rows, where no RFM is fitted. */
export const noRfmScores: Sql = noRows(rfmScoreColumns);

/** The score of a value: its bin, counted from the worst end. Values beyond the ends belong to the end bins. */
function scoreSql({ column, edges, bins, lowIsBest }: RfmScale): Sql {
  const score = (bin: number): Sql => whole(lowIsBest ? bins + 1 - bin : bin);
  const inner = edges.slice(1, -1);
  const cases = inner.map(
    (edge, i) => sql`when cast(${name(column)} as double) <= ${double(edge)} then ${score(i + 1)}`,
  );
  const binned = inner.length === 0 ? score(bins) : sql`case ${join(cases, ' ')} else ${score(bins)} end`;
  return sql`cast(${binned} as integer)`;
}

const scoreColumn = (measure: RfmMeasure): Sql => name(`${measure}_score`);

function levelSql(measure: RfmMeasure, { bins }: RfmScale): Sql {
  const cases = Array.from({ length: bins }, (_, i) => sql`when ${whole(i + 1)} then ${whole(levelOf(i + 1, bins))}`);
  return sql`case ${scoreColumn(measure)} ${join(cases, ' ')} end as ${raw(measure)}`;
}

/** The scores side by side: `555`; with ten bins `10-5-3`. */
function cellSql(scales: FittedRfm['scales']): Sql {
  const wide = rfmMeasures.some((measure) => scales[measure].bins > 9);
  return join(
    rfmMeasures.map((measure) => sql`cast(${scoreColumn(measure)} as varchar)`),
    wide ? ` || '-' || ` : ' || ',
  );
}

/** The scores and the segment of every customer of the relation, from the frozen cut-points. */
export function rfmScoreSql(fitted: FittedRfm): Sql {
  const { scales } = fitted;
  const scores = rfmMeasures.map((measure) => sql`${scoreSql(scales[measure])} as ${scoreColumn(measure)}`);
  const present = rfmMeasures.map((measure) => sql`${name(scales[measure].column)} is not null`);
  const levels = rfmMeasures.map((measure) => levelSql(measure, scales[measure]));
  const cases = rfmSegments.map(({ segment, cells }) => sql`when cell in ${texts(cells)} then ${literal(segment)}`);
  return sql`select customer_id, recency_score, frequency_score, monetary_score, rfm_cell,
      case ${join(cases, ' ')} end as rfm_segment
    from (
      select *,
        cast(10 * recency + cast(floor((frequency + monetary + 1) / 2.0) as integer) as varchar) as cell
      from (
        select *, ${cellSql(scales)} as rfm_cell, ${join(levels)}
        from (
          select cast(${name(fitted.key)} as varchar) as customer_id, ${join(scores)}
          from ${relationName(fitted.relation)}
          where ${join(present, ' and ')}
        ) as scored
      ) as levelled
    ) as placed`;
}
