/**
 * How large the report of many customers is beside that of two thousand (needs `npm run build`).
 *
 *   npm run bench:report -- [CUSTOMERS] [LINES]      a million, of 10 order lines each, where left out
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [many = '1000000', lines = '10'] = process.argv.slice(2);

/** The nightly pipeline of the sample, with the report as its only output. */
const pipeline = readFileSync(join(root, 'pipelines/nightly.yaml'), 'utf8').replace(
  /^outputs:[\s\S]*?^(?=keep:)/m,
  'outputs: { segments: false, workbook: false, parquet: false, report: true }\n\n',
);

function sizeOf(customers: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-bench-'));
  const bezero = (...argv: string[]): void => {
    execFileSync(process.execPath, [join(root, 'dist/bin.js'), ...argv], { cwd: folder, stdio: 'ignore' });
  };
  const began = performance.now();
  bezero('sample', '--customers', customers, '--lines', lines, '--out', 'sample-data');
  const written = performance.now();
  mkdirSync(join(folder, 'pipelines'));
  writeFileSync(join(folder, 'pipelines/nightly.yaml'), pipeline);
  bezero('run', 'pipelines/nightly.yaml');
  const { size } = statSync(join(folder, 'store/current/report.html'));
  const seconds = [written - began, performance.now() - written].map((time) => (time / 1000).toFixed(0));
  console.log(`${customers} customers: ${size} bytes (sample ${seconds[0]} s, night ${seconds[1]} s)`);
  rmSync(folder, { recursive: true, force: true });
  return size;
}

const few = sizeOf('2000');
console.log(`ratio ${(sizeOf(many) / few).toFixed(3)} (aim: at most 1.1)`);
