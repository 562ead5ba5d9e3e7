import { readFile } from 'node:fs/promises';
import { EngineError } from '../errors.ts';
import type { Letter } from './letter.ts';
import type { MailSpec } from './spec.ts';

/** Milliseconds that a server may take to answer; a night does not hang on its mail. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 };

const ports = { tls: 465, starttls: 587, none: 25 } as const;

/** What became of a mail that its server took. */
export interface Sent {
  /** How many addresses it goes to. */
  readonly accepted: number;
  /** Addresses that the server refused. */
  readonly refused: readonly string[];
}

/**
 * Sends a mail by SMTP (RFC 5321), over TLS unless the server is told to do without.
 *
 * @param password null where nobody logs in
 * @throws EngineError where the server cannot be reached or trusted, refuses to log in, or takes the mail for nobody
 */
export async function send(
  { to, from, smtp }: MailSpec,
  password: string | null,
  { title, subject, text, attachments }: Letter,
  at: Date,
): Promise<Sent> {
  const { host, secure, ca, user } = smtp;
  const port = smtp.port ?? ports[secure];
  try {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      host,
      port,
      secure: secure === 'tls',
      requireTLS: secure === 'starttls',
      ignoreTLS: secure === 'none',
      ...(ca === undefined ? {} : { tls: { ca: await readFile(ca) } }),
      ...(user === undefined || password === null ? {} : { auth: { user, pass: password } }),
      ...patience,
      disableUrlAccess: true,
    });
    const { accepted, rejected } = await transport.sendMail({
      from: { name: title, address: from },
      to: [to].flat().map((address) => ({ name: '', address })),
      subject,
      text,
      attachments: attachments.map((file) => ({ ...file, contentType: 'text/html; charset=utf-8' })),
      date: at,
      // Nobody's holiday note answers a machine (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { accepted: accepted.length, refused: rejected.map(String) };
  } catch (error) {
    throw new EngineError(`${host}:${port} must take the mail; ${(error as Error).message}`, { cause: error });
  }
}
