import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { chiSquareTail } from '../../math/distributions.ts';
import { ratio } from '../../math/exact.ts';
import type { Sql } from '../../sql/sql.ts';
import { workingTable } from '../../sql/working-table.ts';
import {
  bestCutSql,
  countedSql,
  evaluationSteps,
  farthestSql,
  levelsSql,
  listedSql,
  partsSql,
  totalsSql,
} from './levels.sql.ts';

/** What taking a row costs, and what a hit brings; in one currency. */
export interface Stakes {
  readonly cost: number;
  readonly benefit: number;
}

/** A part of the rows, those with the highest scores first. */
export interface Part {
  /** From 1. */
  readonly part: number;
  readonly rows: number;
  /** Broken where rows of one score lie in two parts: they share its hits in proportion. */
  readonly hits: number;
  /** Share of hits among the rows. */
  readonly rate: number;
  /** The rate against that of all rows. */
  readonly lift: number;
  /** Share of all hits that are in this part and those before. */
  readonly cumulativeGain: number;
  /** Rate of this part and those before against that of all. */
  readonly cumulativeLift: number;
  /** Share of all misses in this part and those before: with `cumulativeGain` a point of the ROC curve. */
  readonly cumulativeMisses: number;
  /** Mean score: the probability that was foretold. */
  readonly expectedRate: number;
  readonly leastScore: number;
  readonly mostScore: number;
  /** What this part and those before bring; null: no stakes were given. */
  readonly profit: number | null;
}

/** From which score on taking brings most. */
export interface BestCut {
  /** Null: taking nobody is best. */
  readonly score: number | null;
  readonly rows: number;
  readonly hits: number;
  readonly profit: number;
}

/** How well scores tell hits from misses. */
export interface TwoClassEvaluation {
  readonly rows: number;
  readonly hits: number;
  /** Area under the ROC curve: the chance that a hit has a higher score than a miss, equal scores counted as one half (Hanley & McNeil 1982). */
  readonly auc: number;
  /** Its standard error (Hanley & McNeil 1982). */
  readonly aucError: number;
  /** Kolmogorov–Smirnov: the largest difference between the shares of hits and of misses at or above a score, and that score. */
  readonly ks: { readonly statistic: number; readonly score: number };
  /** Mean squared difference of score and outcome (Brier 1950): 0 is perfect, the rate times its complement is knowing nothing. */
  readonly brier: number;
  /** Hosmer & Lemeshow (1980) over the deciles; null where a decile's foretold hits are none or all. A small p: probabilities are not what they say. */
  readonly calibration: { readonly chiSquare: number; readonly df: number; readonly p: number } | null;
  /** Ten parts of equal number. */
  readonly deciles: readonly Part[];
  /** A hundred, for charts; fewer where there are fewer rows. */
  readonly centiles: readonly Part[];
  readonly stakes: Stakes | null;
  readonly bestCut: BestCut | null;
}

interface Totals {
  readonly n: bigint;
  readonly hits: bigint;
}

async function readParts(
  engine: Engine,
  levels: string,
  { n, hits }: Totals,
  parts: number,
  stakes: Stakes | null,
): Promise<Part[]> {
  const shape = {
    part: 'integer',
    n: 'integer',
    hits: 'bigint',
    expected: 'bigint',
    least: 'number',
    most: 'number',
  } as const;
  const found = await engine.rows(partsSql(levels, n, parts), shape, parts);
  const base = Number(hits) / Number(n);
  let [taken, gained] = [0, 0];
  return found.map((row): Part => {
    const own = ratio(row.hits, BigInt(evaluationSteps));
    taken += row.n;
    gained += own;
    return {
      part: row.part,
      rows: row.n,
      hits: own,
      rate: own / row.n,
      lift: own / row.n / base,
      cumulativeGain: gained / Number(hits),
      cumulativeLift: gained / taken / base,
      cumulativeMisses: (taken - gained) / Number(n - hits),
      expectedRate: ratio(row.expected, BigInt(evaluationSteps) * BigInt(row.n)),
      leastScore: row.least,
      mostScore: row.most,
      profit: stakes === null ? null : stakes.benefit * gained - stakes.cost * taken,
    };
  });
}

