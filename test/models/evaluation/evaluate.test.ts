import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { chiSquareTail } from '../../../src/math/distributions.ts';
import { uniformStream } from '../../../src/math/random.ts';
import { evaluateTwoClasses, type TwoClassEvaluation } from '../../../src/models/evaluation/evaluate.ts';
import { raw, sql, type Sql } from '../../../src/sql/sql.ts';
import { workingTables } from '../support.ts';

interface Row {
  readonly score: number;
  readonly hit: boolean;
}

/** Scores in steps of 1/20, so that many are equal; hits follow them. */
function made(rows: number, seed: number): Row[] {
  const next = uniformStream(seed, 0);
  return Array.from({ length: rows }, () => {
    const score = (1 + Math.floor(next() * 19)) / 20;
    return { score, hit: next() < score * score };
  });
}

const valuesSql = (rows: readonly Row[]): Sql =>
  sql`select score, hit from (values ${raw(rows.map(({ score, hit }) => `(cast(${score} as double), ${hit})`).join(', '))}) as listed (score, hit)`;

/** All pairs, one by one. */
function bruteAuc(rows: readonly Row[]): number {
  const [hits, misses] = [rows.filter(({ hit }) => hit), rows.filter(({ hit }) => !hit)];
  let sum = 0;
  for (const one of hits)
    for (const other of misses) sum += one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0;
  return sum / (hits.length * misses.length);
}

let engine: Engine;

beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

describe('scores against what happened', () => {
  const rows = made(437, 5);
  const stakes = { cost: 1, benefit: 3 };
  let found: TwoClassEvaluation;
  beforeAll(async () => {
    found = await evaluateTwoClasses(engine, valuesSql(rows), stakes);
  });
  const [hits, misses] = [rows.filter(({ hit }) => hit), rows.filter(({ hit }) => !hit)];
  const share = (some: readonly Row[], from: number): number =>
    some.filter(({ score }) => score >= from).length / some.length;

  it('have the area under the ROC curve that all pairs give, and the error of Hanley and McNeil', () => {
    const auc = bruteAuc(rows);
    expect(found.auc).toBeCloseTo(auc, 12);
    const [q1, q2] = [auc / (2 - auc), (2 * auc ** 2) / (1 + auc)];
    const variance =
      (auc * (1 - auc) + (hits.length - 1) * (q1 - auc ** 2) + (misses.length - 1) * (q2 - auc ** 2)) /
      (hits.length * misses.length);
    expect(found.aucError).toBeCloseTo(Math.sqrt(variance), 12);
  });

  it('are farthest apart at the score that a search over all finds', () => {
    const scores = [...new Set(rows.map(({ score }) => score))];
    const apart = Math.max(...scores.map((score) => Math.abs(share(hits, score) - share(misses, score))));
    expect(found.ks.statistic).toBeCloseTo(apart, 12);
    expect(Math.abs(share(hits, found.ks.score) - share(misses, found.ks.score))).toBeCloseTo(apart, 12);
  });

  it('have the Brier score of their squares', () => {
    const sum = rows.reduce((total, { score, hit }) => total + (score - (hit ? 1 : 0)) ** 2, 0);
    expect(found.brier).toBeCloseTo(sum / rows.length, 10);
  });

  it('are parted evenly, equal scores sharing their hits', () => {
    expect(found.deciles.map((part) => part.rows)).toEqual([44, 44, 44, 44, 44, 44, 44, 43, 43, 43]);
    const sorted = [...rows].sort((a, b) => b.score - a.score);
    const rate = (score: number): number => {
      const level = rows.filter((one) => one.score === score);
      return level.filter(({ hit }) => hit).length / level.length;
    };
    const expected = sorted.slice(0, 44).reduce((sum, { score }) => sum + rate(score), 0);
    expect(found.deciles[0]!.hits).toBeCloseTo(expected, 9);
    expect(found.deciles.reduce((sum, part) => sum + part.hits, 0)).toBeCloseTo(hits.length, 9);
    expect(found.deciles.at(-1)).toMatchObject({ cumulativeLift: expect.closeTo(1, 9) as number });
    const chiSquare = found.deciles.reduce((sum, part) => {
      const foretold = part.rows * part.expectedRate;
      return sum + (part.hits - foretold) ** 2 / (foretold * (1 - part.expectedRate));
    }, 0);
    expect(found.calibration).toMatchObject({ df: 10, p: expect.closeTo(chiSquareTail(chiSquare, 10), 9) as number });
  });

  it('are cut where a search over all cuts brings most', () => {
    const scores = [...new Set(rows.map(({ score }) => score))];
    const profit = (from: number): number =>
      rows.filter(({ score }) => score >= from).reduce((sum, { hit }) => sum + (hit ? 3 : 0) - 1, 0);
    expect(found.bestCut!.profit).toBeCloseTo(Math.max(...scores.map(profit)), 9);
    expect(profit(found.bestCut!.score!)).toBeCloseTo(found.bestCut!.profit, 9);
  });

  it('come out the same for shuffled rows', async () => {
    const shuffled = [...rows].reverse();
    expect(await evaluateTwoClasses(engine, valuesSql(shuffled), stakes)).toEqual(found);
  });
});

it('takes nobody where a hit brings less than it costs', async () => {
  const { bestCut } = await evaluateTwoClasses(engine, valuesSql(made(50, 1)), { cost: 2, benefit: 1 });
  expect(bestCut).toEqual({ score: null, rows: 0, hits: 0, profit: 0 });
});

it('is 1 for scores that part hits from misses, 0.5 for one score, and leaves out rows without any', async () => {
  const parted = [0.1, 0.2, 0.8, 0.9].map((score) => ({ score, hit: score > 0.5 }));
  const perfect = await evaluateTwoClasses(engine, valuesSql(parted), null);
  expect(perfect).toMatchObject({ auc: 1, aucError: 0, ks: { statistic: 1, score: 0.8 }, bestCut: null });
  const same = sql`${valuesSql(parted.map(({ hit }) => ({ score: 0.3, hit })))} union all select null, true`;
  expect(await evaluateTwoClasses(engine, same, null)).toMatchObject({ rows: 4, auc: 0.5 });
});

it('needs hits and misses, and leaves no table behind', async () => {
  const all = [0.1, 0.2].map((score) => ({ score, hit: true }));
  await expect(evaluateTwoClasses(engine, valuesSql(all), null)).rejects.toThrow('2 of 2 scored rows are hits');
  expect(await workingTables(engine)).toEqual([]);
});
