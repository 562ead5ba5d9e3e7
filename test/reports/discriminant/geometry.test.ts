import { describe, expect, it } from 'vitest';
import { placeNames } from '../../../src/reports/charts/names.ts';
import { isInside, planeOf } from '../../../src/reports/charts/plane.ts';
import { stepsOf } from '../../../src/reports/charts/strip.ts';
import type { PageClass } from '../../../src/reports/discriminant/data.ts';
import { areaOf, intervalOf, ringOf, territoriesOf } from '../../../src/reports/discriminant/geometry.ts';

const classOf = (prior: number, ...centroid: number[]): PageClass => ({
  ...{ name: '', rows: 1, prior, centroid },
  spread: [1, 0, 1],
  surface: null,
});

describe('territoriesOf(classes, window)', () => {
  const classes = [classOf(0.5, -2, 0, 1), classOf(0.3, 2, 1, 0), classOf(0.15, 0, -3, 0.5), classOf(0.05, 0, 0, 2)];
  const window = { x: [-6, 6], y: [-5, 5] } as const;
  const territories = territoriesOf(classes, window);

  it('divides the whole window', () => {
    expect(territories.reduce((sum, one) => sum + areaOf(one), 0)).toBeCloseTo(120, 9);
  });

  it('gives every place to the class with the largest posterior there', () => {
    const posterior = ({ prior, centroid: [a, b, c] }: PageClass, x: number, y: number): number =>
      prior * Math.exp(-((x - a!) ** 2 + (y - b!) ** 2 + c! ** 2) / 2);
    for (const [c, territory] of territories.entries()) {
      if (territory.length === 0) continue;
      const middle = {
        x: territory.reduce((sum, { x }) => sum + x, 0) / territory.length,
        y: territory.reduce((sum, { y }) => sum + y, 0) / territory.length,
      };
      for (const corner of territory) {
        const [x, y] = [0.99 * corner.x + 0.01 * middle.x, 0.99 * corner.y + 0.01 * middle.y];
        const values = classes.map((one) => posterior(one, x, y));
        expect(values.indexOf(Math.max(...values))).toBe(c);
      }
    }
    expect(territories[3]).toEqual([]);
  });
});

describe('rings of nine tenths', () => {
  it('are as far from the centroid everywhere, by the covariance of the class', () => {
    const [xx, xy, yy] = [4, 1.5, 2];
    const determinant = xx * yy - xy * xy;
    for (const { x, y } of ringOf({ ...classOf(1, 3, -1), spread: [xx, xy, yy] })) {
      const [u, v] = [x - 3, y + 1];
      expect((yy * u * u - 2 * xy * u * v + xx * v * v) / determinant).toBeCloseTo(4.605, 3);
    }
  });

  it('are 1.645 deviations to either side on one function', () => {
    const [from, to] = intervalOf({ ...classOf(1, 3), spread: [4, 0, 1] });
    expect([from, to]).toEqual([expect.closeTo(-0.29, 3), expect.closeTo(6.29, 3)]);
  });
});

describe('planeOf(points, places)', () => {
  it.each([
    [20, 1],
    [1, 20],
  ])('shows a unit of both axes alike, and all that must be seen: %d by %d', (width, height) => {
    const places = [{ x: 0, y: 0 }, { x: width, y: height }]; // prettier-ignore
    const plane = planeOf([], places);
    for (const shown of [plane.narrow, plane.wide]) {
      expect(shown.unit * (shown.y[1] - shown.y[0])).toBeCloseTo(shown.height, 6);
      expect(places.every((place) => isInside(shown, place))).toBe(true);
    }
    expect(plane.wide.unit * (plane.wide.x[1] - plane.wide.x[0])).toBeCloseTo(780, 6);
  });

  it('leaves one row far out where it is', () => {
    const points = Array.from({ length: 400 }, (_, i) => ({ x: i % 20, y: i % 7 }));
    const { wide } = planeOf([...points, { x: 1e6, y: 0 }], [{ x: 0, y: 0 }]);
    expect(wide.unit).toBeGreaterThan(10);
  });
});

it('places names so that none lies on another, the first ones first', () => {
  const places = Array.from({ length: 30 }, (_, i) => ({ x: i, y: 0, text: `name ${i}` }));
  const stands = [{ dx: 8, dy: 0, anchor: 'start' }] as const;
  const named = placeNames(places, (place) => place, () => stands); // prettier-ignore
  expect(named[0]!.text).toBe('name 0');
  expect(named.length).toBeLessThan(3);
});

it('counts steps in shares of their own class, the fullest of all being one', () => {
  const row = { label: '', centroid: 0, from: 0, to: 0 };
  const steps = stepsOf(
    [
      { ...row, key: 'a', index: 0, scores: [0.1, 0.2, 1.5, 9] },
      { ...row, key: 'b', index: 1, scores: [1.1] },
    ],
    [0, 2],
    2,
  );
  expect(steps.map(({ key, from, height }) => [key, from, height])).toEqual([
    ['a', 0, 0.5],
    ['a', 1, 0.25],
    ['b', 1, 1],
  ]);
});
