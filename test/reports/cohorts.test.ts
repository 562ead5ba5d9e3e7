import { describe, expect, it } from 'vitest';
import { readCohorts } from '../../src/reports/data/cohorts.ts';
import { cohortRows } from './given-segments.ts';
import { company, reportOf, warehouseOf } from './support.ts';

const only = { 'marts.total': company['marts.total'] };

/** A table of the cohort chart as text. */
function tableOf(document: Document, which: number): string[][] {
  const figure = [...document.querySelectorAll('#rfm figure')].find((one) => one.textContent.includes('come back'))!;
  const table = [...figure.querySelectorAll('table')][which]!;
  return [...table.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent));
}

describe('cohorts', () => {
  const cohorts = { '2025-11-01': [40, 10, 0], '2025-12-01': [20, 8], '2026-01-01': [40] };

  it('leave months that are not seen empty, and tell 0 where nobody bought', async () => {
    const { document, textOf } = await reportOf({ ...only, 'marts.cohort': cohortRows(cohorts, 50) });
    expect(tableOf(document, 0)).toEqual([
      ['First bought in', 'Customers', '1', '2'],
      ['Nov 2025', '40', '25', '0'],
      ['Dec 2025', '20', '40', ''],
      ['Jan 2026', '40', '', ''],
      ['All cohorts seen that long', '', '30', '0'],
    ]);
    expect(tableOf(document, 1).slice(1)).toEqual([
      ['Nov 2025', '40', '€50.00', '€62.50'],
      ['Dec 2025', '20', '€50.00', '€70.00'],
      ['Jan 2026', '40', '€50.00', ''],
      ['All cohorts seen that long', '', '€50.00', '€65.00'],
    ]);
    expect(textOf('#rfm')).toContain('30% of the customers bought again; 2 months after it, 0% did.');
    expect(textOf('#rfm')).not.toContain('not over yet');
  });

  it('count a month that is not over for no sentence, and mark it', async () => {
    const rows = cohortRows(cohorts, 50, '2026-01-01');
    const { textOf, document } = await reportOf({ ...only, 'marts.cohort': rows });
    expect(textOf('#rfm')).toContain('25% of the customers bought again.');
    expect(textOf('#rfm .legend')).toContain('the month is not over yet');
    const figure = [...document.querySelectorAll('#rfm figure')].find((one) => one.textContent.includes('come back'))!;
    expect(figure.querySelectorAll('.wide g[stroke-dasharray] rect')).toHaveLength(2);
  });

  it('are the latest 24, while the averages are of all', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 36 }, (_, i) => [
        `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`,
        Array.from({ length: 36 - i }, (_, period) => (period === 0 ? 10 : i < 12 ? 5 : 2)),
      ]),
    );
    const given = { ...only, 'marts.cohort': cohortRows(many, 10) };
    const data = await readCohorts(await warehouseOf(given));
    expect(data.cohorts).toBe(36);
    expect(new Set(data.cells.map((cell) => cell.cohort_month)).size).toBe(24);
    expect(data.cells[0]!.cohort_month).toBe('2024-01-01');
    expect(data.periods.at(1)).toEqual({
      period: 1,
      cohorts: 35,
      customers: 350,
      active_customers: 60 + 46,
      brought: 13.028571428571428,
    });
    expect((await reportOf(given)).textOf('#rfm')).toContain('The map shows the latest 23 of 36 months');
  });

  it('are nothing in the first month of a company', async () => {
    const given = { ...only, 'marts.cohort': cohortRows({ '2026-01-01': [10] }, 50) };
    expect((await reportOf(given)).textOf('#rfm')).not.toContain('come back');
  });
});
