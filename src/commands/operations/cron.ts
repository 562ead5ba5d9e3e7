import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { readPipeline } from '../../pipeline/spec.ts';
import type { Effects } from '../effects.ts';
import { shellWords } from '../shell.ts';
import type { Timer } from './timer.ts';

/** Milliseconds that a crontab may take to be read. */
const patience = 5_000;

/** The crontab of the user (crontab(1)); empty where there is none, or no cron. */
async function readCrontab(env: Effects['env']): Promise<string> {
  if (env['PATH'] === undefined) return '';
  const read = promisify(execFile)('crontab', ['-l'], { env: { ...env }, timeout: patience });
  return (await read.catch(() => ({ stdout: '' }))).stdout;
}

/** A line of a crontab that runs a pipeline. */
interface CronJob {
  /** `0 5 * * *`, `@daily` */
  readonly when: string;
  /** Absolute path of the pipeline file. */
  readonly file: string;
}

/** The lines of a crontab that call `bezero run`, whatever folder and program they call it by. */
function jobsOf(crontab: string, home: string): CronJob[] {
  return crontab.split('\n').flatMap((line) => {
    const [, when, command] = /^\s*(@\w+|(?:[\d*][\w*/,-]*\s+){4}[\w*/,-]+)\s+(\S.*)$/.exec(line) ?? [];
    if (when === undefined || command === undefined) return [];
    const words = shellWords(command.replaceAll('\\%', '%'));
    const run = words.indexOf('run');
    const file = words.slice(run + 1).find((word) => !word.startsWith('-'));
    if (run < 1 || file === undefined || !words.slice(0, run).some((word) => word.includes('bezero'))) return [];
    const folder = words.includes('cd') ? words[words.indexOf('cd') + 1]!.replace(/^~(?=\/|$)/, home) : home;
    return [{ when: when.replaceAll(/\s+/g, ' '), file: resolve(home, folder, file) }];
  });
}

/** What a pipeline file calls its pipeline; null where it cannot be read. */
function nameIn(file: string): string | null {
  try {
    return existsSync(file) ? readPipeline(file, readFileSync(file, 'utf8')).name : null;
  } catch {
    return null;
  }
}

/** `0 5 * * *` → `every day at 05:00 UTC`; what is no plain time of a day, as the crontab says it. */
function tellWhen(when: string, zone: string): string {
  const [, minute, hour] = /^(\d+) (\d+) \* \* \*$/.exec(when) ?? [];
  if (minute === undefined || hour === undefined) return `"${when}" in ${zone}`;
  return `every day at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')} ${zone}`;
}

/** The lines of the crontab of the user that run a pipeline, or any. */
export async function cronTimers(
  { env, timeZone }: Pick<Effects, 'env' | 'timeZone'>,
  pipeline: string | undefined,
): Promise<Timer[]> {
  return jobsOf(await readCrontab(env), env['HOME'] ?? '/')
    .filter(({ file }) => pipeline === undefined || nameIn(file) === pipeline)
    .map(({ when }) => ({ by: 'cron', name: 'crontab', at: tellWhen(when, timeZone), isEnabled: true }));
}
