import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import { recordingEffects } from './support/effects.ts';
import { temporaryFolder } from './support/running.ts';
import { isFull } from './support/full.ts';

const page = readFileSync(fileURLToPath(new URL('../docs/recovery.md', import.meta.url)), 'utf8');

/** The commands of the page, in their order. */
const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.trim().split('\n'));

const yaml = `
name: shop
store: store
time_zone: UTC
as_of: latest
currency: EUR
sources:
  customers: { files: customers.csv, max_rejected: 50%, tables: { customers: same } }
  purchases: { files: purchases.csv, tables: { purchases: same } }
steps:
  - kmeans: { features: [log1p(monetary)], k: 2 }
`;

it.runIf(isFull)('every command of docs/recovery.md works, in its order', async () => {
  const folder = temporaryFolder();
  const ids = Array.from({ length: 8 }, (_, i) => `c${i}`);
  writeFileSync(join(folder, 'nightly.yaml'), yaml);
  writeFileSync(
    join(folder, 'customers.csv'),
    `customer_id,name,birth_date\n${ids.map((id) => `${id},Name,`).join('\n')}\nc9,Name,no day\n`,
  );
  writeFileSync(
    join(folder, 'purchases.csv'),
    `order_id,line_number,customer_id,purchased_at,quantity,unit_price\n${ids.map((id, i) => `o${i},1,${id},2026-01-0${i + 1},1,${i % 2 === 0 ? 9 : 900}`).join('\n')}\n`,
  );
  const run = async (...argv: string[]): Promise<{ code: number; text: string }> => {
    const effects = recordingEffects(folder);
    const code = await main(argv, effects);
    return { code, text: [...effects.printed, ...effects.said].join('\n') };
  };
  for (const again of [[], ['--force']]) expect(await run('run', 'nightly.yaml', ...again)).toMatchObject({ code: 0 });
  const told = new Map<string, string>();
  for (const command of commands) {
    const { code, text } = await run(...command.split(' ').slice(2));
    expect([command, code, text]).toEqual([command, 0, text]);
    told.set(command, text);
  }
  expect(commands.length).toBeGreaterThan(10);
  const of = (command: string): string => told.get(`npx bezero ${command}`)!;
  expect(of('status')).toMatch(/^release: {2}\S+, as of 2026-01-08, made .* ago\nlast run: \S+, published after/);
  expect(of('doctor nightly.yaml')).toMatch(/^ok {4}Node.js/);
  expect(of('doctor nightly.yaml')).toContain('warn  timer');
  expect(of('diff')).toContain('no day, file, setting or version is another');
  expect(of('erase --customer c2')).toContain('1 customer erased');
  expect(of('erase')).toContain('the store holds nothing of anybody who was erased');
  // And where something is wrong, doctor says so with its exit code, and status what failed.
  writeFileSync(join(folder, 'store', 'current', 'report.html'), 'damaged');
  const damaged = await run('doctor', 'nightly.yaml');
  expect([damaged.code, damaged.text]).toEqual([
    5,
    expect.stringMatching(/fail {2}release .*report.html is not what was published\n +→ "bezero run PIPELINE --force"/),
  ]);
  writeFileSync(join(folder, 'purchases.csv'), 'order,nothing\n');
  for (const attempt of [1, 2]) expect([attempt, (await run('run', 'nightly.yaml')).code]).not.toEqual([attempt, 0]);
  expect((await run('status')).text).toContain('2 runs have failed in a row');
  const failing = JSON.parse((await run('doctor', '--json')).text.split('\n')[0]!) as { what: string; state: string }[];
  expect(failing.filter(({ state }) => state === 'fail').map(({ what }) => what)).toEqual(['release', 'nights']);
  const erased = await run('diff', '--json');
  expect(erased.code).toBe(0);
  const { totals } = JSON.parse(erased.text) as { totals: { name: string; change: string }[] };
  expect(totals.map(({ name, change }) => [name, change])).toEqual([
    ['buyers', '-1 (-12.5 %)'],
    ['net revenue', '-9 (-0.2 %)'],
    ['profit', '-9 (-0.2 %)'],
  ]);
});
