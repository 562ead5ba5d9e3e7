import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import type { Pipeline } from '../pipeline/spec.ts';
import type { Effects } from './effects.ts';
import { loadPipeline } from './load-pipeline.ts';
import { cronLine } from './schedule/cron.ts';
import { mustFitALine, parseTime, timeText, type Job } from './schedule/job.ts';
import { secretFile, systemdUnits, unitMark } from './schedule/systemd.ts';
import { timeIn } from './schedule/zones.ts';
import { shellWord } from './shell.ts';

/** Options of `bezero schedule`. */
export interface ScheduleOptions {
  /** Pipeline file. */
  readonly pipeline: string;
  /** `05:00`, in the zone of the pipeline. */
  readonly at: string;
  readonly systemd: boolean;
  /** The line of a crontab instead of units of systemd. */
  readonly cron: boolean;
  /** Folder to write the units to; left out: they are printed. */
  readonly write?: string;
  readonly json: boolean;
}

/** Where systemd looks for the units of a user, from their home. */
const userUnits = '.config/systemd/user';

/** Prints what makes this machine run a pipeline every night, or writes it to a folder. Nothing is installed. */
export async function schedule(options: ScheduleOptions, effects: Effects): Promise<void> {
  const at = parseTime(options.at);
  if (options.cron && options.systemd)
    throw new ConfigError('--systemd and --cron must not be given together; choose one of them');
  if (options.cron && options.write !== undefined)
    throw new ConfigError('--write must be left out with --cron: a crontab has no files of its own');
  if (options.write === '') throw new ConfigError('--write must be a folder, got nothing');
  const pipeline = await loadPipeline(options.pipeline, effects);
  const job = jobOf(pipeline, at, effects);
  for (const path of [job.folder, ...job.argv]) mustFitALine(path);
  if (job.argv[1]!.includes('/_npx/'))
    effects.warn(
      `note: ${job.argv[1]!} lies in a cache that npm may empty; "npm install --global bezero" first, and "bezero schedule" then`,
    );
  if (options.cron) tellCron(job, options, effects);
  else tellSystemd(job, options, effects);
}

const jobOf = (pipeline: Pipeline, at: Job['at'], { program }: Effects): Job => ({
  name: `bezero-${pipeline.name}`,
  folder: dirname(pipeline.file),
  argv: [program.node, program.script, 'run', pipeline.file, '--quiet'],
  at,
  zone: pipeline.time_zone,
  secret: pipeline.mail?.smtp.password_env ?? null,
});

function tellCron(job: Job, { json }: ScheduleOptions, effects: Effects): void {
  const { steady, ...at } = timeIn(job.at, job.zone, effects.timeZone, effects.now());
  const line = cronLine({ ...job, at });
  if (json) effects.print(JSON.stringify({ kind: 'cron', line, zone: effects.timeZone }));
  else effects.print(line);
  const here = `${timeText(at)} in ${effects.timeZone}, the zone of this machine`;
  effects.say(
    `every day at ${timeText(job.at)} in ${job.zone}, which is ${here}; a day that it sleeps through is left out`,
  );
  if (!steady)
    effects.warn(
      `note: cron knows no zones, and the clocks of ${job.zone} and ${effects.timeZone} do not change together: in a part of the year it starts earlier or later; a timer of systemd does not`,
    );
  if (job.secret !== null)
    effects.say(
      `the crontab must have a line ${job.secret}=PASSWORD above it, for the mail: cron starts with an empty environment`,
    );
  effects.say('to install: crontab -e, and add the line');
}

function tellSystemd(job: Job, { write, json }: ScheduleOptions, effects: Effects): void {
  const units = systemdUnits(job);
  const home = resolve(effects.env['HOME'] ?? '/', userUnits);
  const install = installing(job, write === undefined ? home : resolve(effects.cwd, write), home);
  if (write !== undefined) writeUnits(resolve(effects.cwd, write), units);
  if (json) effects.print(JSON.stringify({ kind: 'systemd', units, install }));
  else if (write === undefined)
    effects.print(
      Object.entries(units)
        .map(([file, text]) => `# ${file}\n${text}`)
        .join('\n')
        .trimEnd(),
    );
  if (write === undefined) effects.say(`\nto install: the same with --write ~/${userUnits}, and then`);
  else {
    for (const file of Object.keys(units)) effects.say(`wrote ${join(write, file)}`);
    effects.say('to install:');
  }
  for (const { command, meaning } of install) effects.say(`  ${command}${meaning === '' ? '' : `  # ${meaning}`}`);
}

/** What to type, once the units lie in a folder. */
function installing(job: Job, folder: string, home: string): { readonly command: string; readonly meaning: string }[] {
  const { name, secret } = job;
  const file = secretFile(job).replace('%h', '~');
  const units = [`${name}.service`, `${name}.timer`].map((unit) => shellWord(join(folder, unit)));
  const password = {
    command: `(umask 077; mkdir -p ${dirname(file)}; "\${EDITOR:-vi}" ${file})`,
    meaning: `a line ${secret ?? ''}=PASSWORD, for the mail`,
  };
  return [
    ...(secret === null ? [] : [password]),
    {
      command: folder === home ? 'systemctl --user daemon-reload' : `systemctl --user link ${units.join(' ')}`,
      meaning: '',
    },
    { command: `systemctl --user enable --now ${name}.timer`, meaning: '' },
    { command: 'loginctl enable-linger', meaning: 'also while nobody is logged in' },
    { command: `systemctl --user list-timers ${name}.timer`, meaning: 'when it starts next' },
    { command: `journalctl --user -u ${name}`, meaning: 'what it said' },
  ];
}

/** Replaces units that this command wrote, and no other file. */
function writeUnits(folder: string, units: Readonly<Record<string, string>>): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ConfigError(`--write must be a folder to write to; ${(error as Error).message}`, { cause: error });
  }
  for (const file of Object.keys(units)) {
    const path = join(folder, file);
    if (existsSync(path) && !readFileSync(path, 'utf8').startsWith(unitMark))
      throw new ConfigError(
        `${path} must be a unit that "bezero schedule" wrote, to be replaced; it is another: move it away`,
      );
  }
  try {
    for (const [file, text] of Object.entries(units)) writeFileSync(join(folder, file), text);
  } catch (error) {
    throw new ConfigError(`--write must be a folder to write to; ${(error as Error).message}`, { cause: error });
  }
}
