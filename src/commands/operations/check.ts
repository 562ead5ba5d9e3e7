/** One thing that a night needs, as `bezero doctor` found it. */
export interface Check {
  readonly what: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly found: string;
  /** What to do; empty where nothing is. */
  readonly advice: string;
}

/** What is as it should be. */
export const ok = (what: string, found: string): Check => ({ what, state: 'ok', found, advice: '' });

/** What a night gets along with, or can be mended later. */
export const warn = (what: string, found: string, advice: string): Check => ({ what, state: 'warn', found, advice });

/** What the next night would stop at, or has stopped at. */
export const fail = (what: string, found: string, advice: string): Check => ({ what, state: 'fail', found, advice });
