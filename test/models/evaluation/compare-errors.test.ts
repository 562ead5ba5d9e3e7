import { expect, it, onTestFinished } from 'vitest';
import { compareErrors } from '../../../src/models/evaluation/compare-errors.ts';
import { raw } from '../../../src/sql/sql.ts';
import { open } from '../support.ts';

const forecasts = [
  [0.9, 0.6, true],
  [0.8, 0.7, true],
  [0.35, 0.5, false],
  [0.6, 0.65, true],
  [0.2, 0.4, false],
  [0.1, 0.05, false],
  [0.7, 0.45, false],
] as const;

it('compares two forecasts by the paired differences of their squared errors', async () => {
  const engine = await open();
  onTestFinished(() => engine.close());
  const rows = forecasts.map(([first, second, hit]) => `(${first}::double, ${second}::double, ${hit})`);
  const forecast = (columns: string) => raw(`select ${columns}, hit from (values ${rows.join(', ')}) as t (a, b, hit)`);
  const apart = forecasts.map(([a, b, hit]) => (a - Number(hit)) ** 2 - (b - Number(hit)) ** 2);
  const mean = apart.reduce((sum, one) => sum + one, 0) / apart.length;
  const variance = apart.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (apart.length - 1);
  const found = await compareErrors(engine, forecast('a as first, b as second'));
  expect(found.difference).toBeCloseTo(mean, 8);
  expect(found.error).toBeCloseTo(Math.sqrt(variance / apart.length), 8);
  // 2 (1 − Φ(|z|)), by scipy.stats.norm
  expect(found.p).toBeCloseTo(0.7743232741, 7);
  const other = await compareErrors(engine, forecast('b as first, a as second'));
  expect([other.difference, other.error, other.p]).toEqual([-found.difference, found.error, found.p]);
  expect(await compareErrors(engine, forecast('a as first, a as second'))).toEqual({ difference: 0, error: 0, p: 1 });
});
