import { describe, expect, it } from 'vitest';
import { nestedCutPoints, rfm } from './given-segments.ts';
import { company, reportOf } from './support.ts';

const fitted = (options: object, asOf = '2026-01-31') => [
  { model: 'rfm', name: 'rfm', run_id: 'r', fitted: JSON.stringify({ ...rfm(options), asOf }) },
];

const only = {
  'marts.total': company['marts.total'],
  'marts.rfm_grid': company['marts.rfm_grid'],
  'models.rfm_cut_point': company['models.rfm_cut_point'],
};

/** The cut-points as text. */
function tableOf(document: Document): string[][] {
  const block = [...document.querySelectorAll('#rfm .block')].find((one) =>
    one.textContent.includes('scores stand for'),
  )!;
  return [...block.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent));
}

describe('what RFM scores stand for', () => {
  it('is told in days, orders and money; days and orders are whole', async () => {
    const { document, textOf } = await reportOf({ ...only, 'models.fitted': fitted({}) });
    expect(textOf('#rfm')).toContain(
      'The best scores take a last purchase of up to 30 days ago, 2 or more orders, more than €240.00 spent.',
    );
    expect(tableOf(document)).toEqual([
      ['Score', 'Days since last purchase', 'Orders', 'Money spent'],
      ['3', 'up to 30', '', 'more than €240.00'],
      ['2', '31 to 90', '2 or more', '€99.50 to €240.00'],
      ['1', '91 or more', 'up to 1', 'up to €99.50'],
    ]);
    expect(textOf('#rfm')).not.toMatch(/used again|counts/);
  });

  it('tells weights that differ, and cut-points of an earlier day', async () => {
    const weights = { recency: 2, frequency: 1, monetary: 0.5 };
    const { textOf } = await reportOf({ ...only, 'models.fitted': fitted({ weights }, '2025-11-30') });
    expect(textOf('#rfm')).toContain('recency counts 2, frequency 1 and money 0.5.');
    expect(textOf('#rfm')).toContain('The cut-points are those of 30 November 2025, used again.');
  });

  it('nested, has orders within each recency score, and says where those of money are', async () => {
    const { document, textOf } = await reportOf({
      ...only,
      'models.rfm_cut_point': nestedCutPoints,
      'models.fitted': fitted({ binning: 'nested' }),
    });
    expect(textOf('#rfm')).toContain('in the table models.rfm_cut_point');
    expect(tableOf(document)).toEqual([
      ['Score', 'Days since last purchase', 'Orders at recency 3', 'Orders at recency 2', 'Orders at recency 1'],
      ['3', 'up to 30', '4 or more', '3 or more', '2 or more'],
      ['2', '31 to 90', '', '', ''],
      ['1', '91 or more', 'up to 3', 'up to 2', 'up to 1'],
    ]);
  });
});

describe('usage classes and the lifecycle', () => {
  it('have people, money and shares, with RFM or without', async () => {
    const { textOf, document } = await reportOf({ ...company, 'marts.rfm_grid': [], 'models.rfm_cut_point': [] });
    expect(textOf('#rfm .finding')).toContain('No RFM scores were made');
    expect(textOf('#rfm')).toContain('30 customers buy most often: 30% of the customers bring 71% of net revenue.');
    expect(textOf('#rfm')).toContain('25 customers, 25% of all, have lapsed. They have spent €13,500 so far.');
    const rows = [...document.querySelectorAll('#rfm figure')[0]!.querySelectorAll('tbody tr')];
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['heavy', '30', '25.0%', '€63,000', '71.4%', '€26,350', '78.2%'],
      ['medium', '40', '33.3%', '€18,000', '20.4%', '€6,100', '18.1%'],
      ['light', '30', '25.0%', '€7,200', '8.2%', '€2,240', '6.6%'],
      ['never bought', '20', '16.7%', '€0', '0.0%', '−€1,000', '−3.0%'],
    ]);
  });
});
