import { join } from 'node:path';
import { dayBefore, lastPurchaseDay } from './as-of.ts';
import type { Origin } from './former.ts';
import { stepsFor } from './order.ts';
import { atDay, buildPastDay } from './past-day.ts';
import type { Pipeline } from './spec.ts';
import type { Night, PlannedStep } from './step.ts';
import type { Timed } from './stopwatch.ts';
import type { Workspace } from './workspace.ts';

/** What a model of later days reads of a past one. */
const read = ['features.customer', 'features.customer_category', 'features.customer_channel'];

/** How long the windows are in which it is seen who buys again; null where nobody asks. */
function windowLength({ steps }: Pipeline): number | null {
  const step = steps.find(({ model }) => model === 'repurchase');
  return step?.model === 'repurchase' ? step.options.within_days : null;
}

/**
 * Computes the features of the days before the last two windows, each in a warehouse of its own that has nothing later. They are removed with the other
 * past days of a run. The windows end with the last purchase: of later days it is not known who bought. Where it lies before the as-of day, the features of that
 * day come last, since the days to come are foretold as those of the windows were.
 */
export async function buildWindows(
  pipeline: Pipeline,
  work: Workspace,
  night: Night,
  asOf: string,
  timed: Timed,
): Promise<readonly Origin[]> {
  const length = windowLength(pipeline);
  if (length === null) return [];
  const steps = await featureSteps(pipeline);
  const end = (await lastPurchaseDay(await work.engine(), asOf)) ?? asOf;
  await work.closeEngine();
  const built: Origin[] = [];
  for (const day of [dayBefore(end, 2 * length), dayBefore(end, length), ...(end < asOf ? [end] : [])]) {
    const done = timed(`features as of ${day}`);
    const here = { asOf: day, folder: join(work.past, 'windows', day) };
    try {
      await buildPastDay(work, steps, night, null, here, () => Promise.resolve());
    } catch (error) {
      done('failed');
      throw atDay(day, error);
    }
    done('ready');
    built.push(here);
  }
  return built;
}

async function featureSteps(pipeline: Pipeline): Promise<PlannedStep[]> {
  const { planPipeline } = await import('./plan.ts');
  return stepsFor(planPipeline(pipeline), read);
}
