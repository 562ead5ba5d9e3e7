import { describe, expect, it } from 'vitest';
import { company, reportOf } from './support.ts';

const mean = (value: number) => ({ mean: value, error: 0.01 });

const foretelling = (way: string, hit: number) => ({
  ...{ way, hit5: mean(hit), hit10: mean(hit + 0.1), map5: mean(hit / 3), map10: mean(hit / 2) },
  ...{ coverage5: 0.25, coverage10: 0.5 },
});

const ways = [
  ['share', 0.58],
  ['cosine', 0.56],
  ['lift', 0.5],
  ['best sellers', 0.31],
  ['own purchases', 0.48],
] as const;

const holdout = {
  ...{ since: '2025-10-02', until: '2025-12-31', customers: 366, products: 139, segmentsOf: 'now' },
  ways: ways.map(([way, hit]) => foretelling(way, hit)),
  comparisons: [
    { first: 'best sellers', second: 'share', difference: -0.27, error: 0.028 },
    { first: 'own purchases', second: 'share', difference: -0.1, error: 0.027 },
  ],
  segments: [
    { segment: 's1', customers: 300, ways: ways.map(([way, hit]) => foretelling(way, hit)) },
    { segment: null, customers: 66, ways: ways.map(([way]) => foretelling(way, 0.125)) },
  ],
};

const given = (fitted: object, offers: object[] = []) => ({
  ...company,
  'models.fitted': [
    ...company['models.fitted'],
    {
      ...{ model: 'next_product', name: 'next_product', run_id: '2026-02-01T020000Z-0001' },
      fitted: JSON.stringify({ options: { on_sale_days: 180 }, holdout, reason: null, used: 'share', ...fitted }),
    },
  ],
  'marts.customer': offers as Record<string, string>[],
});

const offer = (customer: string, segment: string | null, product: string, reason: string) => ({
  ...{ frequency: 1, recency_days: 1, monetary: 1, profit: 1, net_revenue: 1 },
  ...{ customer_id: customer, segment, next_product_id: product, next_product: `<${product}>`, next_product_reason: reason }, // prettier-ignore
});

describe('what to offer next', () => {
  it('is told by segment with the commonest reason, and how well it was foretold', async () => {
    const offers = [
      offer('a', 's1', 'cup', 'why 2'),
      offer('b', 's1', 'cup', 'why 1'),
      offer('c', 's1', 'cup', 'why 2'),
      ...['pot', 'rug', 'tea'].map((product) => offer(product, 's1', product, 'why')),
      offer('d', null, 'rug', 'why'),
    ];
    const { textOf, document } = await reportOf(given({}, offers));
    expect(textOf('#offers .finding')).toBe(
      'Of 100 customers who bought again, 58 bought one of the five products foretold; by the list of best sellers 31, by what they had bought most often 48.',
    );
    const [first, second, third] = [...document.querySelectorAll('#offers table')].map((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    expect(first!.map((row) => row.slice(1))).toEqual([
      ['<cup>', '3', 'why 2'],
      ['<pot>', '1', 'why'],
      ['<rug>', '1', 'why'],
      ['<rug>', '1', 'why'],
    ]);
    expect(first!.at(-1)![0]).toBe('No segment');
    expect(second![0]).toEqual(['Share of buyers', '58.0%', '1.0%', '68.0%', '0.193', '0.290', '25.0%', '50.0%']);
    expect(third!.map((row) => row.slice(1))).toEqual([
      ['300', '58%', '31%', '48%', 'yes'],
      ['66', '13%', '13%', '13%', 'yes'],
    ]);
    expect(textOf('#offers .points')).toContain(
      '27.0 (± 2.8) more customers of 100 than the best sellers, 10.0 (± 2.7)',
    );
    expect(textOf('#offers')).toContain('by the segment they are in now, which also follows from what they bought');
  });

  it('is not told where no rule beats the simple lists, but how it went', async () => {
    const { textOf, document } = await reportOf(given({ used: null, reason: { kind: 'not better' } }));
    expect(textOf('#offers .finding')).toBe(
      'Nobody is foretold a product, as products that go together do no better than simple lists. Of 100 customers who bought again, 31 bought one of the five best sellers, 48 one of five they had bought most often, and 58 one of five by the best rule.',
    );
    expect(document.querySelectorAll('#offers table')).toHaveLength(2);
    expect(textOf('#offers .points')).not.toContain('The rule in use');
  });

  it('says what is missing where it could not be measured', async () => {
    const finding = async (reason: object): Promise<string> =>
      (await reportOf(given({ holdout: null, used: null, reason }))).textOf('#offers .finding');
    expect(await finding({ kind: 'few customers', customers: 12, least: 50 })).toMatch(/at least 50 .*; 12 did\.$/);
    expect(await finding({ kind: 'few products', products: 1, least: 20 })).toMatch(/at least 20 .* there were 1\.$/);
    expect(await finding({ kind: 'no purchases' })).toMatch(/no customer has bought a product that is known\.$/);
  });
});
