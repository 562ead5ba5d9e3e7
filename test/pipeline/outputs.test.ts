import { createHash } from 'node:crypto';
import { languageOf } from '../../src/text/messages.ts';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { beforeAll, describe, expect, it } from 'vitest';
import { reapplyPeople } from '../../src/pipeline/people/reapply.ts';
import type { RunRecord } from '../../src/pipeline/record.ts';
import { listReleases } from '../../src/pipeline/releases.ts';
import type { RunResult } from '../../src/pipeline/run.ts';
import { wantedFiles } from '../../src/pipeline/wanted.ts';
import { readWorkbook } from '../exports/read-workbook.ts';
import { runIn, sharedFolder } from '../support/running.ts';
import { isFull } from '../support/full.ts';

const folder = sharedFolder();

/** Customers of whom some have consented, and bought so often. */
function writeShop(orders: readonly number[], optedIn: readonly number[]): void {
  const people = orders.map((_, i) => `00${i},Name ${i},c${i}@example.org,${optedIn.includes(i)}`);
  writeFileSync(join(folder, 'customers.csv'), `customer_id,name,email,email_opt_in\n${people.join('\n')}\n`);
  const lines = orders.flatMap((count, i) =>
    Array.from({ length: count }, (_, j) => `o${i}-${j},1,00${i},2026-01-${10 + j},1,${10 + i}.5`),
  );
  writeFileSync(
    join(folder, 'purchases.csv'),
    `order_id,line_number,customer_id,purchased_at,quantity,unit_price\n${lines.join('\n')}\n`,
  );
}

const yaml = `
name: shop
company: Denda & Sons
store: store
time_zone: UTC
as_of: 2026-02-01
currency: EUR
sources:
  customers: { files: customers.csv, tables: { customers: same }, mode: snapshot }
  purchases: { files: purchases.csv, tables: { purchases: same } }
audiences:
  often: { where: frequency >= 2, title: Who buys often }
steps: [rfm: { bins: 2 }]
outputs:
  segments: { people: { locale: es-ES }, machine: true, platform: [email] }
  workbook: { language: he }
  parquet: [customer, total]
  arrow: true
  report: false
`;

interface Manifest extends Pick<RunRecord, 'run' | 'asOf' | 'models' | 'since'> {
  readonly files: RunRecord['outputs'];
}

const manifestOf = (release: string): Manifest =>
  JSON.parse(readFileSync(join(release, 'manifest.json'), 'utf8')) as Manifest;

/** The files of a release that a manifest must know. */
const filesIn = (release: string): string[] =>
  readdirSync(release, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.includes('.') && !['manifest.json', 'run.json', 'bezero.duckdb'].includes(file),
  );

/** Holds a manifest to what is there. */
function mustMatch(release: string): Manifest {
  const manifest = manifestOf(release);
  expect(manifest.files.map(({ file }) => file).sort()).toEqual(filesIn(release).sort());
  for (const { file, rows, sha256 } of manifest.files) {
    const bytes = readFileSync(join(release, file));
    expect([file, createHash('sha256').update(bytes).digest('hex')]).toEqual([file, sha256]);
    if (file.startsWith('machine/')) expect([file, bytes.toString().split('\n').length - 2]).toEqual([file, rows]);
  }
  return manifest;
}

let first: RunResult & { readonly steps: readonly string[] };
let second: typeof first;

beforeAll(async () => {
  writeShop([1, 2, 3, 1], [0, 1, 2]);
  first = await runIn(folder, yaml);
  writeShop([2, 2, 3, 1], [0, 2]);
  second = await runIn(folder, yaml.replace('frequency >= 2', 'frequency = 2'), {
    now: '2026-11-22T02:00:00Z',
    random: '0001',
  });
}, 120_000);

