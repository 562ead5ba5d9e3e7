/**
 * The nightly job against the same job in pandas, scikit-learn and SciPy, on generated shops of some sizes; writes docs/benchmarks.json and the page of it, docs/benchmarks.md.
 *
 *   npm run bench:nightly -- [CUSTOMERS…]      10,000, 100,000 and 1,000,000 where left out
 *
 * For each size: the files of a shop, a first night in an empty store, the peer on the same files, then a night with one line and one contact more for every hundred. Each is a
 * cold process. Fails where the sides do not agree (`nightly/agreement.ts`). The peer is left out beyond a million customers, for its memory, and where no Python has scikit-learn
 * (BEZERO_PYTHON can name one). $BEZERO_BENCH names a folder for the files, with room for 2 GB a million customers.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDuckdb } from '../src/engine/duckdb.ts';
import { mustAgree, readAgreed } from './nightly/agreement.ts';
import { writeCompany, writeNextDay } from './nightly/company.ts';
import { runNight, runPeer, type Found } from './nightly/night.ts';
import { pageOf, type Measured } from './nightly/page.ts';
import { findPython } from './sides.ts';

const docs = (name: string): string => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
const page = docs('benchmarks.md');
const mostOfPeer = 1_000_000;

const versionOf = (name: string): string =>
  (
    JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as {
      version: string;
    }
  ).version;

/** The machine and all versions, in words. */
function machineOf(found: Found | undefined): string {
  const [cpu] = cpus();
  const own = `${cpu?.model.trim() ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}. Node.js ${process.versions.node}, DuckDB ${versionOf('@duckdb/node-api')}`;
  const theirs = Object.entries(found?.versions ?? {}).map((pair) => pair.join(' '));
  return theirs.length === 0 ? own : `${own}; ${theirs.join(', ')}`;
}

async function measure(customers: number, python: string | null): Promise<[Measured, Found | undefined]> {
  const folder = mkdtempSync(join(process.env['BEZERO_BENCH'] ?? tmpdir(), 'bezero-bench-'));
  try {
    const [data, later] = [join(folder, 'data'), join(folder, 'later')];
    for (const one of [data, later]) mkdirSync(one);
    copyFileSync(new URL('nightly/nightly.yaml', import.meta.url), join(folder, 'nightly.yaml'));
    const engine = await openDuckdb({ memoryLimit: '4GB', temporary: folder });
    const { purchases, interactions } = await writeCompany(engine, data, customers);
    const next = Object.keys(await writeNextDay(engine, later, customers));
    await engine.close();
    console.log(`${customers} customers: ${purchases} order lines, ${interactions} contacts`);
    const night = runNight(folder);
    console.log(`  bezero ${night.whole.seconds.toFixed(1)} s, ${night.whole.processor.toFixed(1)} of processors`);
    const agreed = await readAgreed(folder);
    const peer = python !== null && customers <= mostOfPeer ? runPeer(python, folder) : undefined;
    if (peer) {
      console.log(`  peer ${peer.whole.seconds.toFixed(1)} s, ${peer.whole.processor.toFixed(1)} of processors`);
      mustAgree(agreed, peer.found);
    }
    for (const name of next) renameSync(join(later, `${name}.csv`), join(data, `${name}.csv`));
    const after = runNight(folder);
    console.log(`  next night ${after.whole.seconds.toFixed(1)} s`);
    return [
      {
        ...{ customers, lines: purchases!, contacts: interactions!, night, next: after },
        ...(peer && { peer: { stages: peer.stages, whole: peer.whole } }),
      },
      peer?.found,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sizes = process.argv.slice(2).map((size) => Number(size.replaceAll(',', '')));
const python = findPython('sklearn');
if (!python) console.log('There is no Python with scikit-learn here: this side alone is measured.');
const day = new Date().toISOString().slice(0, 10);
const measured: Measured[] = [];
let peer: Found | undefined;
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
  const [one, found] = await measure(size, python?.command ?? null);
  measured.push(one);
  peer ??= found;
  const benchmarks = { day, machine: machineOf(peer), sizes: measured };
  writeFileSync(docs('benchmarks.json'), `${JSON.stringify(benchmarks, null, 2)}\n`);
  writeFileSync(page, pageOf(benchmarks));
}
console.log(`written: ${page}`);
