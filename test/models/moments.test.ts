import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { fixedToNumber } from '../../src/math/exact.ts';
import { addMoments, noMoments, productAt, readMoments, scatter, withoutMoments } from '../../src/models/moments.ts';
import { open, table } from './support.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

describe('productAt(p, i, j)', () => {
  it('numbers the upper triangle row by row', () => {
    const places = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => productAt(3, i, j)));
    expect(places).toEqual([0, 1, 2, 1, 3, 4, 2, 4, 5]);
  });
});

describe('readMoments(engine, table, by, p, groups)', () => {
  it('is exact where double sums are not: values near 2³⁰, 200,000 rows, any number of threads', async () => {
    const read = async (threads: number) => {
      const own = await open({ threads });
      await table(
        own,
        'made.u',
        `select 1 + i % 2 as class, cast(1073741823 - i % 3 as integer) as u1, cast(i % 7 as integer) as u2 from range(200000) as t (i)`,
      );
      const moments = await readMoments(own, 'made.u', ['class'], 2, 2);
      await own.close();
      return moments;
    };
    const [one] = await read(1);
    expect(one!.group).toEqual([1]);
    expect(one!.n).toBe(100_000n);
    let [s1, q11, q12] = [0n, 0n, 0n];
    for (let i = 0; i < 200_000; i += 2) {
      const [u, v] = [BigInt(1073741823 - (i % 3)), BigInt(i % 7)];
      [s1, q11, q12] = [s1 + u, q11 + u * u, q12 + u * v];
    }
    expect(one!.sums[0]).toBe(s1);
    expect(one!.products.slice(0, 2)).toEqual([q11, q12]);
    expect(await read(4)).toEqual(await read(1));
  });

  it('fails rather than fetch more groups than it was told', async () => {
    await table(engine, 'made.many', `select i as class, 1::integer as u1 from range(5) as t (i)`);
    await expect(readMoments(engine, 'made.many', ['class'], 1, 4)).rejects.toThrow(/at most 4 rows/);
  });
});

describe('scatter(moments, i, j)', () => {
  it('is the sum of squares about the mean, whatever the distance from zero', () => {
    const values = [2n ** 29n, 2n ** 29n + 1n, 2n ** 29n + 5n];
    const moments = {
      n: 3n,
      sums: [values.reduce((a, b) => a + b)],
      products: [values.reduce((total, value) => total + value * value, 0n)],
    };
    expect(fixedToNumber(scatter(moments, 0, 0))).toBe(14);
    expect(scatter(noMoments(1), 0, 0)).toBe(0n);
  });

  it('adds and takes off groups', () => {
    const a = { n: 2n, sums: [3n], products: [5n] };
    const b = { n: 1n, sums: [7n], products: [49n] };
    expect(withoutMoments(addMoments(a, b), b)).toEqual(a);
  });
});
