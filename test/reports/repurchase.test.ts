import { describe, expect, it } from 'vitest';
import { company, reportOf } from './support.ts';

const evaluation = (auc: number, brier: number, lift: number, p = 0.4) => {
  const part = (part: number, rate: number, cumulativeGain: number) => ({
    ...{ part, rows: 100, hits: 100 * rate, rate, lift: rate / 0.4, cumulativeGain, expectedRate: rate },
  });
  const parts = [part(1, 0.4 * lift, 0.6), part(2, 0.8 - 0.4 * lift, 1)];
  return { auc, brier, calibration: { p }, deciles: parts, centiles: parts };
};

const fitted = (by: 'model' | 'naive rule', until = '2026-01-31', unforetold = 0) => ({
  model: 'repurchase',
  name: 'repurchase',
  run_id: '2026-02-01T020000Z-0001',
  fitted: JSON.stringify({
    options: { within_days: 60 },
    reason: null,
    used: { by },
    holdout: {
      ...{ since: '2025-12-02', until, customers: 200, again: 80, unforetold },
      model: evaluation(0.75, 0.2, 1.5),
      naive: evaluation(0.7, 0.21, 1.25, 0.042),
      constant: 0.24,
      contest: { incumbent: 'model', comparisons: [{ first: 'model', second: 'naive rule', p: 0.03 }] },
    },
  }),
});

const given = (...[by = 'model', ...rest]: Partial<Parameters<typeof fitted>>) => ({
  ...company,
  'models.fitted': [...company['models.fitted'], fitted(by, ...rest)],
  'marts.customer': [
    { customer_id: 'x', segment: 's1', monetary: 100, repurchase_probability: 0.75, churn_probability: 0.25 },
    { customer_id: 'y', segment: 's1', monetary: 300, repurchase_probability: 0.25, churn_probability: 0.75 },
    { customer_id: 'z', monetary: 50, repurchase_probability: 0.5, churn_probability: 0.5 },
  ],
});

