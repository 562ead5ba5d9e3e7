/**
 * How long commands take to start, as ratios to Node.js that does nothing, in one run (needs `npm run build`).
 *
 *   npm run bench:startup -- [ROUNDS]      21 where left out
 *
 * The query is one on the release of the sample. Each round starts each of them once, in turn, so that whatever else the machine does falls on all. Fails where a median is above its limit.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './sides.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'src/bezero.js');

const rounds = Number(process.argv[2] ?? 21);
const folder = mkdtempSync(join(tmpdir(), 'bezero-bench-'));
try {
  const bezero = (...args: readonly string[]): readonly string[] => [program, ...args];
  for (const name of ['sample-data', 'pipelines']) cpSync(join(root, name), join(folder, name), { recursive: true });
  execFileSync(process.execPath, bezero('run', 'pipelines/nightly.yaml', '--quiet'), { cwd: folder });
  const commands = [
    { name: 'node -e 0', args: ['-e', '0'], limit: 1 },
    { name: 'bezero --help', args: bezero('--help'), limit: 2 },
    { name: 'bezero sql "select 1"', args: bezero('sql', 'select 1'), limit: 6 },
  ].map((command) => ({ ...command, seconds: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { args, seconds } of commands) {
      const began = performance.now();
      execFileSync(process.execPath, args, { cwd: folder });
      seconds.push((performance.now() - began) / 1_000);
    }
  }
  const base = commands[0]!.seconds;
  for (const { name, seconds, limit } of commands) {
    const ratio = median(seconds.map((value, round) => value / base[round]!));
    console.log(
      `${name}: median ${(1_000 * median(seconds)).toFixed(0)} ms, ${ratio.toFixed(2)} times node (at most ${limit})`,
    );
    if (ratio > limit) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
