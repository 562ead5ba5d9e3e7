import { raw, type Sql } from './sql.ts';

/**
 * A double as text that every engine reads back to the same double: `(1.5e+0)`. Scores are written with literals, not
 * with parameters, so that a score can also be a view.
 */
export function double(value: number): Sql {
  if (!Number.isFinite(value)) throw new Error(`a number in SQL must be finite; got ${value}`);
  return raw(`(${value.toExponential()})`);
}
