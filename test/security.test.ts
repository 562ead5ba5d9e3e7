import { existsSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import type { Effects } from '../src/commands/effects.ts';
import { withEngine, withRelease } from '../src/commands/analyse/with-engine.ts';
import { unfinishedOf } from '../src/commands/write-file.ts';
import { openDuckdb } from '../src/engine/duckdb.ts';
import { EngineError } from '../src/errors.ts';
import { openRelease } from '../src/library/release.ts';
import { withLock } from '../src/pipeline/lock.ts';
import { literal, raw, sql } from '../src/sql/sql.ts';
import { recordingEffects } from './support/effects.ts';
import { sharedFolder, temporaryFolder } from './support/running.ts';
import { isFull } from './support/full.ts';

/** Values that tell of a person, or are a secret: they must not be in any log. */
const personal = ['Quilla Canary', 'quilla@canary.example', '555-0199', 'said-canary'];
const secret = 'pass-canary-0815';

/** Texts that would act in a spreadsheet, in SQL, in a page, in a terminal or in a path. */
const hostile = [
  `=cmd|'/c calc'!A1`,
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '＝1+1',
  `'; drop table marts.customer; --`,
  '" ; attach',
  '<script>alert(1)</script>',
  `"><img src=x onerror=alert(1)>`,
  '</script>',
  'javascript:alert(1)',
  '../../etc/passwd',
  'a\u2028b',
  '\u202etxt.exe',
];

const pipeline = (more = ''): string => `
name: shop
store: store
time_zone: UTC
as_of: latest
currency: EUR
sources:
  customers: { files: customers.csv, max_rejected: 90%, tables: { customers: { customer_id: id, name: name, email: mail, phone: phone, attributes: { "it's \\"quoted\\"": "odd;\\"' --" } } } }
  purchases: { files: purchases.csv, max_rejected: 90%, tables: { purchases: same } }
steps:
  - kmeans: { features: [log1p(monetary)], k: 2 }
${more}`;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function fillShop(folder: string): void {
  const rows = hostile.map((name, i) => [`c${i}`, name, `c${i}@example.org`, '', name]);
  rows.push(['canary', ...personal.slice(0, 3), personal[3]!], [personal[0]!, personal[0]!, '', '', ''].slice(0, 4));
  const header = ['id', 'name', 'mail', 'phone', `odd;"' --`];
  writeFileSync(join(folder, 'customers.csv'), [header, ...rows].map((row) => row.map(quoted).join(',')).join('\n'));
  const orders = rows.slice(0, -1).map(([id], i) => `o${i},1,${id!},2026-01-01,1,${i % 2 === 0 ? 10 + i : 1000 + i}`);
  orders.push(`o99,1,canary,no day ${personal[3]!},1,5`);
  writeFileSync(
    join(folder, 'purchases.csv'),
    `order_id,line_number,customer_id,purchased_at,quantity,unit_price\n${orders.join('\n')}\n`,
  );
}

const folder = sharedFolder();
const store = join(folder, 'store');
const nights: { code: number; said: string }[] = [];

async function bezero(argv: readonly string[], more: Partial<Effects> = {}) {
  const effects = recordingEffects(folder, more);
  const code = await main(argv, effects);
  const printed = [...effects.printed, ...effects.written.map((bytes) => Buffer.from(bytes).toString())]
    .join('\n')
    .trim();
  return { code, said: effects.said.join('\n'), printed };
}

async function night(text: string, more: Partial<Effects> = {}) {
  writeFileSync(join(folder, 'nightly.yaml'), text);
  const result = await bezero(['run', 'nightly.yaml', '--force'], more);
  nights.push(result);
  return result;
}

/** What a run says, and every log and record it leaves in the store. */
const logs = (): string =>
  [
    ...nights.map(({ said }) => said),
    ...['journal.jsonl', 'last-mail.json', 'current/run.json', 'current/manifest.json']
      .map((file) => join(store, file))
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'utf8')),
  ].join('\n');

beforeAll(async () => {
  fillShop(folder);
  const { code, said } = await night(pipeline());
  expect([code, said]).toEqual([0, said]);
});

