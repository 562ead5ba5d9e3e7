/**
 * Discriminant analysis and a classification tree of depth 5 from one Parquet file to the full report and written scores, against scikit-learn's
 * `LinearDiscriminantAnalysis` and `DecisionTreeClassifier(max_depth=5)` on the same rows.
 *
 *   npm run bench:discriminant -- [ROWS] [PAIRS]      1,000,000 rows and 3 pairs where left out
 *
 * This side is the command itself with all its report, each row held out of its own fit. Each side is a cold process, in turn, on all cores. scikit-learn
 * reads an .npy file, written beforehand and not timed, which is in its favour, and gives the fit and the probabilities alone; for `lda-held-out` also the
 * classes of ten parts by the fits of the others, as near as it comes to what this side always tells.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckdb } from '../src/engine/duckdb.ts';
import { raw } from '../src/sql/sql.ts';
import { writeNpy } from './npy.ts';
import { findPython, median, runBezero, runPython, type Cost } from './sides.ts';

const classes = 5;
const features = 10;

const names = Array.from({ length: features }, (_, j) => `f${j + 1}`);

/** Classes that overlap: ten measures with two decimals, whose means differ by class, each with a share of one common factor. Seeded by the row number. */
async function generate(file: string, rows: number): Promise<void> {
  const engine = await openDuckdb();
  const uniform = (column: number): string => `((hash(i * 64 + ${column}) % 999983 + 0.5) / 999983.0)`;
  const normal = (column: number): string =>
    `(sqrt(-2 * ln(${uniform(column)})) * cos(2 * pi() * ${uniform(column + 1)}))`;
  const columns = names.map((name, j) => {
    const means = Array.from({ length: classes }, (_, c) => 20 + 10 * Math.sin((c + 1) * (j + 1)));
    return `round([${means.join(', ')}][kind] + 8 * ${normal(2 * j + 3)} + 4 * common, 2) as ${name}`;
  });
  await engine.unload(
    raw(`select 'c' || lpad(cast(i as varchar), 8, '0') as customer_id, 'k' || kind as class, ${columns.join(', ')}
      from (
        select i, 1 + cast(floor(${classes} * pow(${uniform(1)}, 1.3)) as integer) as kind, ${normal(40)} as common
        from range(${rows}) as t (i)
      ) as drawn`),
    file,
    'parquet',
  );
  await engine.close();
}

interface Measured extends Cost {
  /** Share of the rows that are put into their own class by the fit of all. */
  readonly accuracy: number;
}

const kinds = {
  lda: { command: 'discriminant', options: [] },
  'lda-held-out': { command: 'discriminant', options: [] },
  tree: {
    command: 'tree',
    options: ['--depth', '5', '--min-split', '2', '--min-leaf', '1', '--cp', '0', '--folds', '0'],
  },
} as const;

type Kind = keyof typeof kinds;

function here(kind: Kind, parquet: string, out: string): Measured {
  const { command, options } = kinds[kind];
  const { stdout, ...cost } = runBezero(
    ...[command, parquet, '-c', 'class', '-f', names.join(','), ...options, '--json', '--scores', out],
  );
  const { report } = JSON.parse(stdout) as { report: { resubstitution: { hitRatio: number } } };
  return { ...cost, accuracy: report.resubstitution.hitRatio };
}

function there(kind: Kind, python: string, npy: string, labels: string): Measured {
  const { stdout, ...cost } = runPython(python, 'discriminant.py', kind, npy, labels);
  return { ...(JSON.parse(stdout) as { accuracy: number }), ...cost };
}

const told = ({ seconds, megabytes, accuracy }: Measured): string =>
  `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, accuracy ${accuracy.toFixed(4)}`;

const aims = { lda: 5, 'lda-held-out': 5, tree: 10 } as const;

async function main(): Promise<void> {
  const [first, second] = process.argv.slice(2);
  const rows = Number(first ?? 1_000_000);
  const pairs = Number(second ?? 3);
  const folder = mkdtempSync(join(tmpdir(), 'bezero-bench-'));
  const [parquet, npy] = [join(folder, 'rows.parquet'), join(folder, 'rows.npy')];
  try {
    await generate(parquet, rows);
    const python = findPython();
    if (python) await writeNpy(npy, parquet, rows, [...names, 'cast(substr(class, 2) as integer)']);
    else
      console.log(
        'There is no Python with scikit-learn here (BEZERO_PYTHON can name one): this side alone is measured.',
      );
    for (const kind of ['lda', 'lda-held-out', 'tree'] as const) {
      const ratios: number[] = [];
      for (let pair = 1; pair <= pairs; pair++) {
        const ours = here(kind, parquet, join(folder, 'scores.parquet'));
        const line = `${kind}, ${rows} rows, pair ${pair}: bezero ${told(ours)}`;
        if (!python) {
          console.log(line);
          continue;
        }
        const theirs = there(kind, python.command, npy, join(folder, 'labels.npy'));
        ratios.push(theirs.seconds / ours.seconds);
        console.log(
          `${line} · scikit-learn ${python.version} ${told(theirs)} · ${ratios.at(-1)!.toFixed(2)} times as fast`,
        );
      }
      if (ratios.length > 0)
        console.log(`${kind}: median ${median(ratios).toFixed(2)} times as fast (aim: at least ${aims[kind]})`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
