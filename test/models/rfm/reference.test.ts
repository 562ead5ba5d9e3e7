import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { rfmSegments, segmentOf } from '../../../src/models/rfm/segments.ts';
import { open } from '../support.ts';
import { referenceLevel, referenceScore, referenceScores, type Measured } from './reference.ts';
import { measured, scored } from './scoring.ts';
import { isFull } from '../../support/full.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

/** Customers with many equal values, few equal values, or all alike. */
const customers = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }))
  .chain(([days, orders, amounts]) =>
    fc
      .array(
        fc.record({
          recency: fc.integer({ min: 1, max: days }),
          frequency: fc.integer({ min: 1, max: orders }),
          monetary: fc.integer({ min: -amounts, max: amounts }).map((cents) => cents / 4),
        }),
        { minLength: 1, maxLength: 150 },
      )
      .map((rows): Measured[] => rows.map((row, i) => ({ id: `c${i}`, ...row }))),
  );
const tenThousandths = fc.oneof(fc.constant(0), fc.constant(10_000), fc.integer({ min: 0, max: 1_000_000 }));
const weights = fc
  .tuple(tenThousandths, tenThousandths, tenThousandths)
  .filter((all) => all.some((weight) => weight > 0));

describe.each(['independent', 'nested'] as const)('%s RFM in SQL', (binning) => {
  it.runIf(isFull)('is what the reference says of customers with many ties, for every number of bins', async () => {
    await fc.assert(
      fc.asyncProperty(customers, fc.integer({ min: 2, max: 10 }), weights, async (people, bins, parts) => {
        await measured(engine, people);
        const [recency, frequency, monetary] = parts.map((part) => part / 10_000) as [number, number, number];
        const { rows } = await scored(engine, { bins, binning, weights: { recency, frequency, monetary } });
        expect(rows.size).toBe(people.length);
        for (const { id, scores, places } of referenceScores(people, bins, binning === 'nested')) {
          const row = rows.get(id)!;
          expect([row.recency_score, row.frequency_score, row.monetary_score]).toEqual(scores);
          expect(row.rfm_score).toBe(referenceScore(places, parts, bins));
          const [r, f, m] = places.map(referenceLevel) as [number, number, number];
          expect(row.rfm_segment).toBe(segmentOf(r, f, m));
          expect(rfmSegments.map(({ segment }) => segment as string)).toContain(row.rfm_segment);
        }
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('gives equal customers of one cell equal scores, and more never a lower one', async () => {
    await fc.assert(
      fc.asyncProperty(customers, fc.integer({ min: 2, max: 10 }), async (people, bins) => {
        await measured(engine, people);
        const { rows } = await scored(engine, { bins, binning });
        for (const a of people) {
          for (const b of people) {
            const [x, y] = [rows.get(a.id)!, rows.get(b.id)!];
            if (a.recency >= b.recency) expect(x.recency_score).toBeLessThanOrEqual(y.recency_score);
            const nested = binning === 'nested';
            if ((!nested || x.recency_score === y.recency_score) && a.frequency <= b.frequency) {
              expect(x.frequency_score).toBeLessThanOrEqual(y.frequency_score);
            }
            const oneCell = x.recency_score === y.recency_score && x.frequency_score === y.frequency_score;
            if ((!nested || oneCell) && a.monetary <= b.monetary) {
              expect(x.monetary_score).toBeLessThanOrEqual(y.monetary_score);
            }
          }
        }
      }),
      { seed: 4, numRuns: 15 },
    );
  });
});

describe('the reference', () => {
  const one = (id: string, recency: number, frequency: number, monetary: number): Measured => ({
    id,
    recency,
    frequency,
    monetary,
  });

  it('is right where a person can tell', () => {
    // Ten customers: recency 1 … 10, frequency 1 for eight of them. Halves: recency 1 … 5 is score 2.
    const ten = Array.from({ length: 10 }, (_, i) => one(`c${i + 1}`, i + 1, i === 0 || i === 9 ? 9 : 1, i));
    const nested = referenceScores(ten, 2, true);
    expect(nested.map(({ scores }) => scores[0])).toEqual([2, 2, 2, 2, 2, 1, 1, 1, 1, 1]);
    // Within each half the median of frequency is its minimum, so the bin of the lowest holds both ends: the middle.
    expect(new Set(nested.map(({ scores }) => scores[1]))).toEqual(new Set([2]));
    expect(new Set(nested.map(({ places }) => places[1]!.join('/')))).toEqual(new Set(['1/2']));
    expect(nested.map(({ scores }) => scores[2])).toEqual([1, 1, 1, 2, 2, 1, 1, 1, 2, 2]);
    expect(
      referenceScore(
        [
          [1, 2],
          [0, 4],
          [4, 4],
        ],
        [10_000, 10_000, 10_000],
        5,
      ),
    ).toBe(3);
    expect(
      referenceScore(
        [
          [1, 4],
          [0, 4],
          [1, 4],
        ],
        [20_000, 0, 10_000],
        5,
      ),
    ).toBe(2);
    expect(
      referenceScore(
        [
          [1, 2],
          [0, 1],
          [0, 1],
        ],
        [10_000, 10_000, 10_000],
        2,
      ),
    ).toBe(1.1667);
  });
});
