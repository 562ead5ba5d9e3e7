import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import type { PurchaseModel } from '../../../src/models/clv/fit-purchases.ts';
import type { History } from '../../../src/models/clv/histories.ts';
import {
  discountedPurchases,
  expectedOfNew,
  expectedPurchases,
  probabilityAlive,
  residualPurchases,
} from '../../../src/models/clv/predict.ts';
import { forceOfDiscount, scheduleOf } from '../../../src/models/clv/schedule.ts';
import { inUnit, meanMonth, span, type Unit } from '../../../src/models/clv/unit.ts';

function model<U extends Unit>(unit: U, days: number): PurchaseModel<U> {
  return {
    ...{ family: 'bgnbd', asked: 'bgnbd', unit, customers: 2357, covariance: null },
    parameters: { r: 0.2425945, alpha: (4.4136019 * 7) / days, a: 0.7929199, b: 2.4258881 },
    logLikelihood: -9582.429,
    convergence: { iterations: 1, converged: true, reason: '', starts: 1, agreed: 1 },
    remarks: [],
  };
}

const weekly = model('week', 7);
const daily = model('day', 1);
const inWeeks: History<'week'> = { unit: 'week', repeats: 2, recency: 30.43, age: 38.86 };
const inDays: History<'day'> = { unit: 'day', repeats: 2, recency: 30.43 * 7, age: 38.86 * 7 };

describe('units', () => {
  it('give the same figures in days as in weeks', () => {
    const monthly = { rate: 0.01, per: 'month' } as const;
    expect(probabilityAlive(daily, inDays)).toBeCloseTo(probabilityAlive(weekly, inWeeks), 12);
    const days = expectedPurchases(daily, inDays, span(273, 'day'));
    expect(days).toBeCloseTo(expectedPurchases(weekly, inWeeks, span(39, 'week')), 12);
    const year = span(12, 'month');
    expect(discountedPurchases(daily, inDays, scheduleOf(year, monthly, 'day'))).toBeCloseTo(
      discountedPurchases(weekly, inWeeks, scheduleOf(year, monthly, 'week')),
      12,
    );
    expect(residualPurchases(daily, inDays, monthly)).toBeCloseTo(residualPurchases(weekly, inWeeks, monthly), 9);
  });

  it('cannot be mixed: the compiler refuses it, and so do JSON and JavaScript', () => {
    const refused = /^clv: .* must be in weeks, as the model is; it is in days: convert it first$/;
    // @ts-expect-error days for a model in weeks
    expect(() => expectedPurchases(weekly, inWeeks, span(39, 'day'))).toThrow(refused);
    // @ts-expect-error a history in days for a model in weeks
    expect(() => probabilityAlive(weekly, inDays)).toThrow(ConfigError);
    const schedule = scheduleOf(span(1, 'month'), { rate: 0, per: 'year' }, 'day');
    // @ts-expect-error a schedule in days for a model in weeks
    expect(() => discountedPurchases(weekly, inWeeks, schedule)).toThrow(refused);
    // @ts-expect-error a new customer after days, for a model in weeks
    expect(() => expectedOfNew(weekly, span(52, 'day'))).toThrow(refused);
    expect(expectedOfNew(weekly, inUnit(span(364, 'day'), 'week', meanMonth))).toBe(
      expectedOfNew(weekly, span(52, 'week')),
    );
  });

  it('have one open length, that of a month: 365.25 / 12 days where none is said', () => {
    expect(inUnit(span(1, 'month'), 'week', meanMonth).length).toBeCloseTo(4.348214, 6);
    expect(inUnit(span(12, 'month'), 'day', meanMonth).length).toBeCloseTo(365.25, 12);
    expect(inUnit(span(2, 'week'), 'day', meanMonth)).toEqual({ unit: 'day', length: 14 });
  });
});

describe('a schedule', () => {
  it('has a step a month, and the rest at the end; a year of 10 % is twelve months of 0.797 %', () => {
    const { ends, factors } = scheduleOf(span(100, 'day'), { rate: 0.1, per: 'year' }, 'day');
    expect(ends).toEqual([30.4375, 60.875, 91.3125, 100]);
    expect(factors[0]).toBeCloseTo(1.1 ** (-1 / 12), 14);
    expect(factors[3]).toBeCloseTo(1.1 ** (-100 / 365.25), 14);
    expect(scheduleOf(span(12, 'month'), { rate: 0.1, per: 'year' }, 'week').ends).toHaveLength(12);
  });

  it('knows the period of a rate', () => {
    const yearly = forceOfDiscount({ rate: 0.1, per: 'year' }, 'month');
    expect(yearly).toBeCloseTo(Math.log(1.1) / 12, 14);
    expect(forceOfDiscount({ rate: 0.01, per: 'week' }, 'day')).toBeCloseTo(Math.log(1.01) / 7, 14);
  });
});
