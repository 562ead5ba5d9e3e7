import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/reports/data/index.ts';
import { quietSegments } from '../../src/reports/data/rfm.ts';
import { rfmSegments } from '../../src/models/rfm/segments.ts';
import { bestFifth, costliestSegment, losingSegment, quietCustomers, topSegment } from '../../src/reports/findings.ts';
import { knownCosts, knownShare, worthOf } from '../../src/reports/worth.ts';
import type { GivenRow } from '../support/given.ts';
import { company, empty, warehouseOf } from './support.ts';
import { isFull } from '../support/full.ts';

describe('findings', () => {
  it('are those of the company', async () => {
    const data = await readReport(await warehouseOf(company));
    expect(topSegment(data)?.segment).toBe('s1');
    expect(losingSegment(data)).toMatchObject({ segment: 's3', profit: -760 });
    expect(costliestSegment(data)).toMatchObject({
      segment: { segment: 's3' },
      cost: 'cost_to_serve',
      share: 4_000 / 7_200,
    });
    expect(quietCustomers(data)).toEqual({ customers: 16, spent: 9_000, segments: ['At risk', "Can't lose them"] });
    expect(bestFifth(data)?.share).toBeCloseTo(0.531, 3);
  });

  it('are none without customers', async () => {
    const data = await readReport(await warehouseOf(empty));
    expect(topSegment(data)).toBeNull();
    expect(losingSegment(data)).toBeNull();
    expect(costliestSegment(data)).toBeNull();
    expect(quietCustomers(data)).toEqual({ customers: 0, spent: 0, segments: [] });
    expect(bestFifth(data)).toBeNull();
  });
});

describe('quietSegments', () => {
  it('are the RFM segments of low recency and at least middling frequency and money, all of them', () => {
    const quiet = rfmSegments.filter(({ cells }) => cells.some((cell) => cell[0]! <= '2' && cell[1]! >= '3'));
    expect([...quietSegments].sort()).toEqual(quiet.map(({ segment }) => segment).sort());
    for (const { cells } of quiet) for (const cell of cells) expect(cell).toMatch(/^[12][345]$/);
  });
});

describe('what is known of costs', () => {
  const total = async (more: GivenRow) => {
    const rows = [{ ...company['marts.total'][0]!, ...more }];
    return (await readReport(await warehouseOf({ ...company, 'marts.total': rows }))).total;
  };
  const none = { cost_of_goods: 0, fulfilment: 0, cost_to_serve: 0, revenue_without_cost: 90_000 };

  it.runIf(isFull)('makes profit what the report ranks by, or net revenue', async () => {
    expect(worthOf({ total: await total(none) })).toBe('net_revenue');
    expect(worthOf({ total: await total({}) })).toBe('profit');
    for (const cost of ['cost_of_goods', 'fulfilment', 'cost_to_serve'] as const) {
      const known = await total({ ...none, [cost]: 1 });
      expect([cost, worthOf({ total: known }), knownCosts(known)]).toEqual([cost, 'profit', [cost]]);
    }
  });

  it('is also that goods cost nothing', async () => {
    const free = await total({ ...none, revenue_without_cost: 80_000 });
    expect(knownCosts(free)).toEqual(['cost_of_goods']);
    expect(knownShare(free)).toBeCloseTo(1 / 9, 12);
  });

  it('is a share from 0 to 1, whatever came back', async () => {
    expect(knownShare(await total({ revenue_without_cost: -500 }))).toBe(1);
    expect(knownShare(await total({ revenue_without_cost: 95_000 }))).toBe(0);
  });
});
