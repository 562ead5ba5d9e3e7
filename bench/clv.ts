/**
 * Lifetime value from one Parquet file of purchases to written scores, against the same likelihoods in NumPy and SciPy.
 *
 *   npm run bench:clv -- [CUSTOMERS] [PAIRS]      1,000,000 customers and 3 pairs where left out
 *
 * The customers buy by a planted BG/NBD on days of two years, for amounts of a planted Gamma-Gamma. This side is the command itself, once bare (`--holdout
 * none --bootstrap 0`: the fit and the scores, which is what the other side does) and once with all that it does where nothing is said: a holdout and
 * intervals by bootstrap. The other side gets its purchases, customers and days numbered, from an .npy file, written beforehand and not timed, which is in its favour; it
 * makes the histories, fits and scores: `differences` on all customers with the gradient by differences, as users write it, `gradient` on distinct
 * histories with the gradient by formulas, and what depends on a part of the history computed once for each. Each side is a cold process, in turn, on
 * all cores. Fails where this side's log-likelihood is below the other's by more than 1e-4.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckdb } from '../src/engine/duckdb.ts';
import { raw } from '../src/sql/sql.ts';
import { writeNpy } from './npy.ts';
import { findPython, median, runBezero, runPython, type Cost } from './sides.ts';

const days = 730;
const lastStart = 546;

/** Times in weeks. Shapes whose variables are made of normal and uniform ones: r = ½ of a squared normal, a = 1 of a power of a uniform, p and q of as many uniforms. */
const planted = { r: 0.5, alpha: 2, a: 1, b: 7, p: 4, q: 3, gamma: 20 } as const;

/**
 * Purchases `customer_id, day, amount`, day by day. Seeded by the number of the customer and of the purchase.
 *
 * @returns how many
 */
async function generate(file: string, customers: number): Promise<number> {
  const engine = await openDuckdb();
  const uniform = (of: string): string => `((hash(${of}) % 999983 + 0.5) / 999983.0)`;
  const ofCustomer = (column: number): string => uniform(`i * 64 + ${column}`);
  const ofPurchase = (column: number): string => uniform(`i * 100000 + step * 8 + ${column} + 500000000000000`);
  const gamma = (shape: number, of: (column: number) => string): string =>
    `(-ln(${Array.from({ length: shape }, (_, column) => of(column + 1)).join(' * ')}))`;
  const { alpha, b, p, q, gamma: scale } = planted;
  const normal = `(sqrt(-2 * ln(${ofCustomer(11)})) * cos(2 * pi() * ${ofCustomer(12)}))`;
  const { rows } = await engine.unload(
    raw(`with customer as (
        select i, cast(floor(${lastStart} * ${ofCustomer(13)}) as integer) as start,
          ${normal} * ${normal} / 2 / ${7 * alpha} as rate, 1 - pow(${ofCustomer(14)}, ${1 / b}) as stop, ${gamma(q, ofCustomer)} / ${scale} as worth
        from range(${customers}) as t (i)
      ), bounded as (
        select *, rate * (${days} - start) as many, 1 + floor(ln(${ofCustomer(15)}) / ln(1 - stop)) as most from customer
      ), purchase as (
        select *, unnest(range(cast(least(most, ceil(many + 10 * sqrt(many) + 20)) as bigint) + 1)) as step from bounded
      ), timed as (
        select *, start + sum(case when step = 0 then 0 else -ln(${ofPurchase(0)}) / rate end) over (partition by i order by step) as moment from purchase
      )
      select 'c' || lpad(cast(i as varchar), 8, '0') as customer_id, date '2024-01-01' + cast(floor(moment) as integer) as day,
        cast(0.01 + ${gamma(p, ofPurchase)} / worth as decimal(12, 2)) as amount
      from timed where moment < ${days} order by 2, hash(i)`),
    file,
    'parquet',
  );
  await engine.close();
  return rows;
}

interface Measured extends Cost {
  /** Log-likelihoods: of all customers by the BG/NBD, of repeat buyers by the Gamma-Gamma. */
  readonly purchases: number;
  readonly spending: number;
  readonly parameters: readonly number[];
  /** Sum of the values of all customers. */
  readonly value: number;
}

