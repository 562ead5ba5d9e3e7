import { sql, type Sql } from '../../sql/sql.ts';
import { noRows } from '../literal.sql.ts';
import { probabilitySql } from './classify.ts';
import type { FittedRepurchase } from './fitted.ts';
import { activeSql } from './outcome.sql.ts';

/** `scores.repurchase` without rows: nothing is foretold. */
export const noRepurchaseScores: Sql = noRows({ customer_id: 'varchar', probability: 'double' });

/**
 * `customer_id, probability` that a customer who has not lapsed buys again within the days of the options, after the last day on which purchases are known.
 *
 * @param known `features.customer` as of that day
 */
export const repurchaseScoreSql = ({ used }: FittedRepurchase, known: string): Sql =>
  used === null
    ? noRepurchaseScores
    : sql`select scored.customer_id, scored.probability
        from (${probabilitySql(used.classifier, known)}) as scored
        join features.customer as customer on customer.customer_id = scored.customer_id
        where ${activeSql(sql`customer`)}`;
