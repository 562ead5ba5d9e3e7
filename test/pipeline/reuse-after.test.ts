import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { sql } from '../../src/sql/sql.ts';
import { recordingEffects } from '../support/effects.ts';
import { openRelease, runIn, sharedFolder, temporaryFolder } from '../support/running.ts';
import { isFull } from '../support/full.ts';

const models = ['kmeans', 'tree', 'basket'] as const;
const yaml = `
name: shop
store: store
time_zone: UTC
as_of: yesterday
currency: EUR
sources: { purchases: { files: purchases.csv, mode: snapshot, max_rejected: 5%, tables: { purchases: same } } }
steps:
  - rfm: { bins: 2, refit: never }
  - kmeans: { features: [log1p(monetary)], k: 2, restarts: 2 }
  - tree: { features: [monetary], depth: 2 }
  - basket: { support: 0.01 }
outputs: { segments: false, parquet: false, report: false }
keep: { warehouses: 4, releases: 9 }
`;

/** Customers who spend about 10 or about 300, and one who spends most; some of them come on a later day. */
const shop = (customers: number): string =>
  [
    'order_id,line_number,customer_id,product_id,purchased_at,quantity,unit_price',
    ...Array.from({ length: customers }, (_, i) =>
      [0, 1].map((n) => `o${i},${n + 1},c${i},p${(i % 3) + n},2025-12-01,1,${(i % 2 === 0 ? 10 : 300) + (i % 7)}`),
    ).flat(),
    'o-most,1,most,p1,2025-12-01,1,987654',
  ].join('\n');

const nightOf = (folder: string, day: string, customers: number, text = yaml) => {
  writeFileSync(join(folder, 'purchases.csv'), shop(customers));
  return runIn(folder, text, { now: `2026-01-${day}T02:00:00Z`, random: `00${day}` });
};
type Night = Awaited<ReturnType<typeof nightOf>>;

const bezero = async (folder: string, ...argv: string[]): Promise<void> => {
  const effects = recordingEffects(folder);
  expect([await main([...argv, '--store', 'store'], effects), effects.said.join('\n')]).toEqual([
    0,
    expect.any(String),
  ]);
};

/** By model, whether it was used again, with the days of its fit; else why not. */
const upkeepOf = ({ record }: Night): string[] =>
  models.map((model) => {
    const { isReused, on, asOf, why } = record.models[model]!.upkeep!;
    return isReused ? `of ${on} as of ${asOf}` : why.map(({ code }) => code).join();
  });
const idsOf = ({ record }: Night): string[] => models.map((model) => record.models[model]!.id!);
const all = (said: string): string[] => models.map(() => said);

const folder = sharedFolder();
let first: Night;
let fourth: Night;
beforeAll(async () => {
  first = await nightOf(folder, '03', 300);
  expect(upkeepOf(await nightOf(folder, '04', 301))).toEqual(all('of 2026-01-03 as of 2026-01-02'));
  const changed = yaml.replace('k: 2, restarts: 2', 'k: 3, restarts: 2').replace('0.01', '0.02');
  expect(upkeepOf(await nightOf(folder, '05', 302, changed))).toEqual(['options', 'segments', 'options']);
  await bezero(folder, 'rollback');
  await bezero(folder, 'rollback');
  fourth = await nightOf(folder, '06', 303);
}, 120_000);

it('after a rollback, also over other options, the models of the release that is current again go on', () => {
  expect(fourth.record.previous).toBe(first.record.run);
  expect(upkeepOf(fourth)).toEqual(all('of 2026-01-03 as of 2026-01-02'));
  expect(idsOf(fourth)).toEqual(idsOf(first));
});

it.runIf(isFull)(
  'options that changed ask for a fit after a rollback as before it, of the models that have them and of what is about their classes',
  async () => {
    const twin = temporaryFolder();
    cpSync(folder, twin, { recursive: true, verbatimSymlinks: true });
    await bezero(twin, 'rollback');
    const release = await nightOf(twin, '07', 303, yaml.replace('depth: 2', 'depth: 1'));
    expect(release.record.previous).toBe(first.record.run);
    const [kmeans, tree, basket] = upkeepOf(release);
    expect([kmeans, tree, basket]).toEqual([all('of 2026-01-03 as of 2026-01-02')[0], 'options', kmeans]);
  },
  60_000,
);

it.runIf(isFull)(
  'a model that learnt from somebody who was erased since is fitted anew without them, once',
  async () => {
    const held = async (release: Night): Promise<string> => {
      const engine = await openRelease(release);
      const query = sql`select string_agg(fitted, ' ' order by model) as held from models.fitted where model <> 'rfm'`;
      return (await engine.rows(query, { held: 'text' }, 1))[0]!.held;
    };
    // The largest value that k-means saw, as its feature has it: ln 987,655.
    const most = '13.8030887';
    expect(await held(fourth)).toContain(most);
    await bezero(folder, 'erase', '--customer', 'most');
    const next = await nightOf(folder, '08', 304);
    expect(upkeepOf(next)).toEqual(['erased', 'erased', 'erased']);
    expect(await held(next)).not.toContain(most);
    expect(upkeepOf(await nightOf(folder, '09', 305))).toEqual(all('of 2026-01-08 as of 2026-01-07'));
  },
  60_000,
);
