import type { Engine } from '../../engine/engine.ts';
import { raw, sql } from '../../sql/sql.ts';
import { labelledSql } from '../labelled.sql.ts';
import { numbered, whole } from '../literal.sql.ts';
import { hashedSql } from '../row-hash.sql.ts';
import type { FittedDiscriminant } from './fitted.ts';
import { scoredSql } from './score.sql.ts';

/** A row with its own class and its scores on the first two functions; `y` is 0 where there is only one. */
export interface ScorePoint {
  readonly class: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The scores of the rows whose hash (`hashedSql`) comes first, of those with a class and every predictor: at most so
 * many. They do not depend on the order of rows, or on chance.
 *
 * @param isNumbered the key is but the number of a row: the hash is then of its values
 */
export async function sampleScores(
  engine: Engine,
  fitted: FittedDiscriminant,
  most: number,
  isNumbered: boolean,
): Promise<ScorePoint[]> {
  if (fitted.functions.length === 0) return [];
  const values = ['label', ...numbered('u', fitted.matrix.columns.length)];
  const labelled = sql`select * from (${hashedSql(labelledSql(fitted.matrix, fitted.source), values, isNumbered)}) as hashed_row
    order by hash_key nulls last, customer_id nulls last limit ${whole(most)}`;
  const scored = scoredSql(fitted, labelled, ['label', 'hash_key'], { functions: true });
  return engine.rows(
    sql`select label as class, score_1 as x, ${raw(fitted.functions.length > 1 ? 'score_2' : 'cast(0 as double)')} as y
      from (${scored}) as point order by hash_key nulls last, customer_id nulls last`,
    { class: 'text', x: 'number', y: 'number' },
    most,
  );
}
