import type { Engine } from '../engine/engine.ts';
import type { PreviousRun } from '../reports/context.ts';
import { readCustomerChanges } from '../reports/data/since.ts';
import { readDecided } from '../reports/data/since-decided.ts';
import type { Former } from './former.ts';
import type { RunRecord } from './record.ts';

/**
 * The figures of the release before, with what became of its customers, where its warehouse still tells.
 *
 * @param since its warehouse; null where it is gone
 */
export async function readPreviousRun(
  engine: Engine,
  { run, asOf, totals, inputs }: RunRecord,
  since: Former | null,
): Promise<PreviousRun> {
  const customers = since && (await readCustomerChanges(engine, (relation) => since.table(relation)));
  const decided = since && (await readDecided(engine, (relation) => since.table(relation)));
  const rejected = inputs.reduce((sum, { rejectedInAll }) => sum + rejectedInAll, 0);
  return { runId: run, asOf, ...totals, rejected, ...(customers && { customers }), ...decided };
}
