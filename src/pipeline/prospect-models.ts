import { noRows } from '../models/literal.sql.ts';
import type { Assigner } from '../reports/data/prospect-models.ts';
import { join, sql, type Sql } from '../sql/sql.ts';

const columns = {
  model: 'varchar',
  customers: 'bigint',
  measured: 'bigint',
  correct: 'bigint',
  hit_ratio: 'double',
  chance: 'double',
  is_used: 'boolean',
} as const;

/**
 * `models.prospect_model`: the models that can assign prospects, and how often each is right with customers who took no part in its fit. Each is held against the
 * `customers` with a segment on the day of its fit: `hit_ratio` is the share of them that is put into their own. Of those `measured`, who have all that the model asks for, `correct`
 * are; the others it can put nowhere. Null: not measured. `chance`: the share of the largest segment. The one with the largest share is used, one that is not measured after all
 * others; of equal ones the first by name.
 */
export const prospectModelSql = (models: readonly Assigner[]): Sql =>
  models.length === 0
    ? noRows(columns)
    : sql`with sized as (
        select count(*) as customers from scores.segment where segment is not null group by segment
      ),
      everyone as (
        select cast(sum(customers) as bigint) as customers, max(customers) as largest from sized
      ),
      counted as (
        select model, cast(json_extract_string(fitted, '$.segmented') as bigint) as customers,
          cast(json_extract_string(fitted, '$.crossValidated.total') as bigint) as measured,
          cast(json_extract_string(fitted, '$.crossValidated.correct') as bigint) as correct
        from models.fitted where model in (${join(models.map((model) => sql`${model}`))})
      ),
      judged as (
        select model, customers, measured, correct, cast(correct as double) / cast(customers as double) as hit_ratio from counted
      )
      select judged.model, judged.customers, judged.measured, judged.correct, judged.hit_ratio,
        cast(everyone.largest as double) / cast(everyone.customers as double) as chance,
        row_number() over (order by judged.hit_ratio desc nulls last, judged.model) = 1 as is_used
      from judged cross join everyone`;