describe('who buys again', () => {
  it('is told by segment, with what is at stake', async () => {
    const { textOf, document } = await reportOf(given());
    expect(textOf('#repurchase .finding')).toContain(
      'Of the 3 customers who have not lapsed, about 2 (50%) are expected to buy again in the next 60 days.',
    );
    const rows = [...document.querySelectorAll('#repurchase .block tbody tr')].map((row) => row.textContent);
    expect(rows).toEqual([expect.stringMatching(/2.*50%€250.00$/), expect.stringMatching(/^No segment1.*50%€25.00$/)]);
  });

  it('warns of the number where the probabilities in use failed their test', async () => {
    const care = 'Take the number with care: on the days of the test,';
    expect((await reportOf(given('naive rule'))).textOf('#repurchase .finding')).toContain(care);
    expect((await reportOf(given())).textOf('#repurchase .finding')).not.toContain(care);
  });

  it('names a segment by its code where its name is not known, and takes it for none nowhere', async () => {
    const [, second] = given()['marts.customer'];
    const { document } = await reportOf({ ...given(), 'marts.customer': [{ ...second!, segment: 's9' }] });
    const rows = [...document.querySelectorAll('#repurchase .block tbody tr')].map((row) => row.textContent);
    expect(rows).toEqual([expect.stringMatching(/^s9.*1.*25%€225.00$/)]);
  });

  it('fails on a model that it cannot read, and does not take it for a step that is not there', async () => {
    for (const model of ['repurchase', 'rfm']) {
      const odd = { ...fitted('model'), model, fitted: '{"options":{}}' };
      await expect(reportOf({ ...company, 'models.fitted': [odd] })).rejects.toThrow(/options/);
    }
  });

  it('is measured against the naive rule, in sentences, a figure and a table', async () => {
    const { textOf, document } = await reportOf(given());
    const told = textOf('#repurchase figure');
    expect(told).toContain('of 200 customers, 80 bought again (40%)');
    expect(told).toContain(
      'did so 1.50 times as often as the average; by the days since the last purchase alone, 1.25 times',
    );
    expect(told).toContain(
      'Brier score 0.2000, by recency alone 0.2100 (p = 0.030), with one rate for everybody 0.2400',
    );
    expect(told).toContain(
      'In all, 80 of them were foretold to buy again, and 80 did (Hosmer–Lemeshow test over the tenths: p = 0.400): nothing speaks against the probabilities.',
    );
    expect(told).not.toContain('the model can take');
    expect(document.querySelectorAll('#repurchase svg path').length).toBeGreaterThan(2);
    const byRule = (await reportOf(given('naive rule'))).textOf('#repurchase figure');
    expect(byRule).toContain(
      'The model does not beat the days since the last purchase alone by more than chance would',
    );
    expect(byRule).toContain(
      '(Hosmer–Lemeshow test over the tenths: p = 0.042): the probabilities are not what they say; use their order, not their size.',
    );
  });

  it('is measured by recency alone where there are too few customers for a model', async () => {
    const alone = fitted('naive rule');
    const told = JSON.parse(alone.fitted) as { holdout: object };
    const contest = { incumbent: 'one rate', comparisons: [{ first: 'naive rule', second: 'one rate', p: 0.002 }] };
    const few = { ...alone, fitted: JSON.stringify({ ...told, holdout: { ...told.holdout, model: null, contest } }) };
    const { textOf, document } = await reportOf({
      ...given(),
      'models.fitted': [...company['models.fitted'], few],
    });
    expect(textOf('#repurchase figure')).toContain(
      'There are too few customers for the coefficients of the model, so the probabilities are by the days since the last purchase alone. The likeliest tenth bought 1.25 times as often as the average.',
    );
    expect(textOf('#repurchase figure')).toContain(
      'Brier score 0.2100, with one rate for everybody 0.2400 (p = 0.002); area under the ROC curve 0.700.',
    );
    expect(textOf('#repurchase figure')).not.toMatch(/against|Lift, model/);
    expect(document.querySelectorAll('#repurchase svg path[stroke-dasharray]')).toHaveLength(0);
  });

  it('says from which day on it is foretold where purchases end early, and who could not be', async () => {
    const { textOf } = await reportOf(given('model', '2026-01-11', 7));
    expect(textOf('#repurchase .finding')).toContain(
      'in the 60 days after 11 January 2026, the last day on which purchases are known.',
    );
    expect(textOf('#repurchase figure')).toContain(
      '7 customers had no value that the model can take, and count with the rate of the window before.',
    );
  });

  it('says why nothing is foretold', async () => {
    const few = { options: { within_days: 60 }, holdout: null, used: null, reason: 'only 3 bought' };
    const of = (why: unknown, locale: string) => {
      const told = { ...fitted('model'), fitted: JSON.stringify({ ...few, why }) };
      return reportOf({ ...company, 'models.fitted': [told] }, { locale });
    };
    expect((await of(null, 'en')).textOf('#repurchase')).toContain('It is not foretold who buys again: only 3 bought.');
    const hebrew = await of({ code: 'nobodyActive', since: '2025-03-04' }, 'he');
    expect(hebrew.textOf('#repurchase')).toContain('עד 4 במרץ 2025 לא רכש איש');
  });
});

it('shows the rules of a segment on its card', async () => {
  const { textOf } = await reportOf({
    ...company,
    'models.tree_rule': [
      {
        class: 's1',
        rank: 1,
        words: 'orders above 5 <b>',
        condition: '"orders" >= 5.5 and 1 < 2',
        customers: 1200,
        purity: 0.925,
        coverage: 0.8,
      },
    ],
  });
  expect(textOf('#segments .cards')).toContain(
    'As a rule' +
      'orders above 5 <b>: 93% of the 1,200 customers that this holds for are in the segment, 80% of the segment.' +
      'As SQLselect customer_id from features.customer where "orders" >= 5.5 and 1 < 2',
  );
});
