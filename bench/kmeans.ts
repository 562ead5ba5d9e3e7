/**
 * k-means from one Parquet file to written scores, k = 3 … 8 chosen automatically, against scikit-learn's `KMeans(n_init=10)` with a sampled
 * silhouette on the same rows.
 *
 *   npm run bench:kmeans -- [ROWS] [PAIRS]      1,000,000 rows and 3 pairs where left out
 *
 * This side is the command itself, `bezero kmeans FILE --k 3..8 --scores …`. Each side is a cold process, in turn, on all cores. scikit-learn reads the rows
 * from an .npy file, written beforehand and not timed, which is in its favour; it judges k by the silhouette alone, while this side also takes the gap and
 * the stability.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckdb } from '../src/engine/duckdb.ts';
import { raw } from '../src/sql/sql.ts';
import { writeNpy } from './npy.ts';
import { findPython, median, runBezero, runPython, type Cost } from './sides.ts';

const range = { from: 3, to: 8 };

const columns = ['recency_days', 'orders', 'spend', 'basket', 'discount_share', 'tenure_days'];

/** By column: four kinds of customers; a mean each, in the unit of what it is made of. */
const kinds = {
  recency_days: [25, 150, 300, 60],
  orders: [2.6, 1.2, 0.4, 1.6],
  spend: [6.6, 4.9, 3.9, 5.6],
  basket: [1, 1.6, 0.7, 2.6],
  discount_share: [0.05, 0.15, 0.3, 0.7],
  tenure_days: [1900, 1300, 500, 900],
} as const;

/** A population as a shop has it: four kinds in unequal numbers that overlap, skewed counts and amounts, shares with many zeros. Seeded by the row number. */
async function generate(file: string, rows: number): Promise<void> {
  const engine = await openDuckdb();
  const uniform = (column: number): string => `((hash(i * 64 + ${column}) % 999983 + 0.5) / 999983.0)`;
  const normal = (column: number): string =>
    `(sqrt(-2 * ln(${uniform(column)})) * cos(2 * pi() * ${uniform(column + 1)}))`;
  const mean = (column: keyof typeof kinds): string => `[${kinds[column].join(', ')}][kind]`;
  await engine.unload(
    raw(`select 'c' || lpad(cast(i as varchar), 8, '0') as customer_id,
        cast(1 + floor(-${mean('recency_days')} * ln(${uniform(1)})) as integer) as recency_days,
        cast(1 + floor(exp(${mean('orders')} + 0.5 * ${normal(3)})) as integer) as orders,
        cast(exp(${mean('spend')} + 0.7 * ${normal(5)}) as decimal(12, 2)) as spend,
        cast(exp(${mean('basket')} + 0.45 * ${normal(7)}) as decimal(9, 2)) as basket,
        case when ${uniform(9)} < 0.3 then 0 else round(least(greatest(${mean('discount_share')} + 0.12 * ${normal(10)}, 0), 1), 4) end as discount_share,
        cast(30 + floor(greatest(${mean('tenure_days')} + 350 * ${normal(12)}, 0)) as integer) as tenure_days
      from (select i, case when u < 0.2 then 1 when u < 0.55 then 2 when u < 0.85 then 3 else 4 end as kind
        from (select i, ${uniform(20)} as u from range(${rows}) as t (i)) as drawn) as person`),
    file,
    'parquet',
  );
  await engine.close();
}

/** What a side says of itself. */
interface Measured extends Cost {
  readonly k: number;
  /** Sum of squared distances to the nearest centre, by k. */
  readonly inertia: Readonly<Record<string, number>>;
}

/** This side: Parquet → model → scores as Parquet. */
function here(parquet: string, out: string): Measured {
  const features = columns.map((column, j) => (j >= 1 && j <= 3 ? `log1p(${column})` : column)).join(',');
  const k = `${range.from}..${range.to}`;
  const { stdout, ...measured } = runBezero('kmeans', parquet, '-f', features, '--k', k, '--json', '--scores', out);
  const { model } = JSON.parse(stdout) as { model: { clusters: unknown[]; within: number } };
  return { ...measured, k: model.clusters.length, inertia: { [model.clusters.length]: model.within } };
}

/** The other side: .npy → models → labels of the best k as .npy. */
function there(python: string, npy: string, labels: string): Measured {
  const { stdout, ...measured } = runPython(python, 'kmeans.py', npy, labels, String(range.from), String(range.to));
  return { ...(JSON.parse(stdout) as Pick<Measured, 'k' | 'inertia'>), ...measured };
}

const told = ({ seconds, megabytes, k }: Measured): string =>
  `k = ${k}, ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`;

async function main(): Promise<void> {
  const [first, second] = process.argv.slice(2);
  const rows = Number(first ?? 1_000_000);
  const pairs = Number(second ?? 3);
  const folder = mkdtempSync(join(tmpdir(), 'bezero-bench-'));
  const [parquet, npy] = [join(folder, 'customers.parquet'), join(folder, 'customers.npy')];
  try {
    await generate(parquet, rows);
    const python = findPython();
    if (!python) {
      console.log(
        'There is no Python with scikit-learn here (BEZERO_PYTHON can name one): this side alone is measured.',
      );
      for (let run = 1; run <= pairs; run++)
        console.log(`${rows} rows, run ${run}: bezero ${told(here(parquet, join(folder, 'scores.parquet')))}`);
      return;
    }
    await writeNpy(npy, parquet, rows, columns);
    const ratios: number[] = [];
    for (let pair = 1; pair <= pairs; pair++) {
      const ours = here(parquet, join(folder, 'scores.parquet'));
      const theirs = there(python.command, npy, join(folder, 'labels.npy'));
      ratios.push(theirs.seconds / ours.seconds);
      const inertia = ours.inertia[ours.k]! / theirs.inertia[ours.k]!;
      console.log(
        `${rows} rows, pair ${pair}: bezero ${told(ours)} · scikit-learn ${python.version} ${told(theirs)} · ` +
          `${ratios.at(-1)!.toFixed(2)} times as fast, inertia ratio at k = ${ours.k} ${inertia.toFixed(6)}`,
      );
    }
    console.log(
      `median ${median(ratios).toFixed(2)} times as fast (aim: at least 4, at an inertia ratio of at most 1.001)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
