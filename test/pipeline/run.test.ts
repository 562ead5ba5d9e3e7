import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DataError, EngineError } from '../../src/errors.ts';
import { reapplyPeople } from '../../src/pipeline/people/reapply.ts';
import { copyRelease } from '../../src/pipeline/publish.ts';
import { currentRelease, listReleases, pointCurrent } from '../../src/pipeline/releases.ts';
import { literal, raw, sql } from '../../src/sql/sql.ts';
import { isFull } from '../support/full.ts';
import { openRelease, publishedFiles, runIn, sharedFolder, temporaryFolder } from '../support/running.ts';

const orderHeader = 'order_id,line_number,customer_id,purchased_at,quantity,unit_price,unit_cost\n';

/** A shop with a few customers, each with a different number of orders. */
function shop(folder = temporaryFolder(), customers = 12): { folder: string; yaml: string } {
  const people = Array.from(
    { length: customers },
    (_, i) => `c${i},Name ${i},c${i}@example.org,true,${1960 + i}-05-05`,
  );
  writeFileSync(
    join(folder, 'customers.csv'),
    `customer_id,name,email,email_opt_in,birth_date\n${people.join('\n')}\n`,
  );
  const orders = people.flatMap((_, i) =>
    Array.from(
      { length: (i % 6) + 1 },
      (_, j) => `o${i}-${j},1,c${i},2026-0${1 + ((i + j) % 9)}-1${j % 10},${1 + (i % 3)},${10 + i}.50,4`,
    ),
  );
  writeFileSync(join(folder, 'purchases.csv'), `${orderHeader}${orders.join('\n')}\n`);
  const yaml = `
name: shop
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  customers: { files: customers.csv, tables: { customers: same } }
  purchases: { files: "purchases*.csv", tables: { purchases: same } }
steps:
  - rfm: { bins: 3 }
  - kmeans: { features: [recency_days, frequency, monetary], k: 3 }
`;
  return { folder, yaml };
}

/** For what is told of releases and loads alone: no models, no files. */
const plain = (yaml: string): string =>
  `${yaml.replace(/steps:[^]*/, '')}outputs: { segments: false, parquet: false, report: false }\n`;

const around = sharedFolder();
let first: Awaited<ReturnType<typeof runIn>>;
beforeAll(async () => {
  const { folder, yaml } = shop(around);
  first = await runIn(folder, yaml);
});

/** The shop after its first night, in a folder of its own. */
function released(): ReturnType<typeof shop> & { readonly first: typeof first } {
  const { folder, yaml } = shop();
  cpSync(join(around, 'store'), join(folder, 'store'), { recursive: true, verbatimSymlinks: true });
  return { folder, yaml, first: { ...first, release: join(folder, relative(around, first.release)) } };
}

