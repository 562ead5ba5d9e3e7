import { expect, it } from 'vitest';
import { fitDiscriminant } from '../../../src/models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../../../src/models/discriminant/fitted.ts';
import { discriminantOptions } from '../../../src/models/discriminant/options.ts';
import { sampleScores } from '../../../src/models/discriminant/score-sample.ts';
import { counting, open, table } from '../support.ts';

const made = (order: string): string =>
  `select i as id, case when i % 3 = 2 and i > 90 then null else 'k' || i % 3 end as class,
    hash(i) % 100 + 20 * (i % 3) as a, hash(i * 7) % 90 as b
  from range(120) as t (i) order by ${order}`;

const options = discriminantOptions.parse({ class: 'class', predictors: ['a', 'b'] });

it('scores a sample that no order of rows changes, at most as many as asked for, of rows with a class alone', async () => {
  const samples = [];
  let fitted: FittedDiscriminant;
  for (const order of ['i', 'hash(i)']) {
    const opened = await open();
    const { engine, fetched } = counting(opened);
    await table(engine, 'made.row', made(order));
    fitted = await fitDiscriminant(engine, options, { asOf: '', relation: 'made.row', key: 'id' });
    fetched.most = 0;
    samples.push(await sampleScores(engine, fitted, 40, false));
    expect(fetched.most).toBe(40);
    if (order === 'i') {
      const all = await sampleScores(engine, fitted, 1000, false);
      expect(all).toHaveLength(fitted.customers);
      expect(all.slice(0, 40)).toEqual(samples[0]);
      for (const { class: label, customers, centroid } of fitted.classes) {
        const own = all.filter((point) => point.class === label);
        expect(own).toHaveLength(customers);
        expect(own.reduce((sum, { x }) => sum + x, 0) / customers).toBeCloseTo(centroid[0]!, 9);
        expect(own.reduce((sum, { y }) => sum + y, 0) / customers).toBeCloseTo(centroid[1]!, 9);
      }
    }
    await opened.close();
  }
  expect(samples[1]).toEqual(samples[0]);
});

it('scores the same sample of rows that are but numbered, whatever their order', async () => {
  const samples = [];
  for (const order of ['i', 'hash(i)']) {
    const engine = await open();
    await table(
      engine,
      'made.row',
      `select row_number() over () as id, class, a // 9 as a, b // 9 as b from (${made(order)}) as listed`,
    );
    const input = { asOf: '', relation: 'made.row', key: 'id', isNumbered: true };
    const fitted = await fitDiscriminant(engine, options, input);
    samples.push(await sampleScores(engine, fitted, 40, true));
    await engine.close();
  }
  expect(samples[0]).toHaveLength(40);
  expect(samples[1]).toEqual(samples[0]);
});
