import { expect, it, onTestFinished } from 'vitest';
import { chooseK } from '../../../src/models/kmeans/choice.ts';
import { open, table } from '../support.ts';

it('chooseK tells segments that nobody of the sample is in: no share, no silhouette', async () => {
  const engine = await open();
  onTestFinished(() => engine.close());
  await table(engine, 'made.sample', `select i + 1 as member, cast(i % 2 * 10 + i // 10 as integer) as u1 from range(30) as t (i)`); // prettier-ignore
  const positions = Array.from({ length: 30 }, (_, i) => [(i % 2) * 10 + Math.floor(i / 10)]);
  const sample = { table: 'made.sample', positions, others: [], pool: positions };
  const choices = [[[1], [11]], [[1], [500], [11]]]; // prettier-ignore
  const candidates = { sample, space: { means: [0], factors: [1] }, choices, meanSquare: 61, seed: 1 };
  const search = { from: 2, to: 3, smallestShare: 0.1, margin: 0.02, needed: 3, incumbent: null };
  const { choice } = await chooseK(engine, candidates, search);
  expect(choice.chosen).toBe(2);
  const [two, three] = choice.criteria;
  expect([two!.smallestShare, three!.smallestShare, three!.largeEnough]).toEqual([0.5, 0, false]);
  expect(three!.silhouettes).toEqual([two!.silhouettes[0], 0, two!.silhouettes[1]]);
});
