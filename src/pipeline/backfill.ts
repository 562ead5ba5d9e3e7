import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { BezeroError, ConfigError, ModelError } from '../errors.ts';
import { firstPurchaseDay } from './as-of.ts';
import type { Origin } from './former.ts';
import { stepsFor } from './order.ts';
import { buildPastDay } from './past-day.ts';
import { readPastDay } from './read-past-day.ts';
import type { BackfillRecord, PastDay } from './record.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';
import type { Timed } from './stopwatch.ts';
import type { Workspace } from './workspace.ts';

/** What past days leave for the release after them. */
export interface Backfilled {
  readonly record: BackfillRecord;
  /** The last of them. */
  readonly origin: Origin;
}

/** What a day hands on to the next one: who was where, and the models that may go on. The plan is cut to the steps these need. */
const handedOn = ['segments.membership', 'scores.rfm'];

/**
 * Computes past days one after the other, each in a warehouse of its own inside the unfinished release, each going on from the one before
 * as a release does from a release. The first days are skipped where they have too few customers for the models.
 *
 * @param days in their order, all before the as-of day
 * @throws BezeroError that says at which day; ModelError where no day has customers enough
 */
export async function backfill(
  pipeline: Pipeline,
  work: Workspace,
  version: string,
  days: readonly string[],
  timed: Timed,
): Promise<Backfilled> {
  const steps = await pastSteps(pipeline);
  const first = await firstDay(pipeline, work);
  await work.closeEngine();
  const built: PastDay[] = [];
  const skipped: { asOf: string; reason: string }[] = [];
  let origin = work.origin;
  for (const [i, asOf] of days.entries()) {
    if (first !== null && asOf < first) {
      skipped.push({ asOf, reason: `nobody had bought yet; the first purchase is of ${first}` });
      continue;
    }
    const done = timed(`backfill ${asOf} (${i + 1} of ${days.length})`);
    const here = { folder: join(work.past, asOf), asOf };
    try {
      const day = await buildPastDay(work, steps, version, origin, here, (engine, remarks) =>
        readPastDay(engine, asOf, remarks),
      );
      done(tell(day), day.customers);
      built.push(day);
    } catch (error) {
      if (!(error instanceof ModelError) || built.length > 0) {
        done('failed');
        throw atDay(asOf, error);
      }
      done(`skipped: ${error.message}`);
      skipped.push({ asOf, reason: error.message });
      rmSync(here.folder, { recursive: true, force: true });
      continue;
    }
    if (built.length > 1) rmSync(origin!.folder, { recursive: true, force: true });
    origin = here;
  }
  if (built.length === 0) {
    const { asOf, reason } = skipped.at(-1)!;
    throw new ModelError(`no day from ${days[0]!} to ${asOf} has customers enough; the last one: ${reason}`);
  }
  return { record: { days: built, skipped }, origin: origin! };
}

/** Throws where a pipeline makes no segments, which are what past days hand on. */
export function mustHaveSegments({ file, steps }: Pipeline): void {
  if (!steps.some(({ model }) => model === 'kmeans'))
    throw new ConfigError(`${file}: steps must have kmeans for a backfill; segments are what has a history`);
}

/** Before the first purchase there is nobody to segment, unless prospects are segmented too; null: any day may have somebody. */
async function firstDay({ steps }: Pipeline, work: Workspace): Promise<string | null> {
  const ofBuyers = steps.some((step) => step.model === 'kmeans' && step.options.customers === 'buyers');
  return ofBuyers ? firstPurchaseDay(await work.engine()) : null;
}

async function pastSteps(pipeline: Pipeline): Promise<PlannedStep[]> {
  mustHaveSegments(pipeline);
  const { planPipeline } = await import('./plan.ts');
  return stepsFor(planPipeline(pipeline), handedOn);
}

function atDay(asOf: string, error: unknown): unknown {
  if (error instanceof BezeroError) error.message = `as of ${asOf}: ${error.message}`;
  return error;
}

function tell({ asOf, customers, segments, moved, fittedOn }: PastDay): string {
  const how = fittedOn['kmeans'] === asOf ? 'found anew' : `those of ${fittedOn['kmeans']!}`;
  return `${customers} customers in ${segments} segments, ${how}; ${moved} moved`;
}
