import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
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

/** Bytes of the longest file that may be one of a pipeline: logs are longer. */
const longest = 1_000_000;

/** A line of a crontab that runs a pipeline. */
interface CronJob {
  /** `0 5 * * *`, `@daily` */
  readonly when: string;
  /** The time zone of its times. */
  readonly zone: string;
  /** What its pipelines are called. */
  readonly pipelines: readonly string[];
  /** A `%` ends its command before its end. */
  readonly isCut: boolean;
}

/** What a pipeline file calls its pipeline; none where it is no such file. */
function nameIn(file: string): string[] {
  try {
    const found = statSync(file);
    return found.isFile() && found.size <= longest ? [readPipeline(file, readFileSync(file, 'utf8')).name] : [];
  } catch {
    return [];
  }
}

/** The pipelines that a command runs by `bezero run`, whatever folder and program it calls it by: words behind `run` that are files of pipelines. */
function pipelinesOf(command: string, home: string): string[] {
  const words = shellWords(command).map((word) => word.replace(/^~(?=\/|$)/, home));
  const program = words.findIndex((word) => word.includes('bezero'));
  const run = program < 0 ? -1 : words.indexOf('run', program + 1);
  if (run < 0) return [];
  const cd = words.lastIndexOf('cd', run);
  const folder = cd < 0 ? home : words[cd + 1]!;
  return words.slice(run + 1).flatMap((word) => nameIn(resolve(home, folder, word)));
}

/** cron takes what follows for the standard input of the command (crontab(5)). */
const unescaped = /(?<!\\)%/;

/** The lines of a crontab that run a pipeline. `CRON_TZ` says the time zone of the lines behind it (crontab(5) of cronie). */
function jobsOf(crontab: string, home: string, timeZone: string): CronJob[] {
  const jobs: CronJob[] = [];
  let zone = timeZone;
  for (const line of crontab.split('\n')) {
    const named = /^\s*CRON_TZ\s*=\s*(["']?)(.*?)\1\s*$/.exec(line);
    if (named) zone = named[2]! || timeZone;
    const [, when, command] = /^\s*(@\w+|(?:[\d*][\w*/,-]*\s+){3}[\w*/,-]+\s+[\w*/,-]+)\s+(\S.*)$/.exec(line) ?? [];
    if (when === undefined || command === undefined) continue;
    const [run, ...input] = command.split(unescaped);
    const pipelines = pipelinesOf(run!.replaceAll('\\%', '%'), home);
    if (pipelines.length > 0)
      jobs.push({ when: when.replaceAll(/\s+/g, ' '), zone, pipelines, isCut: input.length > 0 });
  }
  return jobs;
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
  return jobsOf(await readCrontab(env), env['HOME'] ?? '/', timeZone)
    .filter(({ pipelines }) => pipeline === undefined || pipelines.includes(pipeline))
    .map(({ when, zone, isCut }) => ({
      ...{ by: 'cron', name: 'crontab', at: tellWhen(when, zone), isEnabled: true },
      ...(isCut && { isCut }),
    }));
}
