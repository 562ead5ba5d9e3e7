import { ConfigError } from '../../errors.ts';
import type { DiscriminantOptions } from './options.ts';

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
