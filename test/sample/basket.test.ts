import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawOrder, tasteOf } from '../../src/sample/basket.ts';
import { rollFor } from '../../src/sample/random.ts';
import { segments } from '../../src/sample/segments.ts';

describe('an order', () => {
  it('has the lines that were asked for, and comes to its value to the cent', () => {
    fc.assert(
      fc.property(
        fc.nat(segments.length - 1),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 500_000 }),
        fc.constantFrom(0, 0.1, 0.12, 0.25, 0.35, 0.57),
        fc.nat(),
        (segment, lines, more, discountRate, seed) => {
          const value = 100 * lines + more;
          const order = drawOrder(rollFor(seed, 0), tasteOf(segments[segment]!), value, lines, discountRate);
          expect(order).toHaveLength(lines);
          const isSound = order.every(
            ({ units, unitPrice, discount }) =>
              units > 0 && unitPrice > 0 && discount >= 0 && discount < units * unitPrice,
          );
          expect(isSound).toBe(true);
          expect(order.reduce((sum, line) => sum + line.units * line.unitPrice - line.discount, 0)).toBe(value);
        },
      ),
      { numRuns: 1_000, seed: 20230102 },
    );
  });
});
