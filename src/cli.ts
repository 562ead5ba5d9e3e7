import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import picocolors from 'picocolors';
import type { Effects } from './commands/effects.ts';
import { buildProgram } from './commands/program.ts';
import { plainTalk, terminalTalk } from './commands/progress.ts';
import { shellWord } from './commands/shell.ts';
import { BezeroError } from './errors.ts';
import { explained } from './explained.ts';

/** What the package says of itself. */
interface Manifest {
  readonly version: string;
  readonly bugs?: { readonly url: string };
}

/** Whoever read our standard output went away: nothing more is wanted, and nothing is wrong. */
class OutputClosed extends Error {}

/**
 * Runs one command line (without `node` and the program's path) and returns the exit code: 0 ok · 1 bug · 2 the user's words ·
 * 3 data · 4 model · 5 database, file or lock. It never throws.
 */
export async function main(argv: readonly string[], effects: Effects): Promise<number> {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest;
  const program = buildProgram(effects, manifest.version);
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv.map(notAnOption), { from: 'user' });
    return 0;
  } catch (thrown) {
    if (thrown instanceof OutputClosed) return 0;
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    const error = explained(thrown);
    const debug = program.opts<{ debug?: true }>().debug === true;
    if (!(error instanceof BezeroError)) {
      effects.say(describeBug(error, manifest));
      return 1;
    }
    effects.say(debug ? describeFully(error) : error.message);
    return error.exitCode;
  }
}

/** SQL that begins with a comment is no option: a space before it says so to the parser, before and after `--`. */
const notAnOption = (word: string): string => (/^--(?:[\s-]|[^=\n]*\n)/.test(word) ? ` ${word}` : word);

function describeBug(error: unknown, { version, bugs }: Manifest): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const where = bugs ? ` at ${bugs.url}` : '';
  return `${stack}\n\nThis is a mistake in bezero ${version}, not in your files. Please report it${where}, with the lines above.`;
}

function describeFully(error: BezeroError): string {
  const statement = 'sql' in error ? [String(error.sql)] : [];
  const cause = error.cause instanceof Error ? [`caused by ${error.cause.stack ?? error.cause.message}`] : [];
  return [error.stack ?? error.message, ...statement, ...cause].join('\n\n');
}

/** Runs the command line of this process in the real world. */
export async function start(): Promise<void> {
  const argv = process.argv.slice(2);
  const lastDeeds = new Set<(signal: string) => void>();
  const effects = realEffects(argv, lastDeeds);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Dying by the signal itself (130, 143 in a shell) does not wait for the database, which would finish its query first.
    process.once(signal, () => {
      try {
        effects.say('interrupted');
        for (const last of lastDeeds) last(signal);
      } finally {
        process.kill(process.pid, signal);
      }
    });
  }
  process.exitCode = await main(argv, effects);
}

function realEffects(argv: readonly string[], lastDeeds: Set<(signal: string) => void>): Effects {
  const { env, stdout, stderr } = process;
  const talk = stderr.isTTY && env['TERM'] !== 'dumb' ? terminalTalk : plainTalk;
  let closed = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  stderr.on('error', () => undefined);
  const send = (data: string | Uint8Array): void => {
    if (closed) throw new OutputClosed();
    stdout.write(data);
  };
  return {
    print: (line) => {
      send(`${line}\n`);
    },
    write: send,
    readInput: async () => {
      const { text } = await import('node:stream/consumers');
      return text(process.stdin);
    },
    ...talk(stderr, () => performance.now() / 1_000),
    onSignal: (last) => {
      lastDeeds.add(last);
      return () => lastDeeds.delete(last);
    },
    now: () => new Date(),
    randomId: () => Buffer.from(crypto.getRandomValues(new Uint8Array(2))).toString('hex'),
    cwd: process.cwd(),
    get timeZone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
    env,
    stdout: { isTerminal: stdout.isTTY, columns: stdout.isTTY ? stdout.columns || 80 : Infinity },
    colors: picocolors.createColors(wantsColors(env, stdout.isTTY)),
    program: { node: process.execPath, script: fileURLToPath(new URL('../src/bezero.js', import.meta.url)) },
    process: { pid: process.pid, host: hostname(), command: ['bezero', ...argv.map(shellWord)].join(' ') },
  };
}

/** Colours on a terminal; `NO_COLOR` (no-color.org) forbids and `FORCE_COLOR` asks for them anywhere. */
function wantsColors(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0';
  return isTerminal === true && env['TERM'] !== 'dumb';
}
