import picocolors from 'picocolors';
import { expect } from 'vitest';
import type { Effects } from '../../src/commands/effects.ts';

/** Effects that write down what a command says, in a folder, with a clock that stands still. */
export interface RecordingEffects extends Effects {
  readonly printed: string[];
  readonly said: string[];
  readonly written: Uint8Array[];
}

/** Every file has a clock and names of its own, whatever ran before it in the same process. */
const runs = new Map<string | undefined, number>();

function nextRun(): number {
  const file = expect.getState().testPath;
  const run = runs.get(file) ?? 0;
  runs.set(file, run + 1);
  return run;
}

export function recordingEffects(cwd: string, more: Partial<Effects> = {}): RecordingEffects {
  const printed: string[] = [];
  const said: string[] = [];
  const written: Uint8Array[] = [];
  return {
    printed,
    said,
    written,
    print: (line) => printed.push(line),
    write: (bytes) => written.push(bytes),
    readInput: () => Promise.resolve(''),
    say: (line) => said.push(line),
    warn: (line) => said.push(line),
    step: (title) => (outcome) => said.push(`${title}: ${outcome}`),
    onSignal: () => () => undefined,
    now: () => new Date(Date.parse('2026-11-21T02:00:00Z') + 60_000 * nextRun()),
    randomId: () => nextRun().toString(16).padStart(4, '0'),
    cwd,
    timeZone: 'Europe/Madrid',
    env: {},
    stdout: { isTerminal: false, columns: 100 },
    colors: picocolors.createColors(false),
    program: { node: '/usr/bin/node', script: '/opt/bezero/src/bezero.js' },
    process: { pid: process.pid, host: 'test', command: 'bezero' },
    ...more,
  };
}
