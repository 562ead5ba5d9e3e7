import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, ModelError } from '../errors.ts';
import { firstPurchaseDay } from './as-of.ts';
import type { Origin } from './former.ts';
import { stepsFor } from './order.ts';
import { atDay, buildPastDay } from './past-day.ts';
import { readPastDay } from './read-past-day.ts';
import type { BackfillRecord, PastDay } from './record.ts';
import { mustReplaceNoNight } from './replaced-nights.ts';
import type { Pipeline } from './spec.ts';
import type { Night, PlannedStep } from './step.ts';
import type { Timed } from './stopwatch.ts';
import type { Workspace } from './workspace.ts';
import { inEnglish, sameness, type Remark } from '../text/remark.ts';

/** What past days leave for the release after them. */
export interface Backfilled {
  readonly record: BackfillRecord;
  /** The last of them. */
  readonly origin: Origin;
  /** What is wrong with sources and records on past days: each sentence once, with the first day it was said on. */
  readonly warnings: readonly Remark[];
}

/** The days of a backfill. */
export interface PastDays {
  /** In their order, all before the as-of day. */
  readonly days: (asOf: string) => readonly string[];
  /** They may take the place of nights that were run. */
  readonly replaceHistory: boolean;
}

/** What a day hands on to the next one: who was where, and the models that may go on. The plan is cut to the steps these need. */
const handedOn = ['segments.membership', 'scores.rfm'];

/**
 * Computes past days one after the other, each in a warehouse of its own inside the unfinished release, each going on from the one before
 * as a release does from a release. The first days are skipped where they have too few customers for the models.
 *
 * @throws BezeroError that says at which day; ConfigError where nights that were run would be replaced unasked; ModelError where no day has
 *   customers enough
 */
export async function backfill(
  pipeline: Pipeline,
  work: Workspace,
  night: Night,
  past: PastDays,
  asOf: string,
  timed: Timed,
): Promise<Backfilled> {
  const steps = await pastSteps(pipeline);
  const first = await firstDay(pipeline, work);
  const days = past.days(asOf);
  if (!past.replaceHistory) await mustReplaceNoNight(work, days[0]!, asOf);
  await work.closeEngine();
  const warned = new Map<string, Remark>();
  const built: PastDay[] = [];
  const skipped: { asOf: string; reason: string }[] = [];
  let origin = work.origin;
  for (const [i, day] of days.entries()) {
    if (first !== null && day < first) {
      skipped.push({ asOf: day, reason: `nobody had bought yet; the first purchase is of ${first}` });
      continue;
    }
    const done = timed(`backfill ${day} (${i + 1} of ${days.length})`);
    const here = { folder: join(work.past, day), asOf: day };
    try {
      const told = await buildPastDay(work, steps, night, origin, here, async (engine, { remarks, warnings }) => {
        for (const one of warnings) if (!warned.has(sameness(one))) warned.set(sameness(one), { ...one, pastDay: day });
        const said = { remarks: inEnglish(remarks, pipeline.currency), told: remarks };
        return { ...(await readPastDay(engine, day)), ...said };
      });
      done(tell(told), told.customers);
      built.push(told);
    } catch (error) {
      if (!(error instanceof ModelError) || built.length > 0) {
        done('failed');
        throw atDay(day, error);
      }
      done(`skipped: ${error.message}`);
      skipped.push({ asOf: day, reason: error.message });
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
  return { record: { days: built, skipped }, origin: origin!, warnings: [...warned.values()] };
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

function tell({ asOf, customers, segments, moved, fittedOn }: PastDay): string {
  const how = fittedOn['kmeans'] === asOf ? 'found anew' : `those of ${fittedOn['kmeans']!}`;
  return `${customers} customers in ${segments} segments, ${how}; ${moved} moved`;
}
