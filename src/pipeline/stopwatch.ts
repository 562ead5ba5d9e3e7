import type { RunEffects } from './effects.ts';
import type { StepRecord } from './record.ts';

/** Begins a piece of work; the returned function ends it, with what came out and how many rows. */
export type Timed = (title: string) => (outcome: string, rows?: number | null) => void;

/** Times steps for the record while they are shown. */
export function stopwatch(effects: Pick<RunEffects, 'now' | 'step'>, steps: StepRecord[]): Timed {
  return (title) => {
    const began = effects.now();
    const done = effects.step(title);
    return (outcome, rows = null) => {
      steps.push({ step: title, rows, seconds: (effects.now().getTime() - began.getTime()) / 1000 });
      done(outcome);
    };
  };
}
