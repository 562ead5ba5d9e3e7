import type { Engine } from '../../engine/engine.ts';
import { raw, sql } from '../../sql/sql.ts';
import { classSql } from '../classes.sql.ts';
import { whole } from '../literal.sql.ts';
import type { FittedDiscriminant } from './fitted.ts';
import { discriminantScoreSql } from './score.sql.ts';

/** A row with its own class and its scores on the first two functions; `y` is 0 where there is only one. */
export interface ScorePoint {
  readonly class: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The scores of the rows whose `md5(customer_id)` comes first, of those with a class and every predictor: at most so
 * many. They do not depend on the order of rows, or on chance.
 */
export async function sampleScores(engine: Engine, fitted: FittedDiscriminant, most: number): Promise<ScorePoint[]> {
  if (fitted.functions.length === 0) return [];
  const rows = sql`select known.class, score_1 as x, ${raw(fitted.functions.length > 1 ? 'score_2' : 'cast(0 as double)')} as y,
      md5(scored.customer_id) as hash_key, scored.customer_id
    from (${discriminantScoreSql(fitted, { functions: true })}) as scored
    join (${classSql(fitted.source)}) as known on known.customer_id = scored.customer_id`;
  return engine.rows(
    sql`select class, x, y from (${rows}) as point order by hash_key nulls last, customer_id nulls last limit ${whole(most)}`,
    { class: 'text', x: 'number', y: 'number' },
    most,
  );
}
