import { join, literal, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, noRows, whole } from '../literal.sql.ts';
import { rfmMeasures, type FittedRfm, type RfmCut, type RfmMeasure } from './fitted.ts';
import { levelAt } from './place.ts';

/**
 * The columns of `models.rfm_cut_point` and their types; grain: measure, recency_score, frequency_score, score. A score stands
 * for values above `above` (null: from the lowest) up to and including `up_to` (null: to the highest). `recency_score` and
 * `frequency_score` name the cell that the cut holds within (null: any); `level` is the score's level 1 … 5 in the named
 * segments; `customers` is the size of the cell at the fit.
 */
export const rfmCutPointColumns = {
  measure: 'varchar',
  recency_score: 'integer',
  frequency_score: 'integer',
  score: 'integer',
  level: 'integer',
  above: 'double',
  up_to: 'double',
  customers: 'bigint',
} as const;

/** `models.rfm_cut_point` without rows, where no RFM is fitted. */
export const noRfmCutPoints: Sql = noRows(rfmCutPointColumns);

const orNull = (value: number | undefined, text: (value: number) => Sql): Sql =>
  value === undefined ? raw('null') : text(value);

function cutRows(measure: RfmMeasure, { within, customers, cutPoints, scores, places }: RfmCut): Sql[] {
  return scores.map(
    (score, i) =>
      sql`(${join([
        literal(measure),
        orNull(within[0], whole),
        orNull(within[1], whole),
        whole(score),
        whole(levelAt(places[i]!)),
        orNull(cutPoints[i - 1], double),
        orNull(cutPoints[i], double),
        whole(customers),
      ])})`,
  );
}

/** The cut-points of a fit as a table, for those who score in SQL: at most 3·bins rows, nested bins + bins² + bins³. */
export function rfmCutPointsSql({ scales }: FittedRfm): Sql {
  const rows = rfmMeasures.flatMap((measure) => scales[measure].cuts.flatMap((cut) => cutRows(measure, cut)));
  const columns = Object.entries(rfmCutPointColumns);
  const typed = columns.map(([column, type]) => sql`cast(${name(column)} as ${raw(type)}) as ${name(column)}`);
  return sql`select ${join(typed)} from (values ${join(rows)}) as cut (${join(columns.map(([column]) => name(column)))})`;
}
