import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '../../../src/math/distributions.ts';
import { analyse } from '../../../src/models/discriminant/analyse.ts';
import { boxM } from '../../../src/models/discriminant/box-m.ts';
import { multivariateTests, type MultivariateTests } from '../../../src/models/discriminant/manova.ts';
import { choosePredictors } from '../../../src/models/discriminant/predictors.ts';
import { statisticsOf, type DiscriminantStatistics } from '../../../src/models/discriminant/statistics.ts';
import { scatterOf, type Data } from './stepwise/reference.ts';
import { strange } from './strange.ts';

/** Rows that differ within their classes, in two columns; the third follows from them, nearly. */
const point = (label: string, i: number): number[] => {
  const shift = label.charCodeAt(0) - 97;
  const a = ((i * i * 37 + i * 11) % 101) + 30 * shift;
  const b = ((i * i * i * 29 + i * 5) % 97) - 11 * shift;
  return [a, b, a + b + ((i * 31) % 13)];
};

/** `{a: 20, b: 1}` rows by class, of some of the columns. */
function data(sizes: Record<string, number>, columns = [0, 1, 2]): Data {
  const rows = Object.entries(sizes).flatMap(([label, n]) =>
    Array.from({ length: n }, (_, i) => ({ label, row: point(label, i + label.charCodeAt(0) * 5) })),
  );
  return {
    classes: rows.map((one) => one.label),
    rows: rows.map((one) => columns.map((j) => one.row[j]!)),
  };
}

const limits = { tolerance: 0.001, singular: 'drop' } as const;

function analysed(from: Data): DiscriminantStatistics & { readonly deviations: readonly (number | null)[][] } {
  const scatter = scatterOf(from);
  const names = from.rows[0]!.map((_, j) => `x${j}`);
  const analysis = analyse(
    scatter,
    names,
    scatter.classes.map((one) => one.n / scatter.n),
    choosePredictors(scatter, names, limits),
  )!;
  const statistics = statisticsOf(analysis, names);
  expect(strange({ analysis, statistics })).toEqual([]);
  return { ...statistics, deviations: analysis.classes.map((one) => [...one.deviations]) };
}

describe('statisticsOf(analysis, names)', () => {
  it('has no spread of a class with a single customer, and says so', () => {
    const { matrices, boxM: box, deviations } = analysed(data({ a: 20, b: 25, c: 1 }));
    expect(deviations[2]).toEqual([null, null, null]);
    expect(matrices.classCovariances[2]).toEqual({ class: 'c', covariance: null, reason: 'has one case' });
    expect(box.classes[2]).toEqual({
      class: 'c',
      customers: 1,
      rank: 0,
      lnDeterminant: null,
      leftOut: 'has 1 case, too few for 3 predictors',
    });
    expect(box.test).not.toBeNull();
  });

  it('tests the other classes where one has fewer customers than predictors', () => {
    const { boxM: box } = analysed(data({ a: 20, b: 25, c: 3 }));
    expect(box.classes.map((one) => one.leftOut)).toEqual([null, null, 'has 3 cases, too few for 3 predictors']);
    expect(box.classes[2]!.rank).toBe(2);
    const without = boxM(scatterOf(data({ a: 20, b: 25 })));
    expect(box.test!.m).toBeCloseTo(without.test!.m, 9);
    expect(box.pooled.lnDeterminant).toBeCloseTo(without.pooled.lnDeterminant!, 9);
  });

  it('names the class whose covariance is singular', () => {
    const from = data({ a: 20, b: 25, c: 20 });
    const flat = { ...from, rows: from.rows.map((row, i) => (from.classes[i] === 'c' ? [row[0]!, 5, row[2]!] : row)) };
    const { boxM: box } = analysed(flat);
    expect(box.classes.map((one) => one.leftOut)).toEqual([null, null, 'its covariance is singular (rank 2 of 3)']);
  });

  it('has no Box’s M where fewer than two classes are left, and says why', () => {
    const { boxM: box } = analysed(data({ a: 20, b: 2, c: 1 }));
    expect(box.test).toBeNull();
    expect(box.reason).toBe('fewer than two classes have a covariance that is not singular');
    expect(box.pooled.lnDeterminant).not.toBeNull();
  });

  it('tells how predictors that are not used hang together with the functions', () => {
    const from = data({ a: 20, b: 25, c: 20 });
    expect(analysed(data({ a: 20, b: 25, c: 20 }, [0, 1])).unused).toEqual([]);
    const doubled = scatterOf({ ...from, rows: from.rows.map(([a, b]) => [a!, b!, 2 * a!, 7]) });
    const names = ['x0', 'x1', 'x2', 'x3'];
    const twice = analyse(doubled, names, [0.3, 0.4, 0.3], choosePredictors(doubled, names, limits))!;
    const { unused } = statisticsOf(twice, names);
    expect(unused.map((one) => one.predictor)).toEqual(['x2']);
    unused[0]!.structure.forEach((value, i) => {
      expect(value).toBeCloseTo(twice.functions[i]!.structure[0]!, 12);
    });
  });

  it('stays finite where the classes are far apart beyond measure', () => {
    const from = data({ a: 20, b: 25, c: 20 });
    const far = from.rows.map((row, i) =>
      row.map((value) => value + 2_000_000_000 * (from.classes[i] === 'b' ? 1 : 0)),
    );
    const { multivariate, pairs } = analysed({ ...from, rows: far });
    expect(multivariate.wilks.value).toBeLessThan(1e-14);
    expect(multivariate.pillai.f).toBeGreaterThan(0);
    expect(pairs[0]!.p).toBeLessThan(1e-300);
  });

  it('stays finite where the smallest number of customers is left', () => {
    const { multivariate, pairs } = analysed(data({ a: 2, b: 1, c: 1 }));
    for (const one of Object.values(multivariate) as MultivariateTests['wilks'][]) {
      expect(one.f === null).toBe(one.reason !== null);
    }
    expect(pairs.every((one) => one.p > 0)).toBe(true);
  });
});

