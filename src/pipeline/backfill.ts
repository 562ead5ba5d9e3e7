import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { BezeroError, ConfigError, ModelError } from '../errors.ts';
import type { Origin } from './former.ts';
import { stepsFor } from './order.ts';
import { buildPastDay } from './past-day.ts';
import type { BackfillRecord, PastDay } from './record.ts';
import type { Pipeline } from './spec.ts';
import type { Timed } from './stopwatch.ts';
import type { Workspace } from './workspace.ts';

/** What past days leave for the day after them. */
export interface Backfilled {
  readonly record: BackfillRecord;
  /** The last of them. */
  readonly origin: Origin;
}

/** What a day hands on to the next one: who was where, and the models that may go on. */
const handedOn = ['segments.membership', 'scores.rfm'];

/**
 * Computes past days one after the other, each in a warehouse of its own inside the unfinished release, each going on from the one before
 * as a release does from a release. Only what segments and their history need is built: no marts, no files.
 *
 * @param days in their order, all before the as-of day
 * @throws BezeroError that says at which day
 */
export async function backfill(
  pipeline: Pipeline,
  work: Workspace,
  version: string,
  days: readonly string[],
  timed: Timed,
): Promise<Backfilled> {
  if (!pipeline.steps.some(({ model }) => model === 'kmeans'))
    throw new ConfigError(`${pipeline.file}: steps must have kmeans for a backfill: segments are what has a history`);
  const { planPipeline } = await import('./plan.ts');
  const steps = stepsFor(planPipeline(pipeline), handedOn);
  await work.closeEngine();
  const built: PastDay[] = [];
  const skipped: { asOf: string; reason: string }[] = [];
  let origin = work.origin;
  for (const [i, asOf] of days.entries()) {
    const here = { folder: join(work.past, asOf), asOf };
    const done = timed(`backfill ${asOf} (${i + 1} of ${days.length})`);
    try {
      const day = await buildPastDay(work, steps, version, origin, here);
      built.push(day);
      done(tell(day), day.customers);
    } catch (error) {
      if (error instanceof ModelError && built.length === 0) {
        skipped.push({ asOf, reason: error.message });
        done(`skipped: ${error.message}`);
        rmSync(here.folder, { recursive: true, force: true });
        continue;
      }
      done('failed');
      if (error instanceof BezeroError) error.message = `as of ${asOf}: ${error.message}`;
      throw error;
    }
    if (built.length > 1) rmSync(origin!.folder, { recursive: true, force: true });
    origin = here;
  }
  if (built.length === 0)
    throw new ModelError(
      `no day from ${days[0]!} to ${days.at(-1)!} has customers enough for the segments; as of ${skipped.at(-1)!.asOf}: ${skipped.at(-1)!.reason}`,
    );
  return { record: { days: built, skipped }, origin: origin! };
}

const tell = ({ asOf, customers, segments, moved, fittedOn }: PastDay): string => {
  const fitted = fittedOn['kmeans'] === asOf ? 'found anew' : `of ${fittedOn['kmeans']!}`;
  return `${customers} customers in ${segments} segments, ${fitted}; ${moved} moved`;
};
