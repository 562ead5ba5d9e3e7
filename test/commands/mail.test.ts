import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { deliver, type Mailing } from '../../src/commands/mail/deliver.ts';
import { letterOfFailure, letterOfRun } from '../../src/commands/mail/letters.ts';
import { DataError, EngineError } from '../../src/errors.ts';
import type { Place } from '../../src/mail/failure.ts';
import type { Letter } from '../../src/mail/letter.ts';
import { readRunRecord } from '../../src/pipeline/record.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { recordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { hasOpenssl, makeCertificate, readMail, smtpServer, type SmtpSetup } from '../support/smtp.ts';
import { isFull } from '../support/full.ts';

const pipelineText = (smtp: string, more = ''): string => `name: shop
company: Haitzondo Dénda ✉
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  shop: { files: shop-*.csv, tables: { purchases: same } }
  web: { files: web-*.csv, tables: { purchases: same } }
steps:
  - kmeans: { features: [frequency, monetary, complaints], k: 2, restarts: 2 }
outputs: { parquet: false }
mail: { to: [ana@example.org, jon@example.org], from: crm@example.org, smtp: ${smtp}${more} }
`;

/** Order lines of customers whose ids no mail may tell, in a month. */
const lines = (prefix: string, month: string): string =>
  `order_id,customer_id,purchased_at,quantity,amount\n${Array.from({ length: 12 }, (_, i) => `${prefix}${month}${i},CUST-${i % 8},2026-${month}-0${1 + (i % 9)},1,${(i * i + 1).toFixed(2)}`).join('\n')}\n`;

const open = (port: number): string => `{ host: localhost, port: ${port}, secure: none }`;

