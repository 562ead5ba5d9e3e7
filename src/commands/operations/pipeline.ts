import { checkPipeline } from '../../pipeline/check.ts';
import { currentRecord } from '../../pipeline/record.ts';
import type { Pipeline } from '../../pipeline/spec.ts';
import { allowed } from '../../sources/limit.ts';
import type { Effects } from '../effects.ts';
import { count } from '../words.ts';
import { fail, ok, warn, type Check } from './check.ts';
import { findTimers } from './timer.ts';

/** Checks the files, headers and names of a pipeline, as `plan` does. */
export async function checkFiles(pipeline: Pipeline): Promise<Check[]> {
  const { problems, files } = await checkPipeline(pipeline);
  if (problems.length === 0) return [ok('files', `${count(files, 'file')} as the pipeline says`)];
  return problems.map(({ message }) =>
    fail('files', message, 'correct the file or the pipeline; "bezero plan" tells more'),
  );
}

/** Checks how near the last night came to a threshold of rejected records. */
export function checkRejected({ sources, store }: Pipeline): Check[] {
  const record = currentRecord(store);
  const near = (record?.inputs ?? []).filter(({ source, records, rejectedInAll }) => {
    const limit = sources[source]?.max_rejected;
    return limit !== undefined && rejectedInAll > 0 && rejectedInAll > allowed(limit, records) / 2;
  });
  if (near.length === 0) return [ok('rejected records', 'those of the current release are far from max_rejected')];
  return near.map(({ file, records, rejectedInAll, source }) =>
    warn(
      'rejected records',
      `${file}: ${rejectedInAll} of ${records} records were rejected; the run stops beyond ${String(sources[source]!.max_rejected)}`,
      '"bezero rejects" lists them, for whoever makes the export',
    ),
  );
}

/** Checks that something starts the nights. */
export async function checkTimer({ name }: Pipeline, effects: Effects): Promise<Check> {
  const [timer] = await findTimers(effects, name);
  if (!timer)
    return warn(
      'timer',
      'neither a timer of systemd nor a line of the crontab',
      '"bezero schedule PIPELINE" writes one',
    );
  if (timer.isCut)
    return warn(
      'timer',
      `the line of the crontab (${timer.at}) must hold no bare %: cron ends the command there`,
      'crontab -e, and write \\% for each %',
    );
  return timer.isEnabled
    ? ok('timer', `${timer.at}, by ${timer.by}`)
    : warn('timer', `${timer.name}.timer is not enabled`, `systemctl --user enable --now ${timer.name}.timer`);
}

/** Checks that the password of the mail server is where the pipeline says. */
export function checkMail({ mail, name }: Pipeline, { env }: Effects): Check[] {
  const variable = mail?.smtp.password_env;
  if (variable === undefined || env[variable]) return mail ? [ok('mail', mail.on.join(', '))] : [];
  return [
    warn('mail', `${variable} is not set here`, `a night of systemd reads it from ~/.config/bezero/bezero-${name}.env`),
  ];
}
