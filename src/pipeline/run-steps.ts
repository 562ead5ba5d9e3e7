import { BezeroError } from '../errors.ts';
import type { PlannedStep, StepContext } from './step.ts';
import type { Timed } from './stopwatch.ts';

/** What a step says besides its tables. */
type Said = Pick<StepContext, 'audits' | 'warnings' | 'remarks' | 'files'>;

const nothing = (): Said => ({ audits: [], warnings: [], remarks: [], files: [] });

/**
 * Takes steps, each once those before it that write what it reads are done, as many at a time as the night allows; of those that could begin, the first. One statement seldom keeps all cores busy: the
 * next fills what it leaves. What the steps say is in their order. When one fails, none after it begins any more, and those before it are waited for: what is told does not hang on which was faster.
 *
 * @param steps in an order in which each could run after the other
 * @throws what would have been thrown one step at a time; Error where steps wait for one another (a bug of the layers)
 */
export async function runSteps(steps: readonly PlannedStep[], context: StepContext, timed: Timed): Promise<void> {
  const all = steps.filter(({ kind }) => kind !== 'load');
  let waiting = [...all];
  const said = new Map(all.map((step) => [step, nothing()]));
  const unwritten = new Set(all.flatMap(({ writes }) => writes));
  const failures = new Map<PlannedStep, unknown>();
  const take = async (step: PlannedStep): Promise<void> => {
    try {
      const own = { ...context, ...said.get(step)! };
      await runStep(step, own, timed);
    } catch (error) {
      failures.set(step, error);
      waiting = waiting.filter((other) => all.indexOf(other) < all.indexOf(step));
    }
    for (const relation of step.writes) unwritten.delete(relation);
  };
  const running = new Set<Promise<void>>();
  const begin = (): void => {
    while (running.size < context.lanes) {
      const next = waiting.findIndex(({ reads }) => reads.every((relation) => !unwritten.has(relation)));
      if (next === -1) return;
      const [step] = waiting.splice(next, 1);
      const taken: Promise<void> = take(step!).finally(() => running.delete(taken));
      running.add(taken);
    }
  };
  begin();
  while (running.size > 0) {
    await Promise.race(running);
    begin();
  }
  const failed = all.find((step) => failures.has(step));
  if (failed) throw failures.get(failed);
  if (waiting.length > 0)
    throw new Error(`steps must not wait for one another: ${waiting.map(({ name }) => name).join()}`);
  for (const { audits, warnings, remarks, files } of said.values()) {
    context.audits.push(...audits);
    context.warnings.push(...warnings);
    context.remarks.push(...remarks);
    context.files.push(...files);
  }
}

/** Takes one step; what it throws says which. */
export async function runStep(step: PlannedStep, context: StepContext, timed: Timed): Promise<void> {
  const done = timed(step.name);
  try {
    const { rows, outcome } = await step.run(context);
    done(outcome, rows);
  } catch (error) {
    done('failed');
    if (error instanceof BezeroError && !error.message.startsWith(step.name))
      error.message = `${step.name}: ${error.message}`;
    throw error;
  }
}