describe('the mail of a night', () => {
  it.runIf(isFull)(
    'tells what is new with the report, warns of what is missing, and of a failure what stays',
    async () => {
      const folder = temporaryFolder();
      const { port, received } = await smtpServer();
      const put = (name: string, text: string): void => {
        writeFileSync(join(folder, name), text);
      };
      const night = async (...argv: readonly string[]) => {
        const effects = recordingEffects(folder);
        const code = await main(['run', 'nightly.yaml', '--quiet', ...argv], effects);
        return { code, said: effects.said, mail: received[0] && readMail(received.splice(0, 1)[0]!) };
      };
      put('nightly.yaml', pipelineText(open(port)));
      put('shop-01.csv', lines('S', '01'));
      put('web-01.csv', lines('W', '01'));

      const first = await night('--copy-to', 'share');
      expect(first.code).toBe(0);
      expect(first.mail!.headers).toMatchObject({
        subject: 'Haitzondo Dénda ✉, 9 January 2026: €1,036 net revenue from 8 customers',
        from: 'Haitzondo Dénda ✉ <crm@example.org>',
        to: 'ana@example.org, jon@example.org',
        'auto-submitted': 'auto-generated',
      });
      const { text, files } = first.mail!;
      expect(text).toContain('9 January 2026\n\nNo costs are known');
      expect(text).toContain('What changed since the last run\n- There is no earlier run to compare with.');
      expect(text).toContain('- Customers: 8 (and no prospects)\n');
      expect(text).toContain('New remarks on the models\n- kmeans: complaints is constant');
      expect(text).toContain(`The report is attached. It lies in ${join(folder, 'share/report.html')} on test.`);
      expect(text).toContain('The attached report holds lists of customer ids');
      expect(text).not.toContain('CUST-');
      expect(files).toHaveLength(1);
      expect(files[0]!.headers['content-disposition']).toBe('attachment; filename=shop-2026-01-09.html');
      expect(files[0]!.content).toBe(readFileSync(join(folder, 'store/current/report.html'), 'utf8'));
      expect(JSON.parse(readFileSync(join(folder, 'store/last-mail.json'), 'utf8'))).toMatchObject({
        accepted: 2,
        failure: null,
      });

      expect((await night()).mail).toBeUndefined();
      rmSync(join(folder, 'web-01.csv'));
      const idle = await night();
      expect(idle.mail!.headers['subject']).toBe('Haitzondo Dénda ✉, 21 November 2026: nothing new, and a warning');
      expect(idle.mail!.text).toContain('- sources.web: no file matches now; it holds what was read on earlier nights');

      const run = readRunRecord(join(folder, 'store/current'))!.run;
      put('nightly.yaml', pipelineText(open(port)).replace('k: 2', 'k: 9'));
      const failed = await night();
      expect(failed.code).toBe(4);
      expect(failed.mail!.headers['subject']).toBe('Haitzondo Dénda ✉: the run of 21 November 2026 failed');
      expect(failed.mail!.text).toMatch(/\nWhat failed, at the step kmeans[^\n]*\n {2}[^\n]*kmeans/);
      expect(failed.mail!.text).toContain('A model cannot be fitted to these data');
      expect(failed.mail!.text).toContain(`The release ${run}, as of 9 January 2026, is current, whole`);
      expect(failed.mail!.text).not.toContain('CUST-');
      expect(failed.mail!.files).toEqual([]);

      // A report that few servers would take is named instead; and a pipeline may keep its mail to one kind of night.
      const release = join(folder, 'store/releases', run);
      truncateSync(join(release, 'report.html'), 8_000_000);
      const pipeline = readPipeline('nightly.yaml', pipelineText(open(port)), folder) as Mailing;
      const ran = { record: readRunRecord(release)!, release, published: true, former: null };
      const large = await letterOfRun(pipeline, ran, undefined, recordingEffects(folder));
      expect(large.attachments).toEqual([]);
      expect(large.text).toContain(
        `The report is too large to be attached: 8 MB. The report: ${join(folder, 'store/current/report.html')} on test`,
      );
      expect(large.text).not.toContain('customer ids');
      put('nightly.yaml', pipelineText(open(port), ', on: [success]'));
      put('shop-02.csv', 'order_id,customer_id\n1,CUST-1\n');
      expect(await night()).toMatchObject({ code: 3, mail: undefined });
    },
  );

  it('tells of a first night that failed, without values that a database quotes', async () => {
    const folder = temporaryFolder();
    const pipeline = readPipeline('nightly.yaml', pipelineText(open(25)), folder);
    const told = async (error: Error, place: Place | null): Promise<string> =>
      (await letterOfFailure(pipeline, error, place, recordingEffects(folder))).text;
    const sql = { sql: 'select 1' };
    const error = Object.assign(new EngineError(`Conversion Error: cannot read 'CUST-1' as "INT32"`), sql);
    const quoting = await told(error, { step: 'marts.customer', ended: false });
    expect(quoting).toContain('What failed, at the step marts.customer\n  Conversion Error: cannot read "…" as "…"\n');
    expect(quoting).toContain('No release has been published yet');
    expect(await told(new TypeError('x is no function'), { step: 'report.html', ended: true })).toMatch(
      /after the step report\.html\n {2}x is no function\n\nThis is a mistake in bezero/,
    );
    expect(await told(new DataError('two\nproblems'), null)).toContain('before the first step\n  two\n  problems\n');
  });
});

const letter: Letter = {
  title: 'Evil\r\nBcc: thief@example.net\r\n\r\nhello',
  subject: 'Evil\r\nBcc: thief@example.net, ünïcode\u2028',
  text: 'Good morning\n.\n',
  attachments: [],
};

/** Delivers one mail to a server; what is said of it, and what arrived. */
async function delivered(setup: SmtpSetup, smtp: string, env: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  const { port, received } = await smtpServer(setup);
  const pipeline = readPipeline('p.yaml', pipelineText(smtp.replace('PORT', `port: ${port}`)), folder) as Mailing;
  const effects = recordingEffects(folder, { env });
  mkdirSync(pipeline.store);
  await deliver(pipeline, 'of a test', () => Promise.resolve(letter), effects);
  const note = readFileSync(join(pipeline.store, 'last-mail.json'), 'utf8');
  return { received, said: effects.said, port, note };
}

