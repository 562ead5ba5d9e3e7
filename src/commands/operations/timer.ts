import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { cronTimers } from './cron.ts';

/** What starts the nights of a pipeline. */
export interface Timer {
  readonly by: 'systemd' | 'cron';
  /** Of systemd: its unit, without `.timer`. */
  readonly name: string;
  /** `every day at 05:00 Europe/Madrid` */
  readonly at: string;
  /** It starts by itself. */
  readonly isEnabled: boolean;
  /** A `%` ends the command of a crontab before its end. */
  readonly isCut?: true;
}

/** The timers of systemd of the user whose services run one of some pipelines. */
function systemdTimers(home: string | undefined, pipeline: string | undefined): Timer[] {
  const folder = join(home ?? '/', '.config/systemd/user');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((file) => /^bezero-.*\.timer$/.test(file));
  return names.sort().flatMap((file): Timer[] => {
    const name = file.replace(/\.timer$/, '');
    if (pipeline !== undefined && name !== `bezero-${pipeline}`) return [];
    const when = /^OnCalendar=\*-\*-\* (\d\d:\d\d):00 (\S+)$/m.exec(readFileSync(join(folder, file), 'utf8'));
    const isEnabled = existsSync(join(folder, 'timers.target.wants', file));
    return when ? [{ by: 'systemd', name, at: `every day at ${when[1]!} ${when[2]!}`, isEnabled }] : [];
  });
}

/** What starts the nights of a pipeline, or of any: those that start first. */
export async function findTimers(
  effects: Pick<Effects, 'env' | 'timeZone'>,
  pipeline: string | undefined,
): Promise<Timer[]> {
  const timers = [...systemdTimers(effects.env['HOME'], pipeline), ...(await cronTimers(effects, pipeline))];
  return timers.sort((a, b) => Number(b.isEnabled) - Number(a.isEnabled));
}
