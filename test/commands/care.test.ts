import {
  cpSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { addErasures } from '../../src/pipeline/erasure/list.ts';
import { sql } from '../../src/sql/sql.ts';
import { hashFile } from '../../src/disk.ts';
import { recordingEffects } from '../support/effects.ts';
import type { JournalAct } from '../../src/pipeline/journal.ts';
import { sharedFolder, temporaryFolder } from '../support/running.ts';

const yaml = `
name: shop
store: store
time_zone: UTC
as_of: latest
currency: EUR
sources:
  customers: { files: customers.csv, tables: { customers: same } }
  purchases: { files: 'purchases*.csv', tables: { purchases: same } }
steps: []
outputs: { segments: false, report: false }
keep: { warehouses: 2, releases: 9 }
`;

const shop = sharedFolder();

beforeAll(async () => {
  const ids = Array.from({ length: 8 }, (_, i) => `c${i}`);
  const lines = ids.map((id, i) => `o${i},1,${id},2026-01-0${i + 1},1,${i + 9}`);
  writeFileSync(join(shop, 'nightly.yaml'), yaml);
  writeFileSync(
    join(shop, 'customers.csv'),
    `customer_id,name,email_opt_in\n${ids.map((id) => `${id},Name,false`).join('\n')}\n`,
  );
  writeFileSync(
    join(shop, 'purchases.csv'),
    `order_id,line_number,customer_id,purchased_at,quantity,unit_price\n${lines.join('\n')}\n`,
  );
  for (const more of [[], ['--force']]) {
    const { code, text } = await bezero(shop, 'run', 'nightly.yaml', ...more);
    expect([code, text]).toEqual([0, text]);
  }
});

async function bezero(folder: string, ...argv: string[]): Promise<{ code: number; text: string }> {
  const effects = recordingEffects(folder);
  const code = await main(argv, effects);
  return { code, text: [...effects.printed, ...effects.said].join('\n') };
}

/** The shop, to be changed. */
function copyOfShop(): { readonly folder: string; readonly store: string } {
  const folder = temporaryFolder();
  cpSync(shop, folder, { recursive: true, verbatimSymlinks: true });
  return { folder, store: join(folder, 'store') };
}

/** Every file below a folder with its hash. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    await Promise.all(files.map(async (path) => [path, await hashFile(join(folder, path))] as const)),
  );
}

/** Flips a bit of every tenth part of a file, from its second block on. */
function harm(file: string): void {
  const bytes = readFileSync(file);
  for (let part = 1; part < 10; part++) {
    const at = Math.floor((part * bytes.length) / 10);
    bytes[at] = bytes[at]! ^ 4;
  }
  writeFileSync(file, bytes);
}

describe('bezero erase', () => {
  const { folder, store } = { folder: join(shop, 'erasing'), store: join(shop, 'erasing', 'store') };
  beforeAll(() => {
    for (const name of ['store', 'nightly.yaml', 'customers.csv', 'purchases.csv'])
      cpSync(join(shop, name), join(folder, name), { recursive: true, verbatimSymlinks: true });
  });

  it('refuses ids that the store holds nothing of, all or nothing, and touches nothing', async () => {
    const before = await filesOf(store);
    writeFileSync(join(folder, 'ids.txt'), 'c1\n9999998\n9999997\n');
    const one = await bezero(folder, 'erase', '--customer', '9999999');
    expect([one.code, one.text]).toEqual([
      2,
      'every id must be of a customer of whom the store holds anything; of 1 of 1 id it holds nothing (--customer: number 1). Nothing was erased; correct the ids and erase again',
    ]);
    const several = await bezero(folder, 'erase', '--customer', 'c2', '9999999', '--from', 'ids.txt');
    expect(several.code).toBe(2);
    expect(several.text).toContain('of 3 of 5 ids it holds nothing (--customer: number 2; --from: 2)');
    expect(await filesOf(store)).toEqual(before);
  });

  it('takes who was erased before for no error, and does nothing more', async () => {
    expect(await bezero(folder, 'erase', '--customer', 'c2')).toMatchObject({ code: 0 });
    const before = await filesOf(store);
    const { code, text } = await bezero(folder, 'erase', '--customer', 'c2');
    expect([code, text]).toEqual([
      0,
      '1 customer had been erased before\nthe store holds nothing of anybody who was erased',
    ]);
    expect((await bezero(folder, 'erase', '--customer', 'c2', '9999999')).code).toBe(2);
    expect(await filesOf(store)).toEqual(before);
  });

  it('is told by doctor where its key is gone', async () => {
    expect((await bezero(folder, 'doctor')).text).toMatch(/ok +erasures +the key is there/);
    rmSync(join(store, 'erasure.key'));
    const { code, text } = await bezero(folder, 'doctor');
    expect(code).toBe(5);
    expect(text).toMatch(
      /fail +erasures .*erasure\.key must be the key that 2 hashes of erased people and orders were made with; it is gone/,
    );
    expect(text).toMatch(/→ put the file of your backup back/);
    expect(await bezero(folder, 'run', 'nightly.yaml')).toMatchObject({ code: 5 });
    // The night failed at the same, which is said once.
    const after = (await bezero(folder, 'doctor')).text;
    expect(after).toMatch(/fail +nights +the last run failed: of erasures, as said above\n/);
    expect(after.match(/it is gone/g)).toHaveLength(1);
  });

  it('is in the journal, with how many and when, not who', async () => {
    // One that died after it had listed whom to erase, and was ended by the next.
    cpSync(join(shop, 'store'), join(folder, 'other'), { recursive: true, verbatimSymlinks: true });
    const engine = await openDuckdb();
    await engine.unload(sql`select 'c3' as customer_id`, join(folder, 'given.parquet'), 'parquet');
    await engine.close();
    await addErasures(join(folder, 'other'), join(folder, 'given.parquet'), '2026-11-21', () => 'abcd');
    expect((await bezero(folder, 'erase', '--store', 'other')).code).toBe(0);
    expect(readFileSync(join(folder, 'other', 'journal.jsonl'), 'utf8')).toMatch(/"outcome":"erased","people":1,/);
    const lines = readFileSync(join(store, 'journal.jsonl'), 'utf8').trim().split('\n');
    const acts = lines.map((line) => JSON.parse(line) as JournalAct).filter(({ outcome }) => outcome === 'erased');
    expect(acts).toEqual([
      expect.objectContaining({
        people: 1,
        release: expect.stringMatching(/e1$/) as string,
        at: expect.any(String) as string,
      }),
    ]);
  });
});

describe('a file of the store that is damaged', () => {
  it('is found by doctor: the warehouse, what people decided, a load', async () => {
    const { folder, store } = copyOfShop();
    expect(await bezero(folder, 'doctor')).toMatchObject({ code: 0 });
    harm(join(store, 'current', 'bezero.duckdb'));
    harm(join(store, 'people.duckdb'));
    const load = readdirSync(join(store, 'loads'))[0]!;
    rmSync(join(store, 'loads', load, 'rejects.parquet'));
    const { code, text } = await bezero(folder, 'doctor');
    expect(code).toBe(5);
    expect(text).toMatch(/fail +release .*bezero\.duckdb must be as it was written, and cannot be read whole: /);
    expect(text).toMatch(/→ go to another release \("bezero rollback \S+"\) and run again/);
    expect(text).toMatch(/fail +people .*people\.duckdb must be as it was written/);
    expect(text).toMatch(
      /fail +loads .*rejects\.parquet: must be as it was written, and is missing\n +→ Remove the folder/,
    );
  });

  it('is told by doctor and by the night where what people decided is gone', async () => {
    const { folder, store } = copyOfShop();
    rmSync(join(store, 'people.duckdb'));
    const { code, text } = await bezero(folder, 'doctor');
    expect([code, text]).toEqual([
      5,
      expect.stringMatching(/fail +people .*people\.duckdb is gone: the next run forgets/),
    ]);
    const night = await bezero(folder, 'run', 'nightly.yaml');
    expect([night.code, night.text]).toEqual([0, expect.stringMatching(/people\.duckdb was gone from the store: /)]);
    expect(await bezero(folder, 'doctor')).toMatchObject({ code: 0 });
  });

  it('is told with both steps out where it is the record of the current release, and somebody was erased', async () => {
    const { folder, store } = copyOfShop();
    expect(await bezero(folder, 'erase', '--customer', 'c1')).toMatchObject({ code: 0 });
    writeFileSync(join(store, 'current', 'run.json'), '{');
    const { code, text } = await bezero(folder, 'run', 'nightly.yaml');
    expect(code).toBe(5);
    const [, broken = '', run = ''] = /remove the folder (\S+), then .*\("bezero rollback (\S+)"\)/.exec(text) ?? [];
    expect(text).toContain(`${basename(broken)} must have a run.json that can be read`);
    rmSync(broken, { recursive: true });
    expect(await bezero(folder, 'rollback', run)).toMatchObject({ code: 0 });
    expect(await bezero(folder, 'run', 'nightly.yaml')).toMatchObject({ code: 0 });
  });

  it('is named by whoever must read it, with the way out', async () => {
    const { folder, store } = copyOfShop();
    harm(join(store, 'people.duckdb'));
    const told =
      /people\.duckdb must be as it was written, and cannot be read whole: .*; restore .*people\.duckdb from your newest backup/;
    for (const argv of [
      ['subject', 'c1', '--output', 'held'],
      ['erase', '--customer', 'c1'],
      ['run', 'nightly.yaml', '--force'],
      ['rollback'],
    ]) {
      const { code, text } = await bezero(folder, ...argv);
      expect([argv, code, text]).toEqual([argv, 5, expect.stringMatching(told)]);
    }
  });
});

it('a night without news makes a release anew whose warehouse is gone', async () => {
  const { folder, store } = copyOfShop();
  const before = readlinkSync(join(store, 'current'));
  rmSync(join(store, 'current', 'bezero.duckdb'));
  expect((await bezero(folder, 'sql', 'select 1')).text).toContain('"bezero run PIPELINE" makes a new one');
  expect((await bezero(folder, 'run', 'nightly.yaml')).text).toContain('published ');
  expect(readlinkSync(join(store, 'current'))).not.toBe(before);
  expect((await bezero(folder, 'sql', 'select 1')).code).toBe(0);
});

it('doctor sends nobody to a release that is not there', async () => {
  const { folder, store } = copyOfShop();
  const [before, now] = readdirSync(join(store, 'releases')).sort();
  rmSync(join(store, 'releases', now!, 'run.json'));
  expect((await bezero(folder, 'doctor')).text).toContain(`go to another release ("bezero rollback ${before!}")`);
  rmSync(join(store, 'releases', before!, 'bezero.duckdb'));
  expect((await bezero(folder, 'doctor')).text).toMatch(
    /has no run\.json that can be read\n +→ restore .* from a backup/,
  );
});

it('a rollback to a warehouse that is damaged is refused, and leaves the current release as it was', async () => {
  const { folder, store } = copyOfShop();
  const [before, now] = readdirSync(join(store, 'releases')).sort();
  harm(join(store, 'releases', before!, 'bezero.duckdb'));
  const { code, text } = await bezero(folder, 'rollback');
  expect([code, text]).toEqual([
    5,
    expect.stringMatching(/bezero\.duckdb must be as it was written.*restore .* from a backup/),
  ]);
  expect(readlinkSync(join(store, 'current'))).toContain(now);
});

it('a rollback says what the next run reads again, and status that it was one', async () => {
  const { folder } = copyOfShop();
  expect((await bezero(folder, 'status')).text).not.toContain('rolled back');
  const { text } = await bezero(folder, 'rollback');
  expect(text.split('\n').at(-1)).toBe(
    'what came in since will be read again by the next run; if something was wrong in your files, take it out or correct it first',
  );
  const [older, newer] = readdirSync(join(folder, 'store/releases')).sort();
  expect((await bezero(folder, 'status')).text).toContain(
    `rolled back to ${older!}; ${newer!}, as of 2026-01-08, was later`,
  );
  expect((await bezero(folder, 'rollback', newer!)).text).not.toContain('read again');
});

it('subject and erase speak of lists that are not looked through only where a release without a warehouse still has some', async () => {
  const { folder, store } = copyOfShop();
  const before = join(store, 'releases', readdirSync(join(store, 'releases')).sort()[0]!);
  for (const name of readdirSync(before))
    if (!['run.json', 'manifest.json', 'dictionary.html'].includes(name))
      rmSync(join(before, name), { recursive: true });
  const told = async (): Promise<string[]> => [
    (await bezero(folder, 'subject', 'c1', '--output', 'held')).text,
    (await bezero(folder, 'erase', '--customer', 'nobody')).text,
  ];
  for (const text of await told()) expect(text).not.toContain('not looked through');
  rmSync(join(folder, 'held'), { recursive: true });
  writeFileSync(join(before, 'customers.parquet'), '');
  for (const text of await told()) expect(text).toMatch(/lists of 1 earlier release .*not looked through/);
});

it('an erasure tells of a release that lost its lists once', async () => {
  const { folder, store } = copyOfShop();
  const [before] = readdirSync(join(store, 'releases')).sort();
  rmSync(join(store, 'releases', before!, 'bezero.duckdb'));
  writeFileSync(join(store, 'releases', before!, 'customers.parquet'), '');
  const told = `${before!} only has its record left`;
  expect((await bezero(folder, 'erase', '--customer', 'c1')).text).toContain(told);
  const { code, text } = await bezero(folder, 'erase', '--customer', 'c2');
  expect([code, text]).toEqual([0, expect.stringContaining('1 customer erased')]);
  expect(text).not.toContain(told);
});

it('doctor tells runs that failed from one that was killed', async () => {
  const { folder, store } = copyOfShop();
  writeFileSync(join(folder, 'purchases.csv'), 'order,nothing\n');
  for (const attempt of [1, 2])
    expect([attempt, (await bezero(folder, 'run', 'nightly.yaml')).code]).toEqual([attempt, 3]);
  const failed = (await bezero(folder, 'doctor')).text;
  expect(failed).toMatch(/ok +lock +free\n/);
  expect(failed).toMatch(/fail +nights +the last 2 runs failed; the last one: /);
  leaveNote(store);
  expect((await bezero(folder, 'doctor')).text).toMatch(
    /ok +lock +free; "bezero run nightly\.yaml" of 2026-11-22T02:00:00\.000Z died: the next run sweeps what it left\n/,
  );
});

it('a failure of several lines stays in its column, and doctor adds nothing to what it says to do', async () => {
  const { folder } = copyOfShop();
  const purchases = readFileSync(join(folder, 'purchases.csv'), 'utf8');
  writeFileSync(join(folder, 'purchases.csv'), purchases.replaceAll(/2026-01-0[1-7]/g, 'no day'));
  expect(await bezero(folder, 'run', 'nightly.yaml')).toMatchObject({ code: 3 });
  expect((await bezero(folder, 'status')).text).toMatch(
    /\nlast run: .*\(exit code 3\): .* were: .*\n {10}all rejected records are in .*\nnext run: /,
  );
  const { text } = await bezero(folder, 'doctor');
  const column = text
    .split('\n')
    .find((line) => line.startsWith('fail'))!
    .indexOf('the last run failed');
  expect(text).toMatch(new RegExp(`\n {${column}}all rejected records are in .*max_rejected\nok +warnings`));
});

/** The note of a process that died while it held a store. */
function leaveNote(store: string, note: object = { pipeline: 'shop' }): void {
  const holder = { pid: 2 ** 30, host: 'test', command: 'bezero run nightly.yaml', since: '2026-11-22T02:00:00.000Z' };
  writeFileSync(join(store, 'lock.json'), JSON.stringify({ ...holder, ...note }));
}

describe('a night that was killed', () => {
  const linesOf = (store: string): string[] => readFileSync(join(store, 'journal.jsonl'), 'utf8').trim().split('\n');

  it('is told by status and doctor before anybody comes by, who write nothing', async () => {
    const { folder, store } = copyOfShop();
    const before = linesOf(store);
    leaveNote(store);
    const { text } = await bezero(folder, 'status');
    expect(text).toContain('last run: 2026-11-22T02:00:00.000Z, killed\n');
    expect(await bezero(folder, 'doctor')).toMatchObject({
      code: 5,
      text: expect.stringMatching(/fail +nights +the last run was killed\n +→ see in the log of the system/) as string,
    });
    expect(linesOf(store)).toEqual(before);
  });

  it('is written to the journal once, by whatever takes the store next', async () => {
    const { folder, store } = copyOfShop();
    const before = linesOf(store).length;
    leaveNote(store);
    expect(await bezero(folder, 'erase')).toMatchObject({ code: 0 });
    const killed = { at: '2026-11-22T02:00:00.000Z', outcome: 'killed', pipeline: 'shop', seconds: null };
    expect(linesOf(store).slice(before)).toEqual([expect.any(String)]);
    expect(JSON.parse(linesOf(store).at(-1)!)).toMatchObject({
      ...killed,
      command: 'bezero run nightly.yaml',
      release: basename(readlinkSync(join(store, 'current'))),
    });
    expect((await bezero(folder, 'status')).text).toContain(', killed\n');
    // A note that could not be removed is of a night that has its line.
    leaveNote(store);
    expect(await bezero(folder, 'run', 'nightly.yaml')).toMatchObject({ code: 0 });
    expect(linesOf(store).slice(before + 1)).toEqual([expect.stringContaining('"outcome":"nothing new"')]);
    expect((await bezero(folder, 'doctor')).text).toMatch(/ok +nights/);
  });

  it('is told from another command that was', async () => {
    const { folder, store } = copyOfShop();
    leaveNote(store, { pipeline: undefined, command: 'bezero erase' });
    expect((await bezero(folder, 'status')).text).toMatch(/last run: \S+, published after/);
    expect(await bezero(folder, 'erase')).toMatchObject({ code: 0 });
    expect(linesOf(store).at(-1)).toMatch(/"command":"bezero erase","outcome":"killed"/);
    expect((await bezero(folder, 'status')).text).toMatch(/last run: \S+, published after/);
  });
});

it('the warnings that are open are those of the last night, also of one without news', async () => {
  const { folder } = copyOfShop();
  const night = async (): Promise<string> => {
    expect((await bezero(folder, 'run', 'nightly.yaml')).text).toContain('nothing has changed since');
    return (await bezero(folder, 'status')).text;
  };
  copyFileSync(join(folder, 'purchases.csv'), join(folder, 'purchases-2.csv'));
  expect(await night()).toMatch(/warnings: 1 is open\n {2}purchases.*\.csv: holds the same as/);
  expect((await bezero(folder, 'doctor')).text).toMatch(/warn +warnings +1 is open: purchases.*holds the same as/);
  expect((await bezero(folder, 'run', 'nightly.yaml', '--force')).text).toContain('published');
  expect((await bezero(folder, 'status')).text).toContain('1 is open');
  // The journal counts them as status does, whether a night had news or not.
  const lines = readFileSync(join(folder, 'store', 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const said = { warnings: 1, open: [expect.stringContaining('holds the same as')] };
  expect(lines.slice(-2).map((line): unknown => JSON.parse(line))).toEqual([
    expect.objectContaining({ outcome: 'nothing new', ...said }),
    expect.objectContaining({ outcome: 'published', ...said }),
  ]);
  rmSync(join(folder, 'purchases-2.csv'));
  expect(await night()).toContain('warnings: none');
});

it('a warning of the release is counted by the journal of a night without news, too', async () => {
  const { folder, store } = copyOfShop();
  writeFileSync(join(folder, 'purchases-2.csv'), 'order_id,line_number,customer_id,purchased_at,quantity,unit_price\n');
  for (const outcome of ['published', 'nothing new']) {
    expect(await bezero(folder, 'run', 'nightly.yaml')).toMatchObject({ code: 0 });
    const last = readFileSync(join(store, 'journal.jsonl'), 'utf8').trim().split('\n').at(-1)!;
    const open = ['purchases-2.csv: holds no records'];
    expect(JSON.parse(last)).toMatchObject({ outcome, warnings: 1, open });
    expect((await bezero(folder, 'status')).text).toContain('warnings: 1 is open');
  }
  // Whoever deletes the file closes it, though the night has no news of it.
  rmSync(join(folder, 'purchases-2.csv'));
  expect((await bezero(folder, 'run', 'nightly.yaml')).text).toContain('nothing has changed since');
  expect((await bezero(folder, 'status')).text).toContain('warnings: none');
  expect((await bezero(folder, 'doctor')).text).toMatch(/ok +warnings +none is open/);
});

it('what is news and no fault is told by the run, and not open after it', async () => {
  const { folder } = copyOfShop();
  const snapshot = yaml.replace('customers.csv, tables', 'customers.csv, mode: snapshot, tables');
  writeFileSync(join(folder, 'nightly.yaml'), snapshot);
  await bezero(folder, 'run', 'nightly.yaml');
  const customers = readFileSync(join(folder, 'customers.csv'), 'utf8');
  writeFileSync(join(folder, 'customers.csv'), customers.replace('c7,Name,false\n', ''));
  expect((await bezero(folder, 'run', 'nightly.yaml')).text).toContain(
    'note: customers.csv: 1 record of customers of the former snapshot is no longer in it; it is removed',
  );
  expect((await bezero(folder, 'status')).text).toContain('warnings: none');
});
