import type { Engine } from '../../engine/engine.ts';
import { ConfigError, ModelError } from '../../errors.ts';
import { relationName } from '../../sql/relation.ts';
import { name, show, sql } from '../../sql/sql.ts';
import { nearest } from '../../text/nearest.ts';
import { classSource, readClasses } from '../classes.ts';
import { columnTypes, kindOf } from '../feature-set.ts';
import type { FitInput } from '../model.ts';
import type { TreeOptions } from './options.ts';
import { amongSql, knownSql, type TreeRows } from './working.sql.ts';

/** More parts than these are no parts. */
const mostParts = 50;

function requireColumn(option: string, column: string, types: ReadonlyMap<string, string>): string {
  const type = types.get(column);
  if (type !== undefined) return type;
  const like = nearest(column, [...types.keys()]);
  throw new ConfigError(
    `tree: ${option} must be a column, got ${column}${like === null ? '' : `; did you mean ${like}?`}`,
  );
}

async function readParts(engine: Engine, relation: string, column: string): Promise<string[]> {
  const rows = await engine.rows(
    sql`select cast(${name(column)} as varchar) as part from ${relationName(relation)}
      group by cast(${name(column)} as varchar) order by part nulls first limit ${mostParts + 1}`,
    { part: 'text?' },
    mostParts + 1,
  );
  const parts = rows.map(({ part }) => part);
  if (parts[0] === null) throw new ModelError(`tree: ${column} must say the part of every row; some have none`);
  if (parts.length < 2 || parts.length > mostParts)
    throw new ModelError(
      `tree: ${column} must have 2 to ${mostParts} values, one for each part of the cross-validation`,
    );
  return parts as string[];
}

async function checkWeights(engine: Engine, relation: string, column: string): Promise<void> {
  const value = sql`cast(${name(column)} as double)`;
  const [found] = await engine.rows(
    sql`select count(*) as bad from ${relationName(relation)}
      where ${value} is null or not (${value} >= 0 and ${value} <= 1e9 and ${value} = floor(${value}))`,
    { bad: 'integer' },
    1,
  );
  if (found!.bad > 0)
    throw new ModelError(
      `tree: ${column} must be whole numbers from 0 up, how many rows each row stands for; it is not in ${found!.bad} rows`,
    );
}

/** The rows that a tree is fitted to, by its options. Throws `ConfigError` for names that are not there. */
export async function readRows(engine: Engine, options: TreeOptions, input: FitInput): Promise<TreeRows> {
  const { relation = 'features.customer', key = 'customer_id', isNumbered = false } = input;
  const types = await columnTypes(engine, relation);
  const source = input.classes ?? classSource('tree', options.class, relation, key, [...types.keys()]);
  const classes = await readClasses(engine, 'tree', source);
  const { fold, weight, folds } = options;
  if (weight !== undefined) {
    if (kindOf(requireColumn('weight', weight, types)) !== 'number')
      throw new ConfigError(`tree: weight must be a number; ${weight} is none`);
    await checkWeights(engine, relation, weight);
  }
  if (fold === undefined || folds === 0)
    return { relation, key, source, classes, fold: null, folds, isNumbered, weight: weight ?? null };
  requireColumn('fold', fold, types);
  const values = await readParts(engine, relation, fold);
  return {
    relation,
    key,
    source,
    classes,
    fold: { column: fold, values },
    folds: values.length,
    isNumbered,
    weight: weight ?? null,
  };
}

/** The condition that tells the rows that are fitted from the others of their table: `not is_prospect` where it does; null where there are no others. */
export async function readAmong(engine: Engine, rows: TreeRows): Promise<string | null> {
  const types = await columnTypes(engine, rows.relation);
  const isProspect = types.get('is_prospect') === 'BOOLEAN' ? sql`base.is_prospect` : sql`cast(null as boolean)`;
  const [found] = await engine.rows(
    sql`select count(case when not is_known then 1 end) as others,
        count(case when is_known is not distinct from not is_prospect then 1 end) = count(*) as are_prospects
      from (select coalesce(${knownSql(rows)}, false) as is_known, ${isProspect} as is_prospect from ${relationName(rows.relation)} as base) as looked`,
    { others: 'integer', are_prospects: 'boolean' },
    1,
  );
  if (found!.others === 0) return null;
  return found!.are_prospects ? 'not is_prospect' : show(amongSql(rows));
}