describe('multivariateTests(eigenvalues, n, p, g)', () => {
  it('gives one F by all four criteria for two classes', () => {
    const { wilks, pillai, hotellingLawley, roy } = multivariateTests([0.8], 40, 5, 2);
    for (const one of [wilks, pillai, hotellingLawley, roy]) {
      expect([one.df1, one.df2]).toEqual([5, 34]);
      expect(one.f).toBeCloseTo((0.8 * 34) / 5, 12);
    }
  });

  it('finds nothing where there is no function', () => {
    const { wilks, pillai, hotellingLawley, roy } = multivariateTests([], 40, 5, 4);
    for (const one of [wilks, pillai, hotellingLawley, roy]) expect(one).toMatchObject({ f: 0, p: 1 });
  });

  it('has no F where there are no degrees of freedom for one, and says so', () => {
    const { wilks, hotellingLawley } = multivariateTests([2, 1], 6, 3, 3);
    expect(wilks.p).toBeGreaterThan(0);
    expect(hotellingLawley).toMatchObject({ f: null, p: null, reason: 'too few cases for an F approximation' });
  });
});

describe('boxM(scatter)', () => {
  it('is Bartlett’s test for one predictor: InsectSprays as on the help page of R’s bartlett.test', () => {
    const counts = {
      A: [10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13],
      B: [11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13],
      C: [0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4],
      D: [3, 5, 12, 6, 4, 3, 5, 5, 5, 5, 2, 4],
      E: [3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4],
      F: [11, 9, 15, 22, 15, 16, 13, 10, 26, 26, 24, 13],
    };
    const rows = Object.entries(counts).flatMap(([label, values]) => values.map((value) => ({ label, value })));
    const { test } = boxM(scatterOf({ classes: rows.map((one) => one.label), rows: rows.map((one) => [one.value]) }));
    const bartlett = test!.m / (1 + test!.c1);
    expect(bartlett.toFixed(2)).toBe('25.96');
    expect(chiSquareTail(bartlett, test!.chiSquare.df).toExponential(3)).toBe('9.085e-5');
  });

  it('has no F where the covariances differ beyond the range of the approximation', () => {
    const { test, reason } = boxM(
      scatterOf({ classes: ['a', 'a', 'a', 'b', 'b', 'b'], rows: [[0], [1], [2], [0], [2e9], [4e9]] }),
    );
    expect(test!.chiSquare.p).toBeLessThan(1e-10);
    expect(test!.f).toBeNull();
    expect(reason).toBe('M is beyond the range of its F approximation; chiSquare holds');
  });
});