/** What is asked of both: value of twelve months, discounted monthly by 10 % a year, times in weeks. */
const question = ['--customer', 'customer_id', '--date', 'day', '--amount', 'amount', '--horizon', '12 months'];

function here(parquet: string, out: string, options: readonly string[]): Measured {
  const { stdout, ...cost } = runBezero('clv', parquet, ...question, ...options, '--json', '--scores', out);
  interface Model {
    readonly logLikelihood: number;
    readonly parameters: Readonly<Record<string, number>>;
  }
  const { model } = JSON.parse(stdout) as {
    model: {
      purchases: Model;
      spending: { model: Model };
      totals: { value: { value: number } };
    };
  };
  const { purchases, spending, totals } = model;
  const parameters = [purchases, spending.model].flatMap((one) => Object.values(one.parameters));
  return {
    ...cost,
    purchases: purchases.logLikelihood,
    spending: spending.model.logLikelihood,
    parameters,
    value: totals.value.value,
  };
}

function there(kind: string, python: string, npy: string, out: string): Measured {
  const { stdout, ...cost } = runPython(python, 'clv.py', kind, npy, out);
  return { ...(JSON.parse(stdout) as Omit<Measured, keyof Cost>), ...cost };
}

const told = ({ seconds, processor, megabytes, purchases, spending, parameters, value }: Measured): string =>
  `${seconds.toFixed(1)} s (${processor.toFixed(1)} of processors), ${megabytes.toFixed(0)} MB, ln L ${purchases.toFixed(4)} and ${spending.toFixed(4)} at ` +
  `${parameters.map((parameter) => parameter.toFixed(4)).join(' ')}, value ${value.toFixed(0)}`;

const ways = { bare: ['--holdout', 'none', '--bootstrap', '0'], whole: [] } as const;

async function main(): Promise<void> {
  const [first, second] = process.argv.slice(2);
  const customers = Number(first ?? 1_000_000);
  const pairs = Number(second ?? 3);
  const folder = mkdtempSync(join(tmpdir(), 'bezero-bench-'));
  const [parquet, npy] = [join(folder, 'purchases.parquet'), join(folder, 'purchases.npy')];
  try {
    const rows = await generate(parquet, customers);
    console.log(`${customers} customers, ${rows} purchases, planted ${Object.values(planted).join(' ')}`);
    const python = findPython('scipy');
    if (python)
      await writeNpy(npy, parquet, rows, [
        'cast(substr(customer_id, 2) as integer)',
        `date_diff('day', date '2024-01-01', day)`,
        'amount',
      ]);
    else console.log('There is no Python with SciPy here (BEZERO_PYTHON can name one): this side alone is measured.');
    const ratios: number[] = [];
    for (let pair = 1; pair <= pairs; pair++) {
      const [bare, whole] = [ways.bare, ways.whole].map((options) =>
        here(parquet, join(folder, 'scores.parquet'), options),
      ) as [Measured, Measured];
      console.log(`pair ${pair}: bezero bare ${told(bare)}`);
      console.log(`pair ${pair}: bezero whole ${told(whole)}`);
      if (!python) continue;
      const peers = ['differences', 'gradient'].map((kind) => {
        const peer = there(kind, python.command, npy, join(folder, 'scores.npy'));
        console.log(
          `pair ${pair}: SciPy ${python.version}, ${kind} ${told(peer)} · bare ${(peer.seconds / bare.seconds).toFixed(2)} times as fast, whole ${(peer.seconds / whole.seconds).toFixed(2)}`,
        );
        for (const of of ['purchases', 'spending'] as const)
          if (!(bare[of] >= peer[of] - 1e-4))
            throw new Error(
              `the log-likelihood of ${of} must be at least ${peer[of]} − 1e-4, as SciPy found it; it is ${bare[of]}`,
            );
        return peer.seconds;
      });
      ratios.push(Math.min(...peers) / bare.seconds);
    }
    if (ratios.length > 0)
      console.log(
        `bare against the better of both: median ${median(ratios).toFixed(2)} times as fast (aim: at least 5)`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
