import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BezeroError, ConfigError } from '../../errors.ts';
import type { Letter } from '../../mail/letter.ts';
import type { Sent } from '../../mail/send.ts';
import type { MailSpec } from '../../mail/spec.ts';
import { whereIn, type Pipeline } from '../../pipeline/spec.ts';
import type { Effects } from '../effects.ts';
import { count } from '../words.ts';

/** An address, as servers quote it. */
const address = /[^\s<>"']+@[^\s<>"',;]+/g;

/** A pipeline that mails. */
export type Mailing = Pipeline & { readonly mail: MailSpec };

/**
 * Writes a mail and sends it. Whatever fails there is a warning: how the run went does not hang on it. `store/last-mail.json` tells
 * what became of it, without addresses.
 *
 * @param about what the mail is about, as warnings call it
 */
export async function deliver(
  pipeline: Mailing,
  about: string,
  write: () => Promise<Letter>,
  effects: Effects,
): Promise<void> {
  const at = effects.now();
  let failure: string | null = null;
  let sent: Sent | null = null;
  try {
    const password = passwordOf(pipeline, effects);
    const letter = await write();
    const { send } = await import('../../mail/send.ts');
    sent = await send(pipeline.mail, password, letter, at);
    effects.say(`mailed ${about} to ${count(sent.accepted, 'address', 'addresses')}`);
    if (sent.refused.length > 0) {
      failure = `the server refused ${count(sent.refused.length, 'address', 'addresses')}`;
      effects.warn(`note: mail ${about}: the server refused ${sent.refused.join(', ')}`);
    }
  } catch (error) {
    failure = error instanceof BezeroError ? error.message : `a mistake in bezero: ${String(error)}`;
    effects.warn(`note: the mail ${about} could not be sent: ${failure}`);
  }
  const note = {
    at: at.toISOString(),
    about,
    accepted: sent?.accepted ?? 0,
    failure: failure?.replaceAll(address, '…') ?? null,
  };
  // The store may be what failed.
  await writeFile(join(pipeline.store, 'last-mail.json'), `${JSON.stringify(note)}\n`).catch(() => undefined);
}

/** The password that the environment holds; null where nobody logs in. */
function passwordOf(pipeline: Mailing, { env }: Effects): string | null {
  const { password_env: variable } = pipeline.mail.smtp;
  if (variable === undefined) return null;
  const password = env[variable];
  if (password !== undefined && password !== '') return password;
  throw new ConfigError(
    `${whereIn(pipeline, ['mail', 'smtp', 'password_env'])} must name an environment variable that holds the password; ${variable} is not set`,
  );
}
