/**
 * Loading order lines to de-duplicated, audited purchases, against the engine's own reading of the same file as text.
 *
 *   npm run bench:load -- [LINES]      10,000,000 where left out
 *
 * Each side runs in a process of its own, in turn; the ratio of wall times pair by pair and the peak memory are printed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDuckdb } from '../src/engine/duckdb.ts';
import { relationStep } from '../src/pipeline/relation-step.ts';
import { settingsStep } from '../src/pipeline/settings.ts';
import type { Pipeline } from '../src/pipeline/spec.ts';
import type { StepContext } from '../src/pipeline/step.ts';
import { gatherLoads, resolveLoads } from '../src/sources/load.ts';
import { sourceSpec } from '../src/sources/spec.ts';
import { relationsOf } from '../src/sql/relation.ts';
import { literal, raw, sql } from '../src/sql/sql.ts';

const pairs = 3;

/** Order lines as a shop exports them: 3 lines an order, one customer for 10 lines. */
async function generate(file: string, lines: number): Promise<void> {
  const engine = await openDuckdb();
  await engine.unload(
    sql`select 'O' || lpad(cast(i // 3 as varchar), 8, '0') as order_id, i % 3 + 1 as line_number,
      'C' || lpad(cast(hash(i // 3) % ${raw(String(Math.ceil(lines / 10)))} as varchar), 7, '0') as customer_id,
      'P' || lpad(cast(hash(i) % 2000 as varchar), 5, '0') as product_id,
      strftime(timestamp '2023-01-01' + interval (hash(i // 3) % 94608000) second, '%Y-%m-%d %H:%M:%S') as purchased_at,
      1 + hash(i + 7) % 4 as quantity, cast(hash(i + 9) % 10000 / 100 as decimal(10, 2)) as unit_price,
      cast(hash(i + 19) % 100 / 100 as decimal(10, 2)) as discount, 'web' as channel
      from range(${raw(String(lines))}) as lines (i)`,
    file,
    'machine-csv',
  );
  await engine.close();
}

/** The yardstick: one `create table as` of every column as text. */
async function readAsText(file: string, folder: string): Promise<void> {
  const engine = await openDuckdb({ file: join(folder, 'text.duckdb') });
  await engine.create('main.lines', sql`select * from read_csv(${literal(file)}, all_varchar = true, header = true)`);
  await engine.close();
}

/** The loader: hash, independent count, typed and checked records, keys, accounts, then the warehouse with its audits. */
async function load(file: string, folder: string): Promise<void> {
  mkdirSync(join(folder, 'loads'), { recursive: true });
  const engine = await openDuckdb({ file: join(folder, 'bezero.duckdb'), searchPath: folder });
  const context = {
    engine: () => Promise.resolve(engine),
    store: folder,
    temporary: join(folder, 'temporary'),
    folder,
    zone: 'UTC',
    currency: 'EUR',
    rates: {},
    sources: { lines: sourceSpec.parse({ files: file, tables: { purchases: 'same' } }) },
    previous: [],
    abandoned: [],
    step: () => () => undefined,
  };
  const { loads } = await gatherLoads(context);
  await resolveLoads(context, loads);
  const costs = {
    fulfilment_per_order: 0,
    fulfilment_per_line: 0,
    handling_per_return: 0,
    contacts: { '*': { per_contact: 0, per_minute: 0 } },
  };
  const steps = [
    settingsStep({ costs, currency: 'EUR', time_zone: 'UTC', active_days: 365 } as unknown as Pipeline),
    ...relationsOf('warehouse')
      .filter(({ id }) => id === 'warehouse.order_line')
      .map(relationStep),
  ];
  const stepContext = { engine, asOf: '2030-01-01', audits: [] } as unknown as StepContext;
  for (const step of steps) await step.run(stepContext);
  await engine.close();
}

const sides = { text: readAsText, load };

async function main(): Promise<void> {
  const [side, file] = process.argv.slice(2);
  if (side !== undefined && side in sides) {
    const folder = mkdtempSync(join(tmpdir(), 'bezero-bench-'));
    const began = performance.now();
    await sides[side as keyof typeof sides](file!, folder);
    console.log(
      JSON.stringify({ seconds: (performance.now() - began) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }),
    );
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  const lines = Number(side ?? 10_000_000);
  const input = join(tmpdir(), `bezero-lines-${lines}.csv`);
  if (!existsSync(input)) await generate(input, lines);
  const measure = (which: keyof typeof sides): { seconds: number; megabytes: number } =>
    JSON.parse(
      execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), which, input], {
        encoding: 'utf8',
      }),
    ) as {
      seconds: number;
      megabytes: number;
    };
  const ratios: number[] = [];
  for (let pair = 1; pair <= pairs; pair++) {
    const text = measure('text');
    const loaded = measure('load');
    ratios.push(loaded.seconds / text.seconds);
    console.log(
      `${lines} lines, pair ${pair}: as text ${text.seconds.toFixed(1)} s, ${text.megabytes.toFixed(0)} MB · ` +
        `loaded and audited ${loaded.seconds.toFixed(1)} s, ${loaded.megabytes.toFixed(0)} MB · ratio ${ratios.at(-1)!.toFixed(2)}`,
    );
  }
  console.log(`median ratio ${ratios.sort((a, b) => a - b)[Math.floor(pairs / 2)]!.toFixed(2)} (aim: at most 1.5)`);
  rmSync(input);
}

await main();