/** χ² of the parts' hits against what their scores foretell; df: parts, as for rows that the model has not seen (Hosmer, Lemeshow & Sturdivant 2013, 5.2.2). */
function calibrationOf(parts: readonly Part[]): TwoClassEvaluation['calibration'] {
  if (parts.some(({ expectedRate: rate }) => rate <= 0 || rate >= 1)) return null;
  const chiSquare = parts.reduce(
    (sum, { rows, hits, expectedRate }) =>
      sum + (hits - rows * expectedRate) ** 2 / (rows * expectedRate * (1 - expectedRate)),
    0,
  );
  return { chiSquare, df: parts.length, p: chiSquareTail(chiSquare, parts.length) };
}

async function readBestCut(engine: Engine, levels: string, { benefit, cost }: Stakes): Promise<BestCut> {
  const shape = { score: 'number', taken: 'integer', found: 'integer', profit: 'number' } as const;
  const [best] = await engine.rows(bestCutSql(levels, benefit, cost), shape, 1);
  return best === undefined
    ? { score: null, rows: 0, hits: 0, profit: 0 }
    : { score: best.score, rows: best.taken, hits: best.found, profit: best.profit };
}

/**
 * How well scores tell hits from misses: `scored` has a `score`, the probability of a hit, and `hit`; rows without a score are left out. Everything is counted by
 * score in the engine; what is read are 10 and 100 parts. Throws `ModelError` where all rows or none are hits.
 *
 * @param table a working table, dropped again
 */
export const evaluateTwoClasses = (
  engine: Engine,
  scored: Sql,
  stakes: Stakes | null,
  table?: string,
): Promise<TwoClassEvaluation> => evaluateLevels(engine, countedSql(scored), stakes, table);

/** Rows of one score. */
export interface ScoreCount {
  /** The probability of a hit. */
  readonly score: number;
  readonly rows: number;
  readonly hits: number;
}

/** The same of rows that are counted already, as those of leaves are; equal scores are put together. */
export function evaluateCounts(
  engine: Engine,
  counts: readonly ScoreCount[],
  stakes: Stakes | null,
): Promise<TwoClassEvaluation> {
  const levels = new Map<number, ScoreCount>();
  for (const { score, rows, hits } of counts) {
    const same = levels.get(score) ?? { rows: 0, hits: 0 };
    levels.set(score, { score, rows: same.rows + rows, hits: same.hits + hits });
  }
  return evaluateLevels(engine, listedSql([...levels.values()]), stakes);
}

async function evaluateLevels(
  engine: Engine,
  counted: Sql,
  stakes: Stakes | null,
  table = workingTable('evaluation'),
): Promise<TwoClassEvaluation> {
  try {
    await engine.create(table, levelsSql(counted));
    const shape = { n: 'bigint?', hits: 'bigint?', pairs: 'bigint', brier: 'bigint' } as const;
    const [totals] = await engine.rows(totalsSql(table), shape, 1);
    const [n, hits] = [totals!.n ?? 0n, totals!.hits ?? 0n];
    const misses = n - hits;
    if (hits === 0n || misses === 0n)
      throw new ModelError(`evaluation: ${hits} of ${n} scored rows are hits; both kinds are needed to compare them`);
    const [farthest] = await engine.rows(
      farthestSql(table, hits, misses),
      { score: 'number', apart: 'bigint' } as const,
      1,
    );
    const auc = ratio(totals!.pairs, 2n * hits * misses);
    const deciles = await readParts(engine, table, { n, hits }, Math.min(10, Number(n)), stakes);
    return {
      rows: Number(n),
      hits: Number(hits),
      auc,
      aucError: aucErrorOf(auc, Number(hits), Number(misses)),
      ks: { statistic: ratio(farthest!.apart, hits * misses), score: farthest!.score },
      brier: ratio(totals!.brier, BigInt(evaluationSteps) * n),
      calibration: calibrationOf(deciles),
      deciles,
      centiles: await readParts(engine, table, { n, hits }, Math.min(100, Number(n)), stakes),
      stakes,
      bestCut: stakes === null ? null : await readBestCut(engine, table, stakes),
    };
  } finally {
    await engine.drop(table);
  }
}

/** Hanley & McNeil (1982): √((A(1 − A) + (P − 1)(Q₁ − A²) + (N − 1)(Q₂ − A²)) / PN), Q₁ = A/(2 − A), Q₂ = 2A²/(1 + A). */
function aucErrorOf(auc: number, hits: number, misses: number): number {
  const [q1, q2, square] = [auc / (2 - auc), (2 * auc * auc) / (1 + auc), auc * auc];
  const spread = auc * (1 - auc) + (hits - 1) * (q1 - square) + (misses - 1) * (q2 - square);
  return Math.sqrt(Math.max(spread, 0) / (hits * misses));
}