describe('deliver(pipeline, about, write, effects)', () => {
  it('lets no name or subject add a header or a recipient', async () => {
    const { received } = await delivered({}, '{ host: localhost, PORT, secure: none }');
    expect(received[0]!.to).toEqual(['ana@example.org', 'jon@example.org']);
    const { headers, text } = readMail(received[0]!);
    expect(Object.keys(headers).sort()).toEqual(
      'auto-submitted,content-transfer-encoding,content-type,date,from,message-id,mime-version,subject,to'.split(','),
    );
    expect(headers['subject']).toMatch(/^Evil +Bcc: thief@example.net, ünïcode/);
    expect(text).toBe('Good morning\n.\n');
  });

  it('warns of addresses that the server refuses, and goes on with the others', async () => {
    const { received, said } = await delivered(
      { unknown: 'jon@example.org' },
      '{ host: localhost, PORT, secure: none }',
    );
    expect(received[0]!.to).toEqual(['ana@example.org']);
    expect(said).toEqual(['mailed of a test to 1 address', 'note: mail of a test: the server refused jon@example.org']);
  });

  it('notes in the store that everybody was refused, without their addresses', async () => {
    const { said, note } = await delivered(
      { unknown: ['ana@example.org', 'jon@example.org'] },
      '{ host: localhost, PORT, secure: none }',
    );
    expect(said.join()).toContain('jon@example.org');
    expect(note).toMatch(/"failure":".*must take the mail/);
    expect(note).not.toContain('@');
  });

  it('warns where nobody answers, or the server has no TLS and should', async () => {
    const refused = await delivered({}, '{ host: localhost, port: 1, secure: none }');
    expect(refused.said).toEqual([
      expect.stringMatching(/^note: the mail of a test could not be sent: localhost:1 must take the mail; /),
    ]);
    const plain = await delivered({}, '{ host: localhost, PORT }');
    expect([plain.received, plain.said]).toEqual([[], [expect.stringContaining('could not be sent')]]);
  });

  it.skipIf(!hasOpenssl)(
    'logs in over TLS alone, with the password of the environment (skipped without openssl)',
    async () => {
      const tls = makeCertificate(temporaryFolder());
      const login = { user: 'crm', password: 'näh "so" %' };
      const smtp = (secure: string, ca = tls.ca): string =>
        `{ host: localhost, PORT, secure: ${secure}, ca: ${ca}, user: crm, password_env: SHOP_SMTP }`;
      const env = { SHOP_SMTP: login.password };
      for (const secure of ['tls', 'starttls']) {
        const { received, said } = await delivered({ tls, login, secure: secure === 'tls' }, smtp(secure), env);
        expect(said).toEqual(['mailed of a test to 2 addresses']);
        expect(received).toMatchObject([{ user: 'crm', overTls: true }]);
      }
      const wrong = await delivered({ tls, login }, smtp('starttls'), { SHOP_SMTP: 'guess' });
      expect([wrong.received, wrong.said]).toEqual([
        [],
        [expect.stringMatching(/could not be sent: .*Authentication failed/)],
      ]);
      expect(wrong.said.join()).not.toContain('guess');
      const unset = await delivered({ tls, login }, smtp('starttls'));
      expect(unset.said).toEqual([
        expect.stringMatching(/p\.yaml:13:\d+: mail\.smtp\.password_env must name .*; SHOP_SMTP is not set$/),
      ]);
      const other = makeCertificate(temporaryFolder());
      const strangers = await delivered({ tls, login }, smtp('starttls', other.ca), env);
      expect([strangers.received, strangers.said]).toEqual([[], [expect.stringContaining('self-signed certificate')]]);
    },
  );
});
