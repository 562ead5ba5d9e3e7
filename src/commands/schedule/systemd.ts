import { timeText, type Job } from './job.ts';

/** The first line of a unit, by which it is known again: only units with it are replaced. */
export const unitMark = '# Written by "bezero schedule", which may replace it.';

/** A setting that is one path: no quotes are read in it, but `%` begins a specifier (systemd.unit(5)). */
const pathValue = (path: string): string => path.replaceAll('%', '%%');

/** A word of a command line (systemd.service(5)): `%` begins a specifier, `$` a variable, also within quotes. */
const word = (text: string): string => {
  const escaped = text.replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /^[\w./:=@%+,-]+$/.test(escaped) ? escaped : `"${escaped.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
};

/** Where the service finds the password of the mail server, as a unit of a user says it. */
export const secretFile = (job: Pick<Job, 'name'>): string => `%h/.config/bezero/${job.name}.env`;

const unit = (...lines: readonly string[]): string => `${[unitMark, ...lines].join('\n')}\n`;

/** A service and its timer, by file name: `bezero-shop.service`, `bezero-shop.timer`. */
export function systemdUnits(job: Job): Readonly<Record<string, string>> {
  const { name, folder, argv, at, zone, secret } = job;
  return {
    [`${name}.service`]: unit(
      '[Unit]',
      `Description=The nightly run of ${name}`,
      '',
      '[Service]',
      'Type=oneshot',
      `WorkingDirectory=${pathValue(folder)}`,
      // A missing file is no failure: the night goes on without mail.
      ...(secret === null ? [] : [`EnvironmentFile=-${secretFile(job)}`]),
      `ExecStart=${argv.map(word).join(' ')}`,
    ),
    [`${name}.timer`]: unit(
      '[Unit]',
      `Description=Starts the nightly run of ${name}`,
      '',
      '[Timer]',
      `OnCalendar=*-*-* ${timeText(at)}:00 ${zone}`,
      'Persistent=true',
      '',
      '[Install]',
      'WantedBy=timers.target',
    ),
  };
}
