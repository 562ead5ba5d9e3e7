import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import type { main } from '../../../src/cli.ts';
import type { Effects } from '../../../src/commands/effects.ts';

/** When a run begins, and what tells its release apart: the clock stands still, so that runs of one stamp write the same bytes. */
export interface Stamp {
  readonly now: string;
  readonly random: string;
}

/** A night, and the same night begun again an hour later. */
export const stampOf = (day: number, again = false): Stamp => ({
  now: `2026-11-2${day}T0${again ? 3 : 2}:00:00Z`,
  random: `00${again ? 'f' : '0'}${day}`,
});

/** What came of one command line. */
export interface Said {
  readonly code: number;
  readonly lines: readonly string[];
}

function effectsAt(folder: string, { now, random }: Stamp, hear: (line: string) => void): Effects {
  return {
    print: hear,
    write: () => undefined,
    readInput: () => Promise.resolve(''),
    say: hear,
    warn: hear,
    step: (title) => (outcome) => {
      hear(`${title}: ${outcome}`);
    },
    onSignal: () => () => undefined,
    now: () => new Date(now),
    randomId: () => random,
    cwd: folder,
    timeZone: 'UTC',
    env: {},
    stdout: { isTerminal: false, columns: 100 },
    colors: picocolors.createColors(false),
    program: { node: process.execPath, script: 'bezero' },
    process: { pid: process.pid, host: 'here', command: 'bezero run nightly.yaml' },
  };
}

/** Calls the command line in a folder, at a moment. */
export async function call(
  cli: typeof main,
  folder: string,
  stamp: Stamp,
  argv: readonly string[] = ['run', 'nightly.yaml'],
  hear: (line: string) => void = () => undefined,
): Promise<Said> {
  const lines: string[] = [];
  const effects = effectsAt(folder, stamp, (line) => {
    lines.push(line);
    hear(line);
  });
  return { code: await cli(argv, effects), lines };
}

/** Whoever comes after a killed run comes a minute later, not in the same second. */
export function aMinuteLater(store: string): void {
  const lock = join(store, 'lock');
  const then = Date.now() / 1_000 - 60;
  if (existsSync(lock)) utimesSync(lock, then, then);
}
