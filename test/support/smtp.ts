import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** This machine can make a certificate. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A certificate of this machine, signed by itself, in a folder. */
export function makeCertificate(folder: string): { readonly ca: string; readonly key: Buffer; readonly cert: Buffer } {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { ca: cert, key: readFileSync(key), cert: readFileSync(cert) };
}

/** A mail as it came. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** Who logged in. */
  readonly user: string | undefined;
  readonly overTls: boolean;
  readonly raw: string;
}

/** What the server asks for. */
export interface SmtpSetup {
  readonly tls?: { readonly key: Buffer; readonly cert: Buffer };
  /** TLS from the first byte. */
  readonly secure?: boolean;
  /** Who may log in; left out: nobody has to. */
  readonly login?: { readonly user: string; readonly password: string };
  /** An address that it does not know. */
  readonly unknown?: string | readonly string[];
}

/** A mail server on this machine, until the test ends. */
export async function smtpServer(setup: SmtpSetup = {}): Promise<{ port: number; received: Received[] }> {
  const { tls, secure = false, login, unknown } = setup;
  const received: Received[] = [];
  const disabled = [...(tls && !secure ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])];
  const server = new SMTPServer({
    ...tls,
    secure,
    authOptional: login === undefined,
    disabledCommands: disabled,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _, done) => {
      const known = username === login?.user && password === login?.password;
      done(known ? null : new Error('Authentication failed'), known ? { user: username } : undefined);
    },
    onRcptTo: ({ address }, _, done) => {
      done(
        [unknown].flat().includes(address)
          ? Object.assign(new Error(`<${address}>: no such user`), { responseCode: 550 })
          : null,
      );
    },
    onData: (stream, { envelope, user, secure: overTls }, done) => {
      void text(stream).then((raw) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), user: user as string, overTls, raw });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        server.close(done);
      }),
  );
  const address = server.server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, received };
}

/** Encoded words of a header (RFC 2047) as text. */
const decodeWords = (header: string): string =>
  header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/((?:=\?UTF-8\?[QB]\?[^?]*\?=)+)/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi)].map(([, kind, coded]) =>
          kind!.toUpperCase() === 'B' ? Buffer.from(coded!, 'base64') : unquote(coded!.replaceAll('_', ' ')),
        ),
      ).toString(),
    );

const unquote = (coded: string): Buffer =>
  Buffer.from(
    coded.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

/** A part of a mail: its headers by lower-case name, and its content decoded. */
export interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string;
}

function partOf(source: string): Part {
  const end = source.indexOf('\r\n\r\n');
  const lines = source
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      decodeWords(line.slice(line.indexOf(':') + 1).trim()),
    ]),
  );
  const body = source.slice(end + 4);
  const encoding = headers['content-transfer-encoding'] ?? '7bit';
  if (encoding === 'base64') return { headers, content: Buffer.from(body, 'base64').toString() };
  if (encoding !== 'quoted-printable') return { headers, content: body };
  return { headers, content: unquote(body.replaceAll('=\r\n', '')).toString() };
}

const unixText = ({ content }: Part): string => content.replaceAll('\r\n', '\n');

/** The headers of a mail, its text, and the files it brings. */
export function readMail({ raw }: Received): { headers: Part['headers']; text: string; files: readonly Part[] } {
  const whole = partOf(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(whole.headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return { headers: whole.headers, text: unixText(whole), files: [] };
  const [, ...parts] = whole.content.split(`--${boundary}`).slice(0, -1);
  const [first, ...files] = parts.map((part) => partOf(part.replace(/^\r\n/, '')));
  return { headers: whole.headers, text: unixText(first!), files };
}
