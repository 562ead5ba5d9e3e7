import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { holdingBorders, type Border } from '../../../src/models/kmeans/border.ts';
import { lloyd } from '../../../src/models/kmeans/lloyd.ts';
import { lloydFromBest } from '../../../src/models/kmeans/race.ts';
import { open, table } from '../support.ts';

let engine: Engine;
const line = { means: [0], factors: [1] };

beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

describe('lloyd(engine, table, start, limits)', () => {
  it('gives the same to the last digit whether settled rows are read again or not', async () => {
    const column = (j: number): string =>
      `cast((hash(i * 7 + ${j}) % 1000 + hash(i * 7 + ${j + 3}) % 1000 * (i % 3)) as integer) as u${j}`;
    await table(engine, 'made.cloud', `select ${column(1)}, ${column(2)} from range(20000) as t (i)`);
    const space = { means: [0, 0], factors: [0.003, 0.002] };
    const start = [
      [0, 0],
      [1, 5],
      [9, 1],
      [8, 6],
      [4, 4],
    ];
    const { engine: counted, created } = recordingTables(engine);
    const whole = await lloyd(counted, 'made.cloud', space, start, { iterations: 500, border: Infinity });
    expect(created).toEqual([]);
    const part = await lloyd(counted, 'made.cloud', space, start, { iterations: 500, border: 100 });
    expect(created.length).toBeGreaterThan(1);
    expect(whole.convergence).toMatchObject({ converged: true, reason: 'no centre moves any more' });
    expect(whole.convergence.iterations).toBeGreaterThan(10);
    expect(part).toEqual(whole);
  });

  it('starts an empty cluster again at the row farthest from its centre', async () => {
    await table(engine, 'made.line', `select cast(u as integer) as u1 from (values (0), (1), (2), (100)) as t (u)`);
    const found = await lloyd(engine, 'made.line', line, [[1], [1]], { iterations: 50 });
    expect(found.centres).toEqual([[1], [100]]);
    expect(found.clusters.map((cluster) => cluster.n)).toEqual([3n, 1n]);
    expect(found.convergence.converged).toBe(true);
  });

  it('places several empty clusters at different rows', async () => {
    await table(
      engine,
      'made.line',
      `select cast(u as integer) as u1 from (values (0), (0), (50), (50), (100)) as t (u)`,
    );
    const found = await lloyd(engine, 'made.line', line, [[0], [0], [0]], { iterations: 50 });
    expect(found.centres.flat().sort((a, b) => a - b)).toEqual([0, 50, 100]);
  });

  it('says when it was stopped, and returns clusters of the centres it returns', async () => {
    await table(engine, 'made.line', `select cast(i * i as integer) as u1 from range(200) as t (i)`);
    const found = await lloyd(engine, 'made.line', line, [[0], [1]], { iterations: 2 });
    expect(found.convergence).toEqual({
      iterations: 2,
      converged: false,
      reason: 'stopped at the limit of 2 iterations',
    });
    const [low, high] = found.centres.flat() as [number, number];
    const near = Array.from({ length: 200 }, (_, i) => i * i).filter((u) => Math.abs(u - low) <= Math.abs(u - high));
    expect(found.clusters[0]!.n).toBe(BigInt(near.length));
  });

  it('goes on while a cluster is empty, also where the row it starts again at is a centre already', async () => {
    const rows = [0, 1, 2, 100, 100].map((u) => `(${u})`).join(', ');
    await table(engine, 'made.line', `select cast(u as integer) as u1 from (values ${rows}) as t (u)`);
    // 100 is farthest from 50, and both the second and the third centre move there: the sum of squares stays for once.
    const found = await lloyd(engine, 'made.line', line, [[1], [50], [1]], { iterations: 50 });
    expect(found.clusters.map((cluster) => cluster.n)).toEqual([2n, 2n, 1n]);
    expect(found.centres).toEqual([[1.5], [100], [0]]);
  });

  it('breaks ties by the first centre, in any order of rows', async () => {
    await table(engine, 'made.line', `select cast(u as integer) as u1 from (values (0), (5), (10)) as t (u)`);
    const one = await lloyd(engine, 'made.line', line, [[0], [10]], { iterations: 1 });
    expect(one.clusters.map((cluster) => cluster.n)).toEqual([2n, 1n]);
  });
});

describe('lloydFromBest(engine, table, space, starts, rows, limits)', () => {
  it('goes on from the start that is best after two passes, and counts all passes of that', async () => {
    await table(engine, 'made.line', `select cast(i * i as integer) as u1 from range(200) as t (i)`);
    const starts = [[[0], [1], [2]], [[0], [20_000], [39_601]]] as const; // prettier-ignore
    const alone = await lloyd(engine, 'made.line', line, starts[1], { iterations: 300 });
    expect(alone.convergence.iterations).toBeGreaterThan(4);
    const raced = await lloydFromBest(engine, 'made.line', line, starts, 2_000_000, { iterations: 300 });
    expect(raced.centres).toEqual(alone.centres);
    // The second pass is made twice: once to compare, once to go on.
    expect(raced.convergence).toEqual({ ...alone.convergence, iterations: alone.convergence.iterations + 1 });
    const stopped = await lloydFromBest(engine, 'made.line', line, starts, 2_000_000, { iterations: 4 });
    expect(stopped.convergence).toMatchObject({ iterations: 4, converged: false });
  });
});

describe('holdingBorders(borders, centres)', () => {
  const border = (table: string, at: number, reach: number): Border => ({ table, centres: [[at], [50]], reach, settled: [] }); // prettier-ignore
  const held = (centre: number): string[] =>
    holdingBorders([border('outer', 0, 4), border('inner', 1, 1)], [[centre], [50]]).map(({ table }) => table);

  it('are those that no centre has moved out of, and none within one that was left', () => {
    expect(held(2)).toEqual(['outer', 'inner']);
    expect(held(2.5)).toEqual(['outer']);
    expect(held(4)).toEqual(['outer']);
    expect(held(5)).toEqual([]);
    expect(holdingBorders([border('outer', 0, 1), border('inner', 4, 1)], [[4], [50]])).toEqual([]);
    expect(holdingBorders([border('outer', 0, 4)], [[0], [55]])).toEqual([]);
  });
});

/** The engine, and the tables made through it. */
function recordingTables(inner: Engine): { engine: Engine; created: string[] } {
  const created: string[] = [];
  const recorded: Partial<Engine> = {
    rows: (query, shape, limit) => inner.rows(query, shape, limit),
    drop: (relation) => inner.drop(relation),
    create: (relation, query) => {
      created.push(relation);
      return inner.create(relation, query);
    },
  };
  return { engine: recorded as Engine, created };
}
