import type { ClvPage } from '../../src/reports/clv/data.ts';
import type { ClvModel, ClvValidation } from '../../src/reports/data/clv.ts';

export const validation: ClvValidation = {
  ...{ until: '2025-03-31', asOf: '2025-06-29', holdoutDays: 90, customers: 900, actual: 200, retention: 0.5 },
  title: 'MBG/NBD',
  model: { total: 190, mae: 0.4, rmse: 0.9, bias: -0.0111 },
  pace: { total: 260, mae: 0.5, rmse: 1.1, bias: 0.0667 },
  spend: { actual: 8_000, expected: 7_600 },
  frequencies: [0, 1, 2].map((repeats) => ({
    ...{ repeats, customers: 300, expectedCustomers: 301.5, actual: 0.2 + repeats, expected: 0.1 + repeats },
  })),
  // 25 weeks from 6 January: the 13th begins with 31 March, so that it is of the holdout in part.
  tracking: Array.from({ length: 25 }, (_, i) => ({ week: i + 1, actual: 20 * (i + 1), expected: 21 * (i + 1) })),
  top: { customers: 180, model: 99, baseline: 110, gain: -0.1, grade: 'C' },
};

export const model: ClvModel = {
  costs: null,
  asOf: '2025-06-29',
  options: {
    ...{ unit: 'week', horizon: { length: 12, unit: 'month' }, discount: { rate: 0.1, per: 'year' } },
    ...{ margin: 0.3, bootstrap: 100 },
  },
  facts: { customers: 1_000, repeatBuyers: 400, firstDay: '2025-01-06', historyDays: 175 },
  totals: {
    purchases: { value: 800, low: 700, high: 900 },
    value: { value: 12_000, low: 11_000, high: 13_000 },
    alive: 600.4,
  },
  newCustomer: { purchases: 1.5, value: 40 },
  validation,
};

/** The row of `models.fitted` with something as the fitted model. */
export const fitted = (json: unknown) => ({
  ...{ model: 'clv', name: 'clv', run_id: '2026-02-01T020000Z-0001' },
  fitted: JSON.stringify(json),
});

const bands = [
  { from: 0, to: 1, share: 0.6 },
  { from: 1, to: null, share: 0.4 },
];

export const page: ClvPage = {
  ...{
    subject: 'orders.csv',
    currency: null,
    model,
    family: 'BG/NBD',
    correlation: 0.07,
    meanSpend: 35,
    version: '0.1.0',
  },
  parameters: [
    { model: 'BG/NBD', parameter: 'r', value: 0.25, standardError: 0.01, low: 0.23, high: 0.27 },
    { model: 'BG/NBD', parameter: 'alpha', value: 5, standardError: null, low: null, high: null },
  ],
  population: { pace: { mean: 2.6, bands }, stop: { per: 'purchase', mean: 0.2, bands } },
  spread: {
    alive: [
      { tenth: 0, customers: 300, value: 100 },
      { tenth: 9, customers: 700, value: 11_900 },
    ],
    tenths: Array.from({ length: 10 }, (_, i) => ({
      ...{ tenth: i + 1, customers: 100, value: i === 0 ? 7_500 : 500, least: 9 - i, most: i === 0 ? 90 : 10 - i },
    })),
    width: 1,
    bands: [
      { band: 0, customers: 900, value: 2_000 },
      { band: 10, customers: 100, value: 10_000 },
    ],
  },
  top: [
    {
      ...{ customer: '<script>alert(1)</script>', value: 90, alive: 0.9, purchases: 5.5, spend: 20 },
      ...{ last: '2025-06-01', next: null, overdue: 0.95 },
    },
  ],
  notes: ['a note'],
  rules: ['a rule'],
};
