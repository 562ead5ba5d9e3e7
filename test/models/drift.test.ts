import { describe, expect, it, onTestFinished } from 'vitest';
import { fitReference, populationStability, readStability } from '../../src/models/drift.ts';
import { raw } from '../../src/sql/sql.ts';
import { open } from './support.ts';

describe('populationStability(expected, counts)', () => {
  it('is what Siddiqi works out by hand: equal shares are 0, moved ones are weighed by ln(a / e)', () => {
    expect(populationStability([0.25, 0.25, 0.25, 0.25], [5, 5, 5, 5])).toBe(0);
    const byHand = (0.4 - 0.25) * Math.log(0.4 / 0.25) + (0.1 - 0.25) * Math.log(0.1 / 0.25);
    expect(populationStability([0.25, 0.25, 0.25, 0.25], [40, 25, 25, 10])).toBeCloseTo(byHand, 14);
    expect(byHand).toBeCloseTo(0.2079, 4);
  });

  it('stays finite where a part is empty now, or was at the fit', () => {
    expect(populationStability([0.5, 0.5], [100, 0])).toBeCloseTo(
      0.5 * Math.log(2) + (0.005 - 0.5) * Math.log(0.01),
      12,
    );
    expect(Number.isFinite(populationStability([1, 0], [0, 100]))).toBe(true);
  });
});

describe('readStability(engine, rows, reference)', () => {
  it('is 0 for the rows of the fit, small for a sample of them, large where they moved', async () => {
    const engine = await open();
    onTestFinished(() => engine.close());
    await engine.create(
      'models.w',
      raw(
        `select cast(i as double) as u1, cast(i % 3 as double) as u2, cast(7 as double) as u3 from range(3000) as t (i)`,
      ),
    );
    const reference = await fitReference(engine, 'models.w', ['a', 'b', 'c']);
    expect(reference.map(({ cuts, shares }) => [cuts.length, shares.length])).toEqual([
      [9, 10],
      [3, 4],
      [1, 2],
    ]);
    const psi = async (rows: string): Promise<number[]> =>
      (await readStability(engine, raw(rows), reference))!.map((feature) => feature.psi);
    expect(await psi('select * from models.w')).toEqual([0, 0, 0]);
    const [half] = await psi('select * from models.w where cast(u1 as integer) % 2 = 0');
    expect(half).toBeLessThan(0.001);
    const [moved, , constant] = await psi('select u1 + 1000 as u1, u2, u3 from models.w');
    expect(moved).toBeGreaterThan(0.25);
    expect(constant).toBe(0);
    expect(await readStability(engine, raw('select * from models.w where false'), reference)).toBeNull();
  });
});
