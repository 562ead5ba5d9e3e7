import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/reports/data/index.ts';
import { bestFifth, costliestSegment, losingSegment, quietCustomers, topSegment } from '../../src/reports/findings.ts';
import { company, empty, warehouseOf } from './support.ts';

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
    // Recency 1 and 2, frequency 4 and 5: four cells of four customers.
    expect(quietCustomers(data)).toEqual({ customers: 16, monetary: 2 * 900 * (4 + 5) });
    expect(bestFifth(data)?.share).toBeCloseTo(0.518, 3);
  });

  it('are none without customers', async () => {
    const data = await readReport(await warehouseOf(empty));
    expect(topSegment(data)).toBeNull();
    expect(losingSegment(data)).toBeNull();
    expect(costliestSegment(data)).toBeNull();
    expect(quietCustomers(data)).toEqual({ customers: 0, monetary: 0 });
    expect(bestFifth(data)).toBeNull();
  });
});
