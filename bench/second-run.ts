/**
 * A night without new files against the first night, as whole processes (needs `npm run build`).
 *
 *   npm run bench:second -- [PAIRS]      5 where left out
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const ratios: number[] = [];

for (let pair = 1; pair <= Number(process.argv[2] ?? 5); pair++) {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-bench-'));
  for (const name of ['sample-data', 'pipelines']) cpSync(join(root, name), join(folder, name), { recursive: true });
  const night = (): number => {
    const began = performance.now();
    execFileSync(process.execPath, [join(root, 'dist/bin.js'), 'run', 'pipelines/nightly.yaml', '--quiet'], {
      cwd: folder,
    });
    return (performance.now() - began) / 1000;
  };
  const [first, second] = [night(), night()];
  ratios.push(second / first);
  console.log(
    `pair ${pair}: first ${first.toFixed(2)} s · second ${second.toFixed(2)} s · ratio ${(second / first).toFixed(3)}`,
  );
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `median ratio ${ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)]!.toFixed(3)} (aim: at most 0.2)`,
);
