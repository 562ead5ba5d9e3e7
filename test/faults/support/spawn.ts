import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Stamp } from './night.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What is run: the built program where a script of npm has just built it, else the source, which takes longer to begin. */
const isBuilt = process.env['BEZERO_BUILT'] !== undefined || process.env['npm_lifecycle_event']?.startsWith('test');
const program = pathToFileURL(at(isBuilt ? '../../../dist/cli.js' : '../../../src/cli.ts')).href;

/** When a process is killed: so many milliseconds after it began to work, or after it said its n-th line. */
export type Moment = { readonly after: number; readonly line: number };

/** What became of a process. */
export interface Ended {
  /** Exit code; null where it was killed. */
  readonly code: number | null;
  readonly lines: readonly string[];
  /** Milliseconds at work. */
  readonly time: number;
}

/** Lets a process work, and kills it at a moment (SIGKILL) if it is not done by then. Its first line says that it begins. */
export async function letWork(
  command: readonly [string, ...string[]],
  moment: Moment | null,
  env = {},
): Promise<Ended> {
  const child = spawn(command[0], command.slice(1), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const lines: string[] = [];
  let [began, timer] = [performance.now(), undefined as NodeJS.Timeout | undefined];
  const kill = (): void => {
    if (moment) timer ??= setTimeout(() => child.kill('SIGKILL'), moment.after);
  };
  let ready = false;
  createInterface(child.stdout).on('line', (line) => {
    if (ready) lines.push(line);
    else [ready, began] = [true, performance.now()];
    if (lines.length === moment?.line) kill();
  });
  const code = await ended;
  clearTimeout(timer);
  return { code, lines, time: performance.now() - began };
}

/** The command that runs a night in a process of its own. */
export const nightCommand = (folder: string, stamp: Stamp, ...argv: readonly string[]): [string, ...string[]] => [
  process.execPath,
  ...['--import', import.meta.resolve('tsx'), at('./child.ts'), program, folder, JSON.stringify(stamp)],
  ...(argv.length > 0 ? argv : ['run', 'nightly.yaml']),
];
