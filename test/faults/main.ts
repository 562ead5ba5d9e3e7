import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Kept } from './support/figures.ts';
import { renderPromises, type Measured } from './support/page.ts';

/**
 * `npm run test:faults`: everything that can go wrong, tried in full, and `docs/promises.md` written anew with the figures of what passed.
 *
 *   --seed N       another choice of all that is random; what failed says its seed
 *   --kills N      how many runs are killed; 200 where not said
 *   --level short  what the continuous integration tries
 *   --only NAME    one test file of test/faults: kill, files, statements, room, damage …, or several; other figures stay as they are
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string' },
    level: { type: 'string', default: 'full' },
    only: { type: 'string', multiple: true, default: [''] },
  },
});

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bezero-figures-'));
const seed = values.seed ?? '20261123';
const began = Date.now();

execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
const { status } = spawnSync('npx', ['vitest', 'run', ...values.only.map((name) => `test/faults/${name}`)], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    ...{ BEZERO_FAULTS: values.level, BEZERO_SEED: seed, BEZERO_FIGURES: folder, BEZERO_BUILT: 'yes' },
    ...(values.kills !== undefined && { BEZERO_KILLS: values.kills }),
  },
});

const file = join(root, 'docs/promises.json');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const machine = `${availableParallelism()} × ${cpus()[0]!.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release().split('-')[0]!}, Node ${process.versions.node}, bezero ${version}`;
const circumstances = { day: new Date(began).toISOString().slice(0, 10), machine };
const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Measured) : {};
const now = readdirSync(folder).map((name) => [
  name.replace('.json', ''),
  { ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Kept), ...circumstances },
]);
const measured = Object.fromEntries(
  Object.entries({ ...before, ...Object.fromEntries(now) } as Measured).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
writeFileSync(join(root, 'docs/promises.md'), renderPromises(measured));
console.log(`docs/promises.md is written, after ${Math.round((Date.now() - began) / 60_000)} minutes`);
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
