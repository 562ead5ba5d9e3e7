/**
 * Pairs of goods and their rules from one CSV file of order lines, against the same counts by pandas.
 *
 *   npm run bench:basket -- [BASKETS] [PAIRS]      1,000,000 baskets and 3 pairs of runs where left out
 *
 * This side is the command itself, `bezero basket FILE --max-length 2 --confidence 0`, which also tests every rule and groups the goods. Each side is a cold
 * process, in turn, on all cores; memory is the most that the process held. pandas (BEZERO_PYTHON can name the Python that has it) joins a tenth of the
 * baskets at a time, as all at once do not fit.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckdb } from '../src/engine/duckdb.ts';
import { raw } from '../src/sql/sql.ts';
import { findPython, median, runBezero, runPython, type Cost } from './sides.ts';

const support = '0.001';

/** Baskets of a shop with 2,000 goods, a few of which sell much more than the others; in every fifth, two goods of fifty pairs go together. Seeded by the row number. */
async function generate(file: string, baskets: number): Promise<void> {
  const engine = await openDuckdb();
  const uniform = (seed: string): string => `((hash(${seed}) % 999983 + 0.5) / 999983.0)`;
  await engine.unload(
    raw(`select 'o' || lpad(cast(b as varchar), 9, '0') as basket, 'p' || lpad(cast(good as varchar), 5, '0') as item from (
        select b, case when hash(b * 7 + 1) % 5 = 0 and j < 2 then 100 + hash(b * 7 + 2) % 50 * 2 + j
          else cast(floor(2000 * pow(${uniform('b * 131 + j')}, 3)) as bigint) end as good
        from (select b, unnest(range(1 + cast(floor(-4.5 * ln(${uniform('b * 13 + 5')})) as bigint))) as j from range(${baskets}) as t (b)) as line
      ) as drawn`),
    file,
    'machine-csv',
  );
  await engine.close();
}

const told = ({ seconds, megabytes }: Cost, pairs: number): string =>
  `${pairs} pairs, ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`;

/** This side: CSV → sets, rules, tests. */
function here(file: string): Cost & { readonly pairs: number } {
  const options = ['--basket', 'basket', '--item', 'item', '--support', support, '--confidence', '0'];
  const { stdout, ...cost } = runBezero('basket', file, ...options, '--max-length', '2', '--json');
  const { model } = JSON.parse(stdout) as { model: { itemsets: readonly number[] } };
  return { ...cost, pairs: model.itemsets[1] ?? 0 };
}

/** The other side: Parquet → counts and lifts of the pairs. */
function there(python: string, file: string): Cost & { readonly pairs: number } {
  const { stdout, ...cost } = runPython(python, 'basket.py', file, support);
  return { ...cost, ...(JSON.parse(stdout) as { pairs: number }) };
}

async function main(): Promise<void> {
  const [first, second] = process.argv.slice(2);
  const baskets = Number(first ?? 1_000_000);
  const runs = Number(second ?? 3);
  const folder = mkdtempSync(join(tmpdir(), 'bezero-bench-'));
  const file = join(folder, 'lines.csv');
  try {
    await generate(file, baskets);
    const python = findPython('pandas');
    const ratios: Record<'seconds' | 'megabytes', number[]> = { seconds: [], megabytes: [] };
    for (let run = 1; run <= runs; run++) {
      const ours = here(file);
      const label = `${baskets} baskets, run ${run}: bezero ${told(ours, ours.pairs)}`;
      if (python === null) {
        console.log(`${label} (there is no Python with pandas here: BEZERO_PYTHON can name one)`);
        continue;
      }
      const theirs = there(python.command, file);
      if (theirs.pairs !== ours.pairs) throw new Error(`pandas finds ${theirs.pairs} pairs, bezero ${ours.pairs}`);
      for (const cost of ['seconds', 'megabytes'] as const) ratios[cost].push(theirs[cost] / ours[cost]);
      console.log(`${label} · pandas ${python.version} ${told(theirs, theirs.pairs)}`);
    }
    if (python !== null)
      console.log(
        `median: ${median(ratios.seconds).toFixed(2)} times as fast, in 1 / ${median(ratios.megabytes).toFixed(2)} of the memory`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
