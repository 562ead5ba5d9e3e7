import type { Pipeline } from '../../pipeline/spec.ts';
import type { Effects } from '../effects.ts';
import type { Ran } from '../run.ts';
import { deliver, type Mailing } from './deliver.ts';
import { watchSteps } from './watch-steps.ts';

/** Whether a pipeline mails when a night went so. */
const mails = (pipeline: Pipeline, when: 'success' | 'failure'): pipeline is Mailing =>
  pipeline.mail?.on.includes(when) === true;

/** Runs, and mails what failed where it fails; the failure then goes on. */
export async function tellingFailure<T>(
  pipeline: Pipeline,
  effects: Effects,
  work: (effects: Effects) => Promise<T>,
): Promise<T> {
  if (!mails(pipeline, 'failure')) return work(effects);
  const watch = watchSteps(effects);
  try {
    return await work(watch.effects);
  } catch (error) {
    const letter = async () => {
      const { letterOfFailure } = await import('./letters.ts');
      return letterOfFailure(pipeline, error, watch.place(), effects);
    };
    await deliver(pipeline, 'of the failure', letter, effects);
    throw error;
  }
}

/** Mails what a run came to: its release; or, where it had nothing to do, what a source lacks. */
export async function tellSuccess(
  pipeline: Pipeline,
  ran: Ran,
  copyTo: string | undefined,
  effects: Effects,
): Promise<void> {
  const { record, published } = ran;
  if (!mails(pipeline, 'success') || (!published && record.warnings.length === 0)) return;
  const letter = async () => {
    const { letterOfRun } = await import('./letters.ts');
    return letterOfRun(pipeline, ran, copyTo, effects);
  };
  await deliver(pipeline, `of ${record.run}`, letter, effects);
}
