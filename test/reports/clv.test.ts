import { describe, expect, it } from 'vitest';
import { fitted, model, validation } from './given-clv.ts';
import { company, reportOf } from './support.ts';

const worth = (customer_id: string, lifetime_value: number, overdue: number, segment: string | null = 's1') => ({
  ...{
    customer_id,
    segment,
    lifetime_value,
    overdue,
    p_alive: 0.5,
    expected_purchases: 2,
    last_purchased_on: '2025-06-01',
  },
});

const given = (json: unknown = model) => ({
  ...company,
  'models.fitted': [...company['models.fitted'], fitted(json)],
  'marts.customer': [
    { ...worth('x1', 60, 0.95), phone_opt_in: true, has_phone: true },
    { ...worth('x2', 30, 0.2), phone_opt_in: true, has_phone: true },
    ...['x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'x9'].map((id) => worth(id, 1, 0.99, null)),
    { customer_id: 'prospect', is_prospect: true },
  ],
});

describe('what customers are worth', () => {
  it('is told with its grade, week by week, by segment, and with who is overdue', async () => {
    const { textOf, document, html } = await reportOf(given());
    expect(textOf('#clv .finding')).toBe(
      'In the next 12 months, 1,000 customers are expected to buy 800 times (700 to 900). ' +
        'That is worth €12,000 (€11,000 to €13,000) in margin, 30% of the spend, discounted at 10% per year.',
    );
    expect(textOf('#clv')).toContain('Past spend does better: do not choose');
    expect(document.querySelectorAll('#clv figure')).toHaveLength(4);
    const rows = [...document.querySelectorAll('#clv tbody tr')].map((row) => row.textContent);
    expect(rows).toContainEqual(expect.stringMatching(/^Loyal regulars214€90.0092.8%$/));
    expect(rows).toContainEqual('No segment7414€7.007.2%');
    expect(textOf('#clv')).toContain('Of the 2 customers who are the most valuable fifth, 1 should have bought again');
    expect(rows).toContain('x1€60.0050%1 June 202595%');
    expect(textOf('#terms')).toContain('Pace so far');
    expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it('says whom to call where it is used; where past spend does better, the first screen is silent of it', async () => {
    const top = { ...validation.top, grade: 'A' as const };
    const files = [{ file: 'segments/all-customers.csv', rows: 9 }];
    const used = (await reportOf(given({ ...model, validation: { ...validation, top } }), { files })).textOf(
      '.answers',
    );
    const unused = (await reportOf(given(), { files })).textOf('.answers');
    const said = [
      '1 of the 2 customers with the highest lifetime value should have bought again by now.',
      'Call the 1 most valuable customer who should have bought again and may be called.',
      'CSV, 9 rows, where overdue is 0.9 or more, lifetime_value 60 or more, and phone not empty',
    ];
    for (const sentence of said) {
      expect(used).toContain(sentence);
      expect(unused).not.toContain(sentence);
    }
    // Who may be called, and has no number, is not among them.
    const numberless = given({ ...model, validation: { ...validation, top } });
    const silent = {
      ...numberless,
      'marts.customer': numberless['marts.customer'].map((one) => ({ ...one, has_phone: false })),
    };
    expect((await reportOf(silent, { files })).textOf('.answers')).not.toContain('may be called');
  });

  it('leads to the file of all customers where there is one', async () => {
    const files = [{ file: 'segments/all-customers.csv', rows: 9 }];
    const { document } = await reportOf(given(), { files });
    const links = [...document.querySelectorAll('#clv a[download]')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['segments/all-customers.csv']);
  });

  it('says why nobody is valued, and defines no word of it', async () => {
    const reason = 'clv: customers must have bought more than once; of 3 customers none has';
    const { textOf, document } = await reportOf({ ...company, 'models.fitted': [fitted({ model: 'clv', reason })] });
    expect(textOf('#clv')).toContain(
      'It is not foretold what customers are worth: customers must have bought more than',
    );
    expect(document.querySelector('#term-lifetime_value')).toBeNull();
    const told = fitted({ model: 'clv', reason, why: { code: 'nobodyAgain', customers: 3 } });
    const basque = await reportOf({ ...company, 'models.fitted': [told] }, { locale: 'eu' });
    expect(basque.textOf('#clv')).toContain('3 bezeroetatik, inork ez du bigarren aldiz erosi');
    expect(basque.textOf('#clv')).not.toContain('must have bought');
    const without = await reportOf();
    expect(without.textOf('#clv')).toContain('the pipeline has no clv step');
  });

  it('fails on a model that it cannot read', async () => {
    await expect(reportOf(given({ options: {} }))).rejects.toThrow(/options/);
  });
});
