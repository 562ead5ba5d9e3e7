import { join, literal, raw, sql, type Sql } from '../../sql/sql.ts';
import { lookalikeReason } from '../../text/lookalike-reason.ts';
import { languageOf, type Messages } from '../../text/messages.ts';
import { ruleOf } from '../discriminant/rule.ts';
import { leastSql } from '../least.sql.ts';
import { double, names, noRows, whole } from '../literal.sql.ts';
import { matrixSql } from '../matrix.sql.ts';
import { standardisedSql } from '../rule.sql.ts';
import { leastProbability, type FittedLookalike } from './fitted.ts';
import { seedProbabilitySql } from './rank.ts';

/** The columns of `scores.lookalike` and their types. */
export const lookalikeScoreColumns = {
  customer_id: 'varchar',
  probability: 'double',
  rank: 'bigint',
  reason: 'varchar',
} as const;

/** `scores.lookalike` without rows. */
export const noLookalikeScores: Sql = noRows(lookalikeScoreColumns);

/** `customer_id, reason`: what speaks most for each to be a seed; null where nothing does. */
function reasonSql({ classifier, weights }: NonNullable<FittedLookalike['used']>, t: Messages): Sql {
  const { matrix } = classifier;
  const grids = matrix.columns.map(({ grid }) => grid);
  const rule = ruleOf(
    classifier,
    grids,
    grids.map((_, j) => j),
  );
  const columns = weights.map((_, j) => `against_${j + 1}`);
  const against = weights.map(({ weight }, j) => sql`${raw(`z${j + 1}`)} * ${double(-weight)} as ${raw(columns[j]!)}`);
  const zs = weights.map((_, j) => `z${j + 1}`);
  const rows = sql`select ${join([names(['customer_id', ...zs]), ...against])}
    from (${standardisedSql(matrixSql(matrix, sql`true`), rule, ['customer_id'])}) as standardised`;
  const said = weights.map(
    ({ predictor }, j) =>
      sql`when ${whole(j + 1)} then case when ${raw(`z${j + 1}`)} > 0 then ${literal(lookalikeReason(t, predictor, true))} else ${literal(lookalikeReason(t, predictor, false))} end`,
  );
  return sql`select customer_id, case when against < 0 then case place ${join(said, ' ')} end end as reason
    from (${leastSql(rows, columns, ['customer_id', ...zs], { value: 'against', index: 'place' })}) as strongest`;
}

/**
 * `customer_id, probability, rank, reason` of everybody who has not bought: the probability to be a seed once they do, the place by it (ties by id), and what speaks most
 * for it, in the language of the texts. Who is less likely one than buyers are on the mean (`leastProbability`) has neither place nor reason. Who had a contact of a campaign within the days of the options is left out.
 */
export function lookalikeScoreSql(fitted: FittedLookalike, t = languageOf('en').t): Sql {
  const { used, options } = fitted;
  if (used === null) return noLookalikeScores;
  const isAlike = sql`scored.probability >= ${double(leastProbability(fitted))}`;
  const lately = sql`select interaction.customer_id
    from warehouse.interaction as interaction
    cross join warehouse.setting as setting
    where interaction.campaign_id is not null
      and date_diff('day', interaction.occurred_on, setting.as_of) < ${whole(options.exclude_campaign_days)}
      and interaction.customer_id is not null`;
  return sql`select scored.customer_id, scored.probability,
      case when ${isAlike}
        then row_number() over (order by scored.probability desc nulls last, scored.customer_id) end as rank,
      case when ${isAlike} then told.reason end as reason
    from (${seedProbabilitySql(used.classifier)}) as scored
    join features.customer as customer on customer.customer_id = scored.customer_id
    join (${reasonSql(used, t)}) as told on told.customer_id = scored.customer_id
    where customer.is_prospect and scored.customer_id not in (${lately})`;
}