describe('the files of a release', () => {
  it('are all in its manifest, with their rows and hashes, the day, the run and the models', () => {
    const manifest = mustMatch(first.release);
    expect(manifest).toMatchObject({ run: first.record.run, asOf: '2026-02-01', since: null });
    expect(manifest.models['rfm']).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      fittedAsOf: '2026-02-01',
    });
    for (const file of [
      'segments/all-customers.csv',
      'machine/audience-often.csv',
      'platform/all-customers-email.csv',
      'segments.xlsx',
      'customers.parquet',
      'marts/total.parquet',
      'customers.arrow',
    ])
      expect(existsSync(join(first.release, file))).toBe(true);
    const arrow = tableFromIPC(readFileSync(join(first.release, 'customers.arrow')));
    expect(arrow.schema.metadata.get('run')).toBe(first.record.run);
    expect([arrow.numRows, String(arrow.schema.fields.find(({ name }) => name === 'monetary')!.type)]).toEqual([
      4,
      'Decimal[18e+4]',
    ]);
    const [readMe, ...sheets] = readWorkbook(join(first.release, 'segments.xlsx'));
    const { workbook: words } = languageOf('he').t;
    expect(readMe!.cells.get('A1')!.text).toBe(words.title('Denda & Sons'));
    expect(sheets.map(({ name }) => name)).toEqual(['Who buys often', words.allCustomers, words.prospects]);
  });

  it('of a first run tell nothing of who entered and left, and it is said', () => {
    expect(first.record.outputs.filter(({ change }) => change)).toEqual([]);
    expect(first.steps.join('\n')).toContain('segments/*.csv: 9 files; who entered and left: nothing to compare with');
  });

  it('of the next run tell who entered and left since, in every profile, by consent', () => {
    const { since } = mustMatch(second.release);
    expect(since).toEqual({ run: first.record.run, asOf: '2026-02-01' });
    const text = (file: string): string => readFileSync(join(second.release, file), 'utf8');
    expect(text('segments/changes/audience-often-entered.csv')).toMatch(/^\ufeffcustomer_id;[^]*\n"000";/);
    const changes = second.record.outputs.filter(({ change }) => change).map(({ file, rows }) => [file, rows]);
    expect(changes).toEqual([
      ['segments/changes/audience-often-entered.csv', 1],
      ['machine/changes/audience-often-entered.csv', 1],
      ['platform/changes/audience-often-entered-email.csv', 1],
      ['segments/changes/audience-often-left.csv', 1],
      ['machine/changes/audience-often-left.csv', 1],
      ['platform/changes/audience-often-left-email.csv', 1],
    ]);
    expect(text('platform/all-customers-email.csv').trim().split('\n')).toHaveLength(3);
  });

  it.runIf(isFull)(
    'of a release that is gone back to are written again without who opted out since, and without changes',
    async () => {
      const store = join(folder, 'store');
      const [release] = (await listReleases(store)).filter(({ run }) => run === first.record.run);
      const text = (file: string): string => readFileSync(join(first.release, file), 'utf8');
      expect(text('platform/all-customers-email.csv')).toContain('c1@example.org');
      const notes = await reapplyPeople(store, release!, 'test', () => undefined);
      expect(notes).toEqual([]);
      mustMatch(first.release);
      expect(text('platform/all-customers-email.csv')).not.toContain('c1@example.org');
      const [, sheet] = readWorkbook(join(first.release, 'segments.xlsx'));
      expect(sheet!.xml).toContain('c2@example.org');
      expect(sheet!.xml).not.toContain('c1@example.org');
      const [latest] = (await listReleases(store)).filter(({ run }) => run === second.record.run);
      expect(await reapplyPeople(store, latest!, 'test', () => undefined)).toEqual([
        'its lists of who entered and who left are gone: others may have been taken in since; whole lists replace them',
      ]);
      expect(mustMatch(second.release).since).toBeNull();
    },
  );
});

describe('wantedFiles(pipeline)', () => {
  it('leaves people their files unless they are declined', () => {
    const others = { workbook: false, parquet: false, arrow: false, report: false } as const;
    const changes = true;
    const of = (segments: Parameters<typeof wantedFiles>[0]['outputs']['segments'], language = 'en') =>
      wantedFiles({ language, outputs: { ...others, segments } }).segments;
    expect(of(true)).toEqual({ people: { locale: 'en', language: 'en' } });
    expect(of(true, 'eu')).toEqual({ people: { locale: 'eu', language: 'eu' } });
    expect(of({ people: { locale: 'es-MX' }, machine: false, changes }, 'eu')).toEqual({
      people: { locale: 'es-MX', language: 'eu' },
      machine: false,
    });
    expect(of(false)).toBeNull();
    expect(of({ people: true, machine: true, changes })).toEqual({
      people: { locale: 'en', language: 'en' },
      machine: true,
    });
    expect(of({ people: false, machine: false, platform: ['google'], changes })).toEqual({
      machine: false,
      platform: { targets: ['google'] },
    });
    expect(wantedFiles({ language: 'en', outputs: { ...others, segments: false, parquet: 'all' } }).parquet).toContain(
      'segment_size',
    );
  });
});
