import type { Rows } from '../../../math/linear-algebra.ts';
import type { Separation } from './history.ts';

/** Classes and their sizes, and the customers of all. */
interface Sizes {
  readonly n: number;
  readonly classes: readonly { readonly class: string; readonly n: number }[];
}

/**
 * How well a set of predictors separates the classes, by its G = U′W⁻¹U and Wilks' λ. Rao's V = (n − g)·tr G (Rao 1973,
 * 8d); the squared distance of two classes is (n − g)(G_aa/n_a + G_bb/n_b − 2G_ab/√(n_a n_b)). Of equally near pairs the
 * first.
 */
export function separationOf({ n, classes }: Sizes, spread: Rows, wilks: number): Separation {
  const df = n - classes.length;
  const at = (a: number, b: number): number => spread[a]![b]! / Math.sqrt(classes[a]!.n * classes[b]!.n);
  const pairs = classes.flatMap((one, a) =>
    classes.slice(a + 1).map((other, i) => {
      const b = a + 1 + i;
      const squaredDistance = df * Math.max(at(a, a) + at(b, b) - 2 * at(a, b), 0);
      return { classes: [one.class, other.class] as const, squaredDistance };
    }),
  );
  return {
    wilks,
    raoV:
      df *
      Math.max(
        spread.reduce((sum, row, a) => sum + row[a]!, 0),
        0,
      ),
    nearest: pairs.reduce((least, pair) => (pair.squaredDistance < least.squaredDistance ? pair : least)),
  };
}
