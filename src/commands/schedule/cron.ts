import { shellWord } from '../shell.ts';
import type { Job } from './job.ts';

/**
 * The line of a crontab. cron takes `%` for the end of the command, unless a backslash stands before it, which it removes itself,
 * also within quotes (crontab(5)).
 */
export function cronLine({ folder, argv, at }: Omit<Job, 'zone' | 'secret' | 'name'>): string {
  const command = `cd ${shellWord(folder)} && ${argv.map(shellWord).join(' ')}`;
  return `${at.minute} ${at.hour} * * *  ${command.replaceAll('%', '\\%')}`;
}
