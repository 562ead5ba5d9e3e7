import type { Engine } from '../engine/engine.ts';
import { ConfigError, ModelError } from '../errors.ts';
import { nearest } from '../text/nearest.ts';
import { classesSql, type ClassSource } from './classes.sql.ts';

/** More classes than this are a mistake. */
const mostClasses = 100;

const scores: Readonly<Record<string, string>> = { segment: 'scores.segment', rfm_segment: 'scores.rfm' };

/** Where the classes are: a column of the relation itself, or the scores of k-means or RFM. */
export function classSource(
  model: string,
  column: string,
  relation: string,
  key: string,
  columns: readonly string[],
): ClassSource {
  if (columns.includes(column)) return { relation, key, column };
  const scored = scores[column];
  if (scored !== undefined) return { relation: scored, key: 'customer_id', column };
  const like = nearest(column, [...Object.keys(scores), ...columns]);
  throw new ConfigError(
    `${model}: class must be segment, rfm_segment or a column of ${relation}; got ${column}` +
      (like === null ? '' : `; did you mean ${like}?`),
  );
}

/** The classes in the order of their names; there must be 2 to 100. */
export async function readClasses(engine: Engine, model: string, source: ClassSource): Promise<string[]> {
  const rows = await engine.rows(classesSql(source, mostClasses + 1), { class: 'text' }, mostClasses + 1);
  const classes = rows.map((row) => row.class);
  if (classes.length === 0)
    throw new ModelError(`${model}: no customer has a ${source.column}; there is nothing to learn from`);
  if (classes.length === 1) {
    throw new ModelError(`${model}: ${source.column} has one value, ${classes[0]!}; at least two classes are needed`);
  }
  if (classes.length > mostClasses) {
    throw new ModelError(`${model}: ${source.column} has more than ${mostClasses} values; it is no class`);
  }
  return classes;
}
