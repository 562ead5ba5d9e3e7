import { unitOf } from './feature.ts';
import type { Format } from './format.ts';

/** A figure in a sentence that names its unit itself. */
const short =
  (f: Format) =>
  (value: number): string =>
    Math.abs(value) >= 100 ? f.whole(value) : f.number(value);

/** Not all nothing, and so small that decimals would not show them. */
const areSmall = (values: readonly (number | null)[]): boolean => {
  const most = Math.max(...values.map((value) => Math.abs(value ?? 0)));
  return most > 0 && most < 0.01;
};

/**
 * One way to write the values of a feature that stand together, in its unit: in a sentence short, in a table all with the same decimals,
 * as many as the largest leaves room for.
 */
export function valueWriter(
  feature: string,
  values: readonly (number | null)[],
  f: Format,
  place: 'sentence' | 'table',
): (value: number) => string {
  const isTable = place === 'table';
  switch (unitOf(feature)) {
    case 'money':
      return isTable ? f.moneyLike(values) : f.money;
    case 'share':
      return (value) => f.share(value, isTable ? 1 : 0);
    case 'years':
      return isTable ? f.years : short(f);
    case 'number': {
      if (areSmall(values)) return f.significant;
      const digits = values.every((value) => Math.abs(value ?? 0) < 10) ? 2 : 1;
      return isTable ? (value) => f.fixed(value, digits) : short(f);
    }
  }
}
