import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { fitRfm } from '../../../src/models/rfm/fit.ts';
import type { FittedRfm } from '../../../src/models/rfm/fitted.ts';
import { rfmOptions } from '../../../src/models/rfm/options.ts';
import { canReuse } from '../../../src/models/rfm/reuse.ts';
import { rfmScoreSql } from '../../../src/models/rfm/score.sql.ts';
import { contentOf, customers, open } from '../support.ts';
import type { Written } from './scoring.ts';

const input = { asOf: '2026-11-20' };
const tomorrow = { asOf: '2026-11-21' };
const never = (written: Written = {}) => rfmOptions.parse({ refit: 'never', ...written });

describe('canReuse(previous, options, input)', () => {
  let engine: Engine;
  let previous: FittedRfm;
  beforeAll(async () => {
    engine = await open();
    await customers(engine, 2000);
    previous = JSON.parse(JSON.stringify(await fitRfm(engine, rfmOptions.parse({}), input))) as FittedRfm;
  });
  afterAll(() => engine.close());

  const reason = (before: FittedRfm | null, options: ReturnType<typeof never>, read = tomorrow) => {
    const answer = canReuse(before, options, read);
    return answer.reuse ? null : answer.reason;
  };

  it('takes the stored cut-points with the present weights', async () => {
    const answer = canReuse(previous, never({ weights: { recency: 2 } }), tomorrow);
    if (!answer.reuse) throw new Error(answer.reason);
    const { fitted } = answer;
    expect(fitted.asOf).toBe('2026-11-20');
    expect(fitted.scales).toEqual(previous.scales);
    expect(fitted.options.weights.recency).toBe(2);
    expect(Object.isFrozen(fitted.scales.recency.cuts)).toBe(true);
    await engine.create('made.before', rfmScoreSql(previous));
    await engine.create('made.after', rfmScoreSql({ ...fitted, options: previous.options }));
    expect(await contentOf(engine, 'made.after')).toBe(await contentOf(engine, 'made.before'));
  });

  it('says why not', () => {
    expect(reason(previous, rfmOptions.parse({}))).toBe('refit is always');
    expect(reason(null, never())).toBe('there are none from a release before');
    expect(reason(previous, never({ bins: 4 }))).toBe('bins were 5 and are 4');
    expect(reason(previous, never({ binning: 'nested' }))).toBe('binning was independent and is nested');
    expect(reason(previous, never({ cut_points: { recency: [30, 90] } }))).toBe(
      'cut_points of recency were quantiles and are 30, 90',
    );
    expect(reason(previous, never(), { ...tomorrow, relation: 'made.other' } as typeof tomorrow)).toBe(
      'they were made from features.customer_rfm by customer_id, not from made.other by customer_id',
    );
    const old = { ...previous, scales: { recency: { edges: [1, 2], bins: 1 } } } as unknown as FittedRfm;
    expect(reason(old, never())).toBe('those of the release before were stored by another version');
  });
});
