import { describe, expect, it } from 'vitest';
import { company, reportOf } from './support.ts';

const tenth = (part: number, lift: number) => ({
  ...{ part, rows: 40, hits: 4 * lift, rate: lift / 10, lift, cumulativeGain: part / 10 },
});

const fitted = {
  model: 'lookalike',
  segment: 's1',
  seeds: 40,
  others: 360,
  evaluation: { deciles: [tenth(1, 3)], centiles: [tenth(1, 3), tenth(2, 1)] },
  lift: { value: 3, low: 1.81, high: 4.54 },
  used: {
    weights: [
      { predictor: 'gender=female', weight: 0.2 },
      { predictor: 'log1p(annual_income)', weight: -1.5 },
    ],
  },
  why: null,
};

const given = (more: object) => ({
  ...company,
  'marts.customer': [
    ...company['marts.customer'],
    { customer_id: 'z', is_prospect: true, is_listed: true, profit: 0, net_revenue: 0, lookalike_rank: 1 },
  ],
  'models.fitted': [
    ...company['models.fitted'],
    { model: 'lookalike', name: 'lookalike', run_id: 'r', fitted: JSON.stringify({ ...fitted, ...more }) },
  ],
});

describe('who resembles the best', () => {
  it('is told with the lift of the test and its interval, and what speaks for it, the strongest first', async () => {
    const { textOf } = await reportOf(given({}));
    const text = textOf('#lookalikes');
    expect(text).toContain('1 prospect, by likeness to the segment Loyal regulars (40 customers): tested on buyers');
    expect(text).toContain(
      'The tenth ranked first holds 3.00 times as many as a random choice (95% interval 1.81 to 4.54).',
    );
    expect(text).toContain('1401230.0%3.00');
    expect(text).toMatch(/Income of a year.*−1\.50Gender: female\+0\.20/);
  });

  it('is of the most profitable where the seeds are no segment', async () => {
    expect((await reportOf(given({ segment: null }))).textOf('#lookalikes')).toContain(
      'the 40 customers with the highest profit',
    );
  });

  it('is nobody where the lift is no better than chance, or the pipeline has no such step', async () => {
    const weak = await reportOf(given({ used: null, why: { code: 'noLift' } }));
    expect(weak.textOf('#lookalikes .finding')).toBe(
      'Nobody is ranked by likeness to the best customers: the tenth ranked first has no more of those to be resembled than chance would bring.',
    );
    expect((await reportOf(company)).textOf('#lookalikes')).toContain('the pipeline has no lookalike step');
  });
});
