import type { Engine } from '../../engine/engine.ts';
import { ConfigError, ModelError } from '../../errors.ts';
import { nearest } from '../../text/nearest.ts';
import type { DiscriminantOptions } from './options.ts';
import { classesSql, type ClassSource } from './working.sql.ts';

/** More classes than this are a mistake. */
export const mostClasses = 100;

const scores: Readonly<Record<string, string>> = { segment: 'scores.segment', rfm_segment: 'scores.rfm' };

/** Where the classes are: a column of the relation itself, or the scores of k-means or RFM. */
export function classSource(column: string, relation: string, key: string, columns: readonly string[]): ClassSource {
  if (columns.includes(column)) return { relation, key, column };
  const scored = scores[column];
  if (scored !== undefined) return { relation: scored, key: 'customer_id', column };
  const like = nearest(column, [...Object.keys(scores), ...columns]);
  throw new ConfigError(
    `discriminant: class must be segment, rfm_segment or a column of ${relation}; got ${column}` +
      (like === null ? '' : `; did you mean ${like}?`),
  );
}

/** The classes in the order of their names; there must be 2 to 100. */
export async function readClasses(engine: Engine, source: ClassSource): Promise<string[]> {
  const rows = await engine.rows(classesSql(source, mostClasses + 1), { class: 'text' }, mostClasses + 1);
  const classes = rows.map((row) => row.class);
  if (classes.length === 0)
    throw new ModelError(`discriminant: no customer has a ${source.column}; there is nothing to learn from`);
  if (classes.length === 1) {
    throw new ModelError(
      `discriminant: ${source.column} has one value, ${classes[0]!}; at least two classes are needed`,
    );
  }
  if (classes.length > mostClasses) {
    throw new ModelError(`discriminant: ${source.column} has more than ${mostClasses} values; it is no class`);
  }
  return classes;
}

/** The prior probabilities of classes with these sizes. A list must name every class; it is scaled to add up to 1. */
export function priorsOf(
  priors: DiscriminantOptions['priors'],
  classes: readonly { readonly class: string; readonly n: number }[],
): number[] {
  const weights = classes.map((one) => {
    if (priors === 'equal') return 1;
    if (priors === 'size') return one.n;
    const given = priors[one.class];
    if (given === undefined)
      throw new ConfigError(`discriminant: priors must name every class; ${one.class} is missing`);
    return given;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** A prior for what is no class is a mistake. */
export function checkPriors(priors: DiscriminantOptions['priors'], classes: readonly string[]): void {
  if (typeof priors === 'string') return;
  const unknown = Object.keys(priors).find((label) => !classes.includes(label));
  if (unknown !== undefined) {
    throw new ConfigError(
      `discriminant: priors names ${unknown}, which is no class; the classes are ${classes.join(', ')}`,
    );
  }
}
