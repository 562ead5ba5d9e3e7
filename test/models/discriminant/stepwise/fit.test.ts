import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/engine/engine.ts';
import { ModelError } from '../../../../src/errors.ts';
import { describeDiscriminant } from '../../../../src/models/discriminant/describe.ts';
import { fitDiscriminant } from '../../../../src/models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../../../../src/models/discriminant/fitted.ts';
import { discriminantOptions } from '../../../../src/models/discriminant/options.ts';
import { discriminantScoreSql } from '../../../../src/models/discriminant/score.sql.ts';
import { tableOf, fixture } from '../../../oracles/support.ts';
import { open, table } from '../../support.ts';
import { strange } from '../strange.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
  await tableOf(engine, 'made.wine', fixture('wine.csv'));
});
afterAll(() => engine.close());

const fit = (options: Record<string, unknown>, relation = 'made.row'): Promise<FittedDiscriminant> =>
  fitDiscriminant(engine, discriminantOptions.parse({ class: 'class', ...options }), {
    asOf: '2026-11-20',
    relation,
    key: 'id',
  });

const noise = Array.from({ length: 40 }, (_, j) => `x${j}`);
const columns = noise.map((name, j) => `hash(i * 41 + ${j}) % 1000 as ${name}`).join(', ');

describe('fitDiscriminant(engine, options, input), stepwise', () => {
  it('uses the predictors that entered, and names the others with the reason', async () => {
    const predictors = ['ash', 'alcohol', 'malic_acid', 'flavanoids', 'proline', 'color_intensity', 'magnesium', 'hue'];
    const wine = (list: readonly string[], stepwise?: object): Promise<FittedDiscriminant> =>
      fit({ class: 'cultivar', predictors: list, stepwise }, 'made.wine');
    const fitted = await wine(predictors, {});
    const used = fitted.predictors.map((one) => one.predictor);
    expect(used).toEqual(predictors.filter((name) => used.includes(name)));
    expect(fitted.dropped.map((one) => one.feature)).toEqual(predictors.filter((name) => !used.includes(name)));
    for (const { reason } of fitted.dropped)
      expect(reason).toMatch(/^was not entered: F to enter \d\.\d+ is below 3\.84$/);
    const alone = await wine(used);
    expect(alone.functions).toEqual(fitted.functions);
    expect(alone.resubstitution).toEqual(fitted.resubstitution);
    expect(fitted.selection!.steps.at(-1)!.wilks.wilks / fitted.overall.wilks).toBeCloseTo(1, 12);
    const report = describeDiscriminant(fitted);
    expect(strange(report)).toEqual([]);
    expect(report.unused.map((one) => one.predictor)).toEqual(fitted.dropped.map((one) => one.feature));
    expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
    expect((await engine.rows(discriminantScoreSql(fitted), { posterior: 'number' }, 200)).length).toBe(178);
  });

  it('chooses anew in every fold, so that noise does not look like knowledge', async () => {
    await table(engine, 'made.row', `select i as id, hash(i) % 2 as class, ${columns} from range(120) as t (i)`);
    const chosen = await fit({ predictors: noise, stepwise: {} });
    const used = chosen.predictors.map((one) => one.predictor);
    expect(used.length).toBeGreaterThan(1);
    const fixed = await fit({ predictors: used });
    expect(chosen.crossValidated.total).toBe(120);
    expect(chosen.crossValidated.hitRatio).toBeLessThan(0.6);
    expect(fixed.crossValidated.hitRatio).toBeGreaterThan(chosen.crossValidated.hitRatio + 0.08);
  });

  it('puts a fold in which nothing enters into the likeliest class', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, case when i % 3 = 0 then 'few' else 'many' end as class,
        hash(i) % 100 + case when i % 3 = 0 then 14 else 0 end as a from range(150) as t (i)`,
    );
    const { selection } = await fit({ predictors: ['a'], stepwise: {} });
    const enter = selection!.start[0]!.fToEnter! * 0.9999;
    const { crossValidated } = await fit({ predictors: ['a'], stepwise: { enter, remove: 1 } });
    expect(crossValidated.total).toBe(150);
    const [few, many] = crossValidated.counts;
    expect(few![1]! + many![1]!).toBeGreaterThan(100);
  });

  it('says that nothing entered', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, i % 2 as class, i // 2 % 5 as a, hash(i) % 7 as b from range(100) as t (i)`,
    );
    const refused = fit({ predictors: ['a', 'b'], stepwise: { method: 'rao' } });
    await expect(refused).rejects.toThrow(ModelError);
    await expect(refused).rejects.toThrow(
      /^discriminant: no predictor was entered: the largest F to enter, \d\.\d+ of b, is below 3\.84; lower enter under stepwise/,
    );
    await table(engine, 'made.row', `select i as id, i % 2 as class, i % 2 as a from range(100) as t (i)`);
    await expect(fit({ predictors: ['a'], stepwise: {} })).rejects.toThrow(
      /no predictor varies within the classes \(a\)/,
    );
  });

  it('refuses limits that would turn in circles', () => {
    const result = discriminantOptions.safeParse({ class: 'class', predictors: ['a'], stepwise: { enter: 2 } });
    expect(result.error!.issues[0]).toMatchObject({
      path: ['stepwise'],
      message: 'must have its remove at or below its enter',
    });
  });
});
