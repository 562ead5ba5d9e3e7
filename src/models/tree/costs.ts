import { ConfigError } from '../../errors.ts';
import type { TreeOptions } from './options.ts';

/** How rows of the classes count: in impurity, and in the error of a node. */
export interface ClassCosts {
  /** Prior probability by class. */
  readonly priors: readonly number[];
  /** What a row of a class counts in impurity; all add up to the rows: the altered priors of Breiman et al. (1984, 4.4). */
  readonly masses: readonly number[];
  /** What it costs, in rows, to put a row of a class (first) into another (second). */
  readonly losses: readonly (readonly number[])[];
}

function checkNames(names: readonly string[], classes: readonly string[], option: string): void {
  const unknown = names.find((name) => !classes.includes(name));
  if (unknown !== undefined)
    throw new ConfigError(`tree: ${option} names ${unknown}, which is no class; the classes are ${classes.join(', ')}`);
}

function priorsOf(
  { priors, class_weights: weights }: TreeOptions,
  classes: readonly string[],
  rows: readonly number[],
) {
  const raw = classes.map((label, c) => {
    const weight = weights[label] ?? 1;
    if (priors === 'size') return rows[c]! * weight;
    if (priors === 'equal') return weight;
    const given = priors[label];
    if (given === undefined) throw new ConfigError(`tree: priors must name every class; ${label} is missing`);
    return given * weight;
  });
  const sum = raw.reduce((total, one) => total + one, 0);
  return raw.map((one) => one / sum);
}

/**
 * Priors, weights and costs as rpart combines them: a class with prior π, n of N rows and costs C(c, ·) counts Σ C(c, ·)·π·N/n,
 * scaled so that all count N together; a row of it in the class k costs C(c, k)·π·N/n. By default all are 1.
 */
export function classCosts(options: TreeOptions, classes: readonly string[], rows: readonly number[]): ClassCosts {
  const { priors: asked, class_weights: weights, costs } = options;
  if (typeof asked !== 'string') checkNames(Object.keys(asked), classes, 'priors');
  checkNames(Object.keys(weights), classes, 'class_weights');
  checkNames([...Object.keys(costs), ...Object.values(costs).flatMap((row) => Object.keys(row))], classes, 'costs');
  const priors = priorsOf(options, classes, rows);
  const isPlain = asked === 'size' && Object.keys(weights).length === 0;
  const all = rows.reduce((sum, one) => sum + one, 0);
  const counts = rows.map((n, c) => (isPlain ? 1 : (priors[c]! * all) / n));
  const cost = classes.map((actual) =>
    classes.map((assigned) => (actual === assigned ? 0 : (costs[actual]?.[assigned] ?? 1))),
  );
  const losses = cost.map((row, c) => row.map((one) => one * counts[c]!));
  if (Object.keys(costs).length === 0) return { priors, masses: counts, losses };
  const altered = cost.map((row, c) => row.reduce((sum, one) => sum + one, 0) * counts[c]!);
  const mass = altered.reduce((sum, one, c) => sum + one * rows[c]!, 0);
  if (!(mass > 0)) throw new ConfigError('tree: costs must not all be 0');
  return { priors, masses: altered.map((one) => (one * all) / mass), losses };
}

/** The class of a node that costs least, the first of equal ones, and what it costs. */
export function assign(counts: readonly number[], { losses }: ClassCosts): { class: number; risk: number } {
  const risks = counts.map((_, k) => counts.reduce((sum, count, c) => sum + count * losses[c]![k]!, 0));
  const risk = Math.min(...risks);
  return { class: risks.indexOf(risk), risk };
}
