import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A timer of systemd that "bezero schedule" wrote. */
export interface Timer {
  readonly name: string;
  /** `05:00 Europe/Madrid` */
  readonly at: string;
  /** It starts by itself. */
  readonly isEnabled: boolean;
}

/** The timers of the user whose services run one of some pipelines. Crontabs are not looked at. */
export function findTimers(home: string | undefined, pipeline?: string): Timer[] {
  const folder = join(home ?? '/', '.config/systemd/user');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((file) => /^bezero-.*\.timer$/.test(file));
  return names.sort().flatMap((file) => {
    const name = file.replace(/\.timer$/, '');
    if (pipeline !== undefined && name !== `bezero-${pipeline}`) return [];
    const when = /^OnCalendar=\*-\*-\* (\d\d:\d\d):00 (\S+)$/m.exec(readFileSync(join(folder, file), 'utf8'));
    const isEnabled = existsSync(join(folder, 'timers.target.wants', file));
    return when ? [{ name, at: `${when[1]!} ${when[2]!}`, isEnabled }] : [];
  });
}
