import type { Engine } from '../../engine/engine.ts';
import { between, lloyd, type LloydLimits, type LloydResult } from './lloyd.ts';
import type { Position, Space } from './space.ts';

/** A start is tried for as many passes as read this many rows, two at least. */
const tried = 2_000_000;

/**
 * Lloyd's algorithm from the best of several starts: which is best on a sample need not be so on all rows. Each is tried on all rows of the working
 * table for some passes, small tables to the end; the one with the least sum of squares then goes on. Of equal ones the first. `rows`: how many the
 * table has.
 */
export async function lloydFromBest(
  engine: Engine,
  table: string,
  space: Space,
  starts: readonly (readonly Position[])[],
  rows: number,
  limits: LloydLimits,
): Promise<LloydResult> {
  if (starts.length === 1) return lloyd(engine, table, space, starts[0]!, limits);
  const passes = Math.min(Math.max(2, Math.floor(tried / rows)), limits.iterations);
  const trials: LloydResult[] = [];
  for (const start of starts) trials.push(await lloyd(engine, table, space, start, { ...limits, iterations: passes }));
  const reached = ({ clusters }: LloydResult): bigint => between(clusters, space.factors);
  const best = trials.reduce((first, one) => (reached(one) > reached(first) ? one : first));
  if (best.convergence.converged || passes === limits.iterations) return best;
  const found = await lloyd(engine, table, space, best.centres, { ...limits, iterations: limits.iterations - passes });
  return { ...found, convergence: { ...found.convergence, iterations: found.convergence.iterations + passes } };
}