describe('runPipeline(pipeline, options, effects)', () => {
  it('publishes a whole release behind one relative link, and records what it did', () => {
    const { record, release, published } = first;
    const folder = around;
    expect(published).toBe(true);
    expect(lstatSync(join(folder, 'store/current')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(folder, 'store/current'))).toBe('releases/2026-11-21T020000Z-0000');
    expect(readdirSync(release).sort()).toEqual([
      'bezero.duckdb',
      'customers.parquet',
      'dictionary.html',
      'manifest.json',
      'report.html',
      'run.json',
      'segments',
    ]);
    expect(readdirSync(join(folder, 'store/releases'))).toEqual(['2026-11-21T020000Z-0000']);
    expect(JSON.parse(readFileSync(join(release, 'run.json'), 'utf8'))).toEqual(record);
    expect(record).toMatchObject({
      pipeline: 'shop',
      asOf: '2026-09-14',
      models: { kmeans: { convergence: { converged: true } } },
    });
    expect(
      record.inputs.map(({ file, records, loaded, rejectedInAll, skipped }) => [
        file,
        records,
        loaded,
        rejectedInAll,
        skipped,
      ]),
    ).toEqual([
      ['customers.csv', 12, 12, 0, 0],
      ['purchases.csv', 42, 42, 0, 0],
    ]);
    expect(record.outputs.map(({ file }) => file)).toContain('segments/all-customers.csv');
    expect(record.steps.find(({ step }) => step === 'warehouse.order_line')?.rows).toBe(42);
  });

  it('does nothing when nothing has changed, and says so', async () => {
    const { folder, yaml, first } = released();
    const second = await runIn(folder, yaml, { now: '2026-11-22T02:00:00Z', random: '0001' });
    expect(second).toMatchObject({ published: false, release: first.release });
    const nothing = { warnings: [], remarks: [] };
    expect(second.record).toEqual({
      ...{ ...first.record, ...nothing },
      reported: { ...first.record.reported, ...nothing },
    });
    expect(second.steps).toEqual([
      'load customers.csv: known, not read again',
      'load purchases.csv: known, not read again',
    ]);
    expect(readdirSync(join(folder, 'store/releases'))).toEqual([first.record.run]);
    const forced = await runIn(folder, yaml, { force: true, random: '0002' });
    expect(forced.published).toBe(true);
    expect(publishedFiles(forced)).toEqual(publishedFiles(first));
  });

  it.runIf(isFull)('reads nothing later than the as-of day', async () => {
    const { folder, yaml } = shop();
    const engine = await openRelease(await runIn(folder, yaml, { asOf: '2026-03-31' }));
    const [found] = await engine.rows(
      raw(
        `select cast(max(purchased_on) as varchar) as last, (select count(*) from raw.purchases) as lines from warehouse.order_line`,
      ),
      { last: 'day', lines: 'integer' },
    );
    expect(found!.last <= '2026-03-31').toBe(true);
    expect(found!.lines).toBe(42);
  });

  it.runIf(isFull)('takes no day in the future for the latest', async () => {
    const { folder, yaml } = shop();
    writeFileSync(
      join(folder, 'purchases-late.csv'),
      'order_id,line_number,customer_id,purchased_at,quantity,unit_price,unit_cost\nlate,1,c1,2126-01-01,1,1,1\n',
    );
    const { record } = await runIn(folder, yaml);
    expect(record.asOf).toBe('2026-11-21');
    expect(record.warnings).toContain(
      'the data hold records of 2126-01-01, after today (2026-11-21); they are not read',
    );
  });

  it.runIf(isFull)('leaves the current release as it is, whatever step fails', async () => {
    const { folder, yaml, first } = released();
    const before = publishedFiles(first);
    const file = 'purchases-2.csv';
    writeFileSync(join(folder, file), `${orderHeader}new,1,c1,2026-09-14,1,1,1\n`);
    const titles = [`load ${file}`, ...first.record.steps.map(({ step }) => step)];
    const sampled = titles.filter((_, i) => i % 8 === 0 || i === titles.length - 1);
    for (const failing of sampled) {
      const attempt = runIn(folder, yaml, {
        random: '0002',
        onStep: (title) => {
          if (title === failing) throw new EngineError(`the disk is full at ${failing}`);
        },
      });
      await expect(attempt).rejects.toThrow('the disk is full');
      expect(await currentRelease(join(folder, 'store'))).toBe(first.record.run);
      expect(publishedFiles(first)).toEqual(before);
    }
    const healed = await runIn(folder, yaml, { random: '0003' });
    expect(healed.published).toBe(true);
    expect(readdirSync(join(folder, 'store/releases')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('stops at a broken audit, before anything is published', async () => {
    const { folder, yaml } = released();
    writeFileSync(join(folder, 'purchases-2.csv'), `${orderHeader}x,1,c1,bad,1,1,1\n`);
    await expect(runIn(folder, yaml, { random: '0001' })).rejects.toThrow(DataError);
    expect(await currentRelease(join(folder, 'store'))).toBe('2026-11-21T020000Z-0000');
  });

  it.runIf(isFull)(
    'keeps as many warehouses and releases as the pipeline says, and the loads they are made of',
    async () => {
      const { folder, yaml } = shop();
      const keeping = `${plain(yaml)}keep: { warehouses: 2, releases: 3 }\n`;
      for (const i of [1, 2, 3, 4]) {
        writeFileSync(
          join(folder, 'customers.csv'),
          `customer_id,name,email,email_opt_in,birth_date\nc1,Name ${i},,true,1970-01-01\n`,
        );
        await runIn(folder, keeping.replace('files: customers.csv', 'files: customers.csv, mode: snapshot'), {
          random: `000${i}`,
          now: `2026-11-2${i}T02:00:00Z`,
        });
      }
      const releases = await listReleases(join(folder, 'store'));
      expect(releases.map(({ run, hasWarehouse }) => [run.slice(-4), hasWarehouse])).toEqual([
        ['0004', true],
        ['0003', true],
        ['0002', false],
      ]);
      const loads = readdirSync(join(folder, 'store/loads'));
      expect(loads).toHaveLength(3);
    },
  );

  it.runIf(isFull)(
    'keeps the release that was rolled back to, not the one that was given up, even where that cannot be read',
    async () => {
      const { folder, yaml } = shop();
      const night = (i: number) => {
        writeFileSync(join(folder, `purchases-${i}.csv`), `${orderHeader}x${i},1,c${i},2026-08-0${i},1,5.00,1\n`);
        return runIn(folder, `${plain(yaml)}keep: { warehouses: 2 }\n`, {
          random: `000${i}`,
          now: `2026-11-2${i}T02:00:00Z`,
        });
      };
      const store = join(folder, 'store');
      const first = await night(1);
      const second = await night(2);
      await pointCurrent(store, first.record.run);
      writeFileSync(join(second.release, 'run.json'), '{"torn');
      const third = await night(3);
      expect([third.record.previous, first.record.previous]).toEqual([first.record.run, null]);
      const releases = await listReleases(store);
      expect(releases.map(({ run, hasWarehouse }) => [run.slice(-4), hasWarehouse])).toEqual([
        ['0003', true],
        ['0002', false],
        ['0001', true],
      ]);
      const engine = await openRelease(first);
      expect(await engine.rows(sql`select count(*) as n from warehouse.order_line`, { n: 'integer' })).toHaveLength(1);
    },
  );

  it.runIf(isFull)('brings nobody back who opted out, when a release is rolled back to', async () => {
    const { folder, yaml } = shop();
    const snapshot = `${yaml.replace('files: customers.csv', 'files: customers.csv, mode: snapshot')}outputs: { report: false }\n`;
    const first = await runIn(folder, snapshot);
    const file = join(folder, 'customers.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('c3@example.org,true', 'c3@example.org,false'));
    await runIn(folder, snapshot, { random: '0001', now: '2026-11-22T02:00:00Z' });
    const store = join(folder, 'store');
    const old = (await listReleases(store)).find(({ run }) => run === first.record.run)!;
    expect(publishedFiles(first).get('all-customers.csv')!.toString()).toContain('c3@example.org');
    await reapplyPeople(store, old, 'test', () => undefined);
    await pointCurrent(store, old.run);
    const now = publishedFiles(first).get('all-customers.csv')!.toString();
    expect(now).not.toContain('c3@example.org');
    expect(now).toContain('c4@example.org');
    const written = await openRelease(first);
    const run = await written.rows(
      sql`select decode(value) as run from parquet_kv_metadata(${literal(join(first.release, 'customers.parquet'))}) where decode(key) = 'run'`,
      { run: 'text' },
    );
    expect(run).toEqual([{ run: first.record.run }]);
    const next = await runIn(folder, snapshot, { random: '0002', now: '2026-11-23T02:00:00Z' });
    expect(next.published).toBe(true);
  });

  it('copies what people read to a folder, whole', async () => {
    const { release } = first;
    const share = join(temporaryFolder(), 'share');
    mkdirSync(join(share, 'segments'), { recursive: true });
    writeFileSync(join(share, 'segments/former.csv'), '');
    await copyRelease(release, share);
    expect(readdirSync(share).sort()).toEqual([
      'customers.parquet',
      'dictionary.html',
      'manifest.json',
      'report.html',
      'run.json',
      'segments',
    ]);
    expect(readdirSync(join(share, 'segments'))).toEqual(readdirSync(join(release, 'segments')));
    expect(existsSync(join(share, 'bezero.duckdb'))).toBe(false);
  });
});