describe('security', () => {
  it('S1: no cell of a list for people runs in a spreadsheet', () => {
    const folderOfLists = join(store, 'current', 'segments');
    const cells = readdirSync(folderOfLists)
      .filter((file) => file.endsWith('.csv'))
      .flatMap((file) => parse(readFileSync(join(folderOfLists, file)), { bom: true }))
      .flat();
    expect(cells.some((cell) => cell.includes('calc'))).toBe(true);
    expect(cells.filter((cell) => /^[\p{Z}\p{C}"]*[=+@＝]|^-\D|^[\t\r\n]/u.test(cell))).toEqual([]);
  });

  it('S2: names and values are data to SQL: they come back as they were, and nothing is gone', async () => {
    const { printed } = await bezero(['sql', 'select name from marts.customer', '--format', 'json']);
    const names = printed.split('\n').map((line) => (JSON.parse(line) as { name: string }).name);
    for (const name of hostile.filter((one) => one.trim() === one)) expect(names).toContain(name);
    const attributes = await bezero([
      'sql',
      'select distinct attribute from warehouse.customer_attribute',
      '--format',
      'json',
    ]);
    expect(JSON.parse(attributes.printed)).toEqual({ attribute: `it's "quoted"` });
    const two = await bezero(['sql', 'select 1; drop table marts.customer']);
    expect(two.code).toBe(2);
    expect((await bezero(['sql', 'from marts.customer', '-f', 'csv'])).code).toBe(0);
  });

  it('S3: SQL reads and writes nothing outside the store, also through links, conditions and expressions', async () => {
    const outside = join(temporaryFolder(), 'outside.csv');
    writeFileSync(outside, 'x\nsecret\n');
    symlinkSync(outside, join(store, 'link.csv'));
    const attempts = [
      `from read_text('/etc/passwd')`,
      `from read_csv('${outside}')`,
      `from read_csv('${join(store, 'link.csv')}')`,
      `from read_csv('loads/../../../../../../etc/passwd')`,
      `from glob('/etc/*')`,
      `copy (select 1) to '${outside}.new'`,
      `attach '${outside}.duckdb' as other`,
    ];
    for (const attempt of attempts) {
      const { code, said, printed } = await bezero(['sql', attempt]);
      expect([attempt, [2, 5].includes(code), printed]).toEqual([attempt, true, '']);
      expect(said).not.toContain('secret');
    }
    rmSync(join(store, 'link.csv'));
    expect(existsSync(`${outside}.new`)).toBe(false);
    const reading = `(select count(*) from read_text('${outside}')) > 0`;
    const condition = await night(pipeline(`audiences: { spy: { where: "${reading}" } }`));
    expect(condition.code).not.toBe(0);
    const expression = pipeline().replace('phone: phone', `phone: "(select content from read_text('${outside}'))"`);
    expect((await night(expression)).code).not.toBe(0);
    expect(readdirSync(join(store, 'current', 'segments')).length).toBeGreaterThan(0);
  });

  it.runIf(isFull)(
    'S4: bombs stop at a limit: gzip, endless rows, endless records; deep JSON is a reject',
    async () => {
      const bombs: [file: string, write: (file: string) => unknown, says: RegExp][] = [
        [
          'bomb.csv.gz',
          (file) => {
            writeFileSync(file, gzipSync(Buffer.alloc(120_000_000, 'customer_id\n')));
          },
          /must unpack to at most 200 times/,
        ],
        [
          'endless.csv',
          (file) => {
            writeFileSync(file, `customer_id\n"${'x'.repeat(64_000_001)}`);
          },
          /at most 64 MB long.*a quote opens on line 2/,
        ],
        [
          'rows.parquet',
          async (file) => {
            const engine = await openDuckdb();
            await engine.rows(
              sql`copy (select 1 as customer_id from range(30000000)) to ${literal(file)} (format parquet, compression zstd, row_group_size 10000000)`,
              {},
            );
            await engine.close();
          },
          /must have at most 1000 rows for a byte/,
        ],
      ];
      for (const [name, write, says] of bombs) {
        await write(join(folder, name));
        const { code, said } = await night(
          pipeline()
            .replace('customers.csv', name)
            .replaceAll(/tables: \{ customers: \{.*$/gm, 'tables: { customers: same } }'),
        );
        expect([name, code, said]).toEqual([name, 3, expect.stringMatching(says)]);
        rmSync(join(folder, name));
      }
      writeFileSync(join(folder, 'deep.jsonl'), `{"customer_id":"a"}\n{"customer_id":${'['.repeat(200_000)}\n`);
      const deep = await night(
        pipeline()
          .replace('customers.csv', 'deep.jsonl')
          .replace('store: store', 'store: deep')
          .replaceAll(/tables: \{ customers: \{.*$/gm, 'tables: { customers: same } }'),
      );
      expect([deep.code, deep.said]).toEqual([0, expect.stringContaining('2 records = 1 loaded + 1 rejected')]);
    },
  );

  it('S5: nothing of a name is markup in a page, and a page loads nothing', () => {
    for (const page of ['report.html', 'dictionary.html']) {
      const html = readFileSync(join(store, 'current', page), 'utf8');
      expect(html).toContain(`default-src 'none'`);
      expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript:/i);
    }
  });

  it('S6: a secret of the environment is in no message, record or log, whatever fails', async () => {
    const mail = `mail: { to: [a@example.org], from: b@example.org, smtp: { host: 127.0.0.1, port: 1, user: u, password_env: SMTP_PASSWORD } }`;
    const { code } = await night(pipeline(mail), { env: { SMTP_PASSWORD: secret } });
    expect(code).toBe(0);
    expect(logs()).toContain('could not be sent');
    expect(logs()).not.toContain(secret);
    expect(
      (await bezero(['doctor', 'nightly.yaml', '--json'], { env: { SMTP_PASSWORD: secret } })).printed,
    ).not.toContain(secret);
  });

  it('S7: no value of a record is in a log: of nights that succeed, that reject, and that fail in the engine', async () => {
    await night(pipeline().replaceAll('90%', '0%'));
    expect(nights.at(-1)!.code).toBe(3);
    // What the engine says of a value that it cannot convert quotes it.
    await night(pipeline().replace('phone: phone', 'phone: "cast(name as integer)"'));
    expect(nights.at(-1)!.said).toMatch(/Conversion Error: Could not convert string …/);
    expect(nights.at(-1)!.code).not.toBe(0);
    await night(pipeline(`audiences: { odd: { where: "cast(name as integer) > 0" } }`));
    expect(nights.at(-1)!.code).not.toBe(0);
    expect((await night(pipeline())).code).toBe(0);
    const found = personal.filter((value) => logs().includes(value));
    expect(found).toEqual([]);
    const journal = readFileSync(join(store, 'journal.jsonl'), 'utf8').trim().split('\n');
    expect(journal.map((line) => (JSON.parse(line) as { outcome: string }).outcome).slice(-4)).toEqual([
      'failed',
      'failed',
      'failed',
      'published',
    ]);
  });

  it('S8: a store is of its owner alone, its lock names nobody, and doctor tells where it is open to others', async () => {
    expect(statSync(store).mode & 0o777).toBe(0o700);
    const me = { pid: 1, host: 'h', command: 'bezero erase', since: '2026-11-21T02:00:00.000Z' };
    await withLock(store, me, () => {
      expect(JSON.parse(readFileSync(join(store, 'lock.json'), 'utf8'))).toEqual(me);
      return Promise.resolve();
    });
    const { printed } = await bezero(['doctor']);
    expect(printed).toMatch(/ok {4}store/);
  });

  it('S8: a file that the user names has the mode of all their files; what is held of one person is theirs alone', async () => {
    const modeOf = (file: string): number => statSync(join(folder, file)).mode & 0o777;
    expect((await bezero(['sql', 'select 1 as x', '-o', 'one.csv'])).code).toBe(0);
    expect((await bezero(['rfm', '--store', 'store', '--scores', 'rfm.csv'])).code).toBe(0);
    writeFileSync(join(folder, 'usual'), '');
    const usual = modeOf('usual');
    expect([modeOf('one.csv'), modeOf('rfm.csv')]).toEqual([usual, usual]);
    const { said } = await bezero(['subject', 'c1', '--output', 'held']);
    expect([said, modeOf('held')]).toEqual([said, 0o700]);
  });

  it('S9: a pipeline that is a bomb, names a key twice or reaches for a prototype is refused', async () => {
    const aliases = [
      'a: &a [x, x]',
      ...Array.from(
        { length: 30 },
        (_, i) =>
          `${String.fromCharCode(98 + (i % 24))}${i}: &k${i} [*${i === 0 ? 'a' : `k${i - 1}`}, *${i === 0 ? 'a' : `k${i - 1}`}]`,
      ),
    ].join('\n');
    for (const text of [
      aliases,
      pipeline('name: again'),
      pipeline('__proto__: { polluted: true }'),
      pipeline('constructor: { prototype: { polluted: true } }'),
    ]) {
      writeFileSync(join(folder, 'odd.yaml'), text);
      const { code, said } = await bezero(['plan', 'odd.yaml']);
      expect([code, said]).toEqual([2, expect.stringContaining('odd.yaml')]);
      expect(said.length).toBeLessThan(20_000);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('S10: a pattern that explodes elsewhere ends: patterns of users are those of RE2', async () => {
    const from = performance.now();
    const { code } = await bezero(['sql', `select regexp_matches(repeat('a', 100000) || '!', '^(a+)+$') as x`]);
    expect(code).toBe(0);
    expect(performance.now() - from).toBeLessThan(20_000);
  });

  it('S11: every package is pinned by its hash, from one registry; none that ships runs a script when it is installed', () => {
    const lock = JSON.parse(readFileSync(fileURLToPath(new URL('../package-lock.json', import.meta.url)), 'utf8')) as {
      packages: Record<string, { resolved?: string; integrity?: string; dev?: boolean; hasInstallScript?: boolean }>;
    };
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(50);
    expect(
      packages.filter(
        ([, { resolved, integrity }]) =>
          (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')) ||
          !integrity?.startsWith('sha512-'),
      ),
    ).toEqual([]);
    expect(packages.filter(([, one]) => one.hasInstallScript === true && one.dev !== true)).toEqual([]);
  });

  it('has a page that names what these tests hold', () => {
    const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
    const numbers = (text: string, pattern: RegExp): Set<string> =>
      new Set([...text.matchAll(pattern)].map(([, number]) => number!));
    const told = numbers(read('../docs/security.md'), /^\| (S\d+) \|/gm);
    expect(told).toEqual(numbers(read('./security.test.ts'), /'(S\d+): /g));
    expect(told.size).toBe(12);
  });

  it('S12: so are the engines of an analysis and of the library: what was named is all that they reach', async () => {
    const data = join(temporaryFolder(), 'data.csv');
    writeFileSync(data, 'x\n1\n');
    const other = join(temporaryFolder(), 'other.csv');
    writeFileSync(other, 'x\nsecret\n');
    const reads = (file: string) => raw(`select * from read_text('${file}')`);
    const effects = recordingEffects(folder);
    await withEngine(effects, { reads: data, writes: 'scores.csv' }, async (engine) => {
      expect(await engine.rows(reads(data), { content: 'text' })).toHaveLength(1);
      await engine.unload(raw('select 1 as x'), unfinishedOf(join(folder, 'scores.csv')), 'machine-csv');
      await expect(engine.rows(reads(other), { content: 'text' })).rejects.toThrow(/Permission/);
      await expect(engine.rows(reads(join(store, 'people.duckdb')), {})).rejects.toThrow(/Permission/);
      await expect(engine.unload(raw('select 1 as x'), `${other}.new`, 'machine-csv')).rejects.toThrow(/Permission/);
    });
    rmSync(unfinishedOf(join(folder, 'scores.csv')));
    await withRelease({ store }, effects, ['marts.customer'], async (engine) => {
      expect(await engine.rows(raw('select count(*) as n from marts.customer'), { n: 'integer' })).toHaveLength(1);
      await expect(engine.rows(reads(other), {})).rejects.toThrow(/Permission/);
    });
    for (const folders of [[], [dirname(other)]]) {
      const release = await openRelease(store, folders);
      const found = await release.rows(`select content from read_text('${other}')`).catch((error: unknown) => error);
      if (folders.length === 0) expect(found).toBeInstanceOf(EngineError);
      else expect(found).toEqual([{ content: 'x\nsecret\n' }]);
      await expect(release.rows(`select content from read_text('/etc/hostname')`)).rejects.toThrow(/Permission/);
      await release.close();
    }
  });

  it('S12: the engine of a store has no network, takes no extension, and cannot be opened again', async () => {
    const engine = await openDuckdb({ only: { folders: [store] } });
    const attempts = [
      'install httpfs',
      'load httpfs',
      `from read_csv('https://example.org/a.csv')`,
      `attach 'https://example.org/a.duckdb' as b`,
      'set enable_external_access = true',
      `set allowed_directories = ['/']`,
      'set autoinstall_known_extensions = true',
      'from duckdb_secrets()',
    ];
    for (const attempt of attempts)
      await expect(engine.rows(raw(attempt), {})).rejects.toThrow(/Permission|locked|Error/);
    await engine.close();
  });
});
