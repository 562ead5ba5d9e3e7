import { byLevel } from './level.ts';

/** So often it is said how far a long test is, in milliseconds. */
const pause = byLevel({ quick: Infinity, short: 60_000, full: 15_000 });

/** Tells whoever waits how far a test of so many trials is, now and then; to be called after each trial. */
export function progressOf(test: string, trials: number): () => void {
  const began = performance.now();
  let [done, said] = [0, began];
  return () => {
    done++;
    const now = performance.now();
    if (now - said < pause) return;
    said = now;
    console.log(`${test}: ${done} of ${trials}, after ${Math.round((now - began) / 1_000)} s`);
  };
}
