import { relationName } from '../../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, whole } from '../literal.sql.ts';
import { rfmColumns, rfmMeasures, type RfmCut, type RfmMeasure, type RfmScale } from './fitted.ts';
import { middleOf } from './place.ts';

/** The customers whose three measures are known: `customer_id`, and the column of each measure. */
export function measuredSql(relation: string, key: string): Sql {
  const columns = rfmMeasures.map((measure) => name(rfmColumns[measure]));
  const present = columns.map((column) => sql`${column} is not null`);
  return sql`select cast(${name(key)} as varchar) as customer_id, ${join(columns)}
    from ${relationName(relation)} where ${join(present, ' and ')}`;
}

/** The column of a measure's score. */
export const scoreColumn = (measure: RfmMeasure): Sql => name(`${measure}_score`);

/** The column of its place. */
export const placeColumn = (measure: RfmMeasure): Sql => name(`${measure}_place`);

const below = raw(`cast('-infinity' as double)`);
const above = raw(`cast('infinity' as double)`);

/** What a value becomes by its bin. */
function caseSql(value: Sql, cutPoints: readonly number[], results: readonly number[]): Sql {
  const last = whole(results.at(-1)!);
  if (cutPoints.length === 0) return last;
  const cases = cutPoints.map((point, i) => sql`when ${value} <= ${double(point)} then ${whole(results[i]!)}`);
  return sql`case ${join(cases, ' ')} else ${last} end`;
}

/** The bins of cells as rows: the scores that make the cell, then above, up_to, score, place. */
function binRows({ within, cutPoints, scores, places }: RfmCut): Sql[] {
  return scores.map((score, i) => {
    const from = i === 0 ? below : double(cutPoints[i - 1]!);
    const to = i === cutPoints.length ? above : double(cutPoints[i]!);
    return sql`(${join([...within, score, places[i]!].map(whole))}, ${from}, ${to})`;
  });
}

/**
 * Adds the score and the place of a measure to rows that have its value and, where it is cut within cells, the scores that
 * make the cell. A cell without customers at the fit gives the middle score. Fits and scores read this same text.
 */
export function scoredSql(rows: Sql, measure: RfmMeasure, { column, cuts }: RfmScale, bins: number): Sql {
  const value = sql`cast(scored.${name(column)} as double)`;
  const [score, place] = [scoreColumn(measure), placeColumn(measure)];
  const only = cuts.find(({ within }) => within.length === 0);
  if (only) {
    return sql`select scored.*, cast(${caseSql(value, only.cutPoints, only.scores)} as integer) as ${score},
        cast(${caseSql(value, only.cutPoints, only.places)} as integer) as ${place}
      from (${rows}) as scored`;
  }
  const parents = rfmMeasures.slice(0, cuts[0]!.within.length).map(scoreColumn);
  const middle = middleOf(1, bins, bins);
  const same = parents.map((parent) => sql`cut.${parent} = scored.${parent}`);
  return sql`select scored.*, cast(coalesce(cut.score, ${whole(middle.score)}) as integer) as ${score},
      cast(coalesce(cut.place, ${whole(middle.place)}) as integer) as ${place}
    from (${rows}) as scored
    left join (values ${join(cuts.flatMap(binRows))}) as cut (${join(parents)}, score, place, above, up_to)
      on ${join(same, ' and ')} and ${value} > cut.above and ${value} <= cut.up_to`;
}
