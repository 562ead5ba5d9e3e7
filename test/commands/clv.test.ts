import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { ClvReport } from '../../src/models/clv/describe.ts';
import type { FittedClv } from '../../src/models/clv/fitted.ts';
import { clvScoreColumns } from '../../src/models/clv/score.sql.ts';
import { uniformStream } from '../../src/math/random.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { sharedFolder, temporaryFolder } from '../support/running.ts';
import { makeStore } from '../support/store.ts';

type Outcome = RecordingEffects & { readonly code: number };

async function bezero(folder: string, ...argv: readonly string[]): Promise<Outcome> {
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
  return { ...effects, code: await main(argv, effects) };
}

interface Told {
  readonly source: string;
  readonly asOf: string;
  readonly report: ClvReport;
  readonly model: FittedClv;
}

const jsonOf = ({ printed }: Outcome) => JSON.parse(printed.join('')) as Told;

const dayOf = (i: number): string => new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10);

/** Orders of customers who buy at rates of their own for a while: `client,when,total`; some come back. */
function orders(): string[] {
  const uniform = uniformStream(5, 1);
  const rows: string[] = [];
  for (let i = 0; i < 260; i++) {
    const [start, rate, worth] = [Math.floor(150 * uniform()), 0.002 + 0.06 * uniform() ** 3, 10 + 90 * uniform() ** 2];
    const end = start + 600 * uniform();
    const id = i === 7 ? '=1+cmd' : `c${String(i).padStart(3, '0')}`;
    for (let day = start; day < 540; day++) {
      if (day > start && (day > end || uniform() > rate)) continue;
      rows.push(`${id},${dayOf(day)},${(worth * (0.5 + uniform())).toFixed(2)}`);
      if (uniform() < 0.03) rows.push(`${id},${dayOf(day + 1)},-5.00`);
    }
  }
  return rows;
}

const folder = sharedFolder();
beforeAll(() => {
  writeFileSync(join(folder, 'orders.csv'), `${['client,when,total', ...orders()].join('\n')}\n`);
});

const named = ['--customer', 'client', '--date', 'when', '--amount', 'total', '--bootstrap', '10'] as const;

describe('bezero clv', () => {
  it('prints rules, parameters, totals, the holdout with its grade, and the customers worth most', async () => {
    const { code, printed, said } = await bezero(
      folder,
      'clv',
      'orders.csv',
      ...named,
      '--margin',
      '30%',
      '--scores',
      'scores.csv',
    );
    const text = printed.join('\n');
    expect(code).toBe(0);
    expect(text).toMatch(/^orders\.csv: 260 customers, \d+ bought again, [\d,]+ repeat purchases from 2025-01-01 to/);
    expect(text).toMatch(
      /purchases of one day are one; returns \(on \d+ days of customers\) are taken off the purchase they follow/,
    );
    expect(text).toContain('times are in weeks; a month is 30.4375 days');
    expect(text).toMatch(/^BG\/NBD +r +[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+$/m);
    expect(text).toMatch(/^ +gamma +[\d.]+/m);
    expect(text).toMatch(/BG\/NBD: ln L −[\d,.]+ of 260 customers; converged after \d+ iterations/);
    expect(text).toMatch(
      /lifetime value +[\d,.]+ \([\d,.]+ to [\d,.]+\), in margin \(30\.0% of the spend\), discounted at 10\.0% per year/,
    );
    expect(text).toMatch(/^Holdout: learnt up to 2025-\d\d-\d\d, foretold to 2026-\d\d-\d\d/m);
    expect(text).toMatch(/^BG\/NBD +[\d,.]+ +−?[\d.]+% +[\d.]+ /m);
    expect(text).toMatch(/^pace so far +[\d,.]+ +−?[\d.]+% /m);
    expect(text).toMatch(/^pace so far: everyone goes on buying as often as before, times [\d.]+%, the share of/m);
    const horizon = new Date(Date.parse(/ to (\d{4}-\d\d-\d\d)$/m.exec(text)![1]!) + 365.25 * 86_400_000).toISOString();
    const dated = readFileSync(join(folder, 'scores.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').at(-2)!);
    expect(dated.some((day) => day === '')).toBe(true);
    expect(dated.every((day) => day <= horizon)).toBe(true);
    expect(text).toMatch(/^Grade [ABC]: of the 52 customers worth most/m);
    expect(text).toMatch(/^Worth most, in margin/m);
    // What is too little is said before the fit, and once more below the figures.
    const few = 'too few customers (260): at least 500 are needed for figures that can be relied on';
    expect(said.findIndex((line) => line.includes(few))).toBeLessThan(
      said.findIndex((line) => line.includes('fitting')),
    );
    expect(text).toContain(`note: ${few}`);
  });

  it('gives programs everything, in JSON, every customer, in a file, and people a page', async () => {
    const flags = ['--unit', 'day', '--horizon', '26 weeks', '--discount', '1% per month', '--holdout', '26w'];
    const files = ['--scores', 'scores.csv', '--report', 'clv.html'];
    const run = await bezero(folder, 'clv', 'orders.csv', ...named, ...flags, ...files, '--json');
    expect(run.code).toBe(0);
    const { source, asOf, report, model } = jsonOf(run);
    expect([source, model.purchases.unit, model.options.horizon]).toEqual([
      'orders.csv',
      'day',
      { length: 26, unit: 'week' },
    ]);
    expect(model.options.discount).toEqual({ rate: 0.01, per: 'month' });
    expect([model.validation!.holdoutDays, model.validation!.asOf]).toEqual([182, asOf]);
    expect(report.parameters.map(({ parameter }) => parameter)).toEqual(['r', 'alpha', 'a', 'b', 'p', 'q', 'gamma']);
    const [header, ...lines] = readFileSync(join(folder, 'scores.csv'), 'utf8').trim().split('\n');
    const columns = header!.split(',');
    expect(columns).toEqual(Object.keys(clvScoreColumns));
    expect(lines).toHaveLength(260);
    const sum = lines.reduce((total, line) => total + Number(line.split(',')[columns.indexOf('lifetime_value')]), 0);
    expect(Math.abs(sum - model.totals.value.value)).toBeLessThan(260 * 5.1e-5);
    expect(run.said.join('\n')).toContain('no cost is known, so value is in spend; --margin 30% makes it margin');
    const page = readFileSync(join(folder, 'clv.html'), 'utf8');
    expect(page).toMatch(/<h1>[\d,]+ of spend to come from 260 customers in 26 weeks<\/h1>/);
    expect(page).toContain(`Grade <strong>${model.validation!.top.grade}</strong>`);
    expect(page).toContain('no cost is known, so value is in spend');
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('weeks and days give one value; drop-zero, dropped returns and another model are heard', async () => {
    const at = async (...flags: string[]) =>
      jsonOf(await bezero(folder, 'clv', 'orders.csv', ...named, '--holdout', 'none', '--json', ...flags)).model;
    const [weeks, days] = [await at('--unit', 'week'), await at('--unit', 'day')];
    expect(Math.abs(weeks.totals.value.value / days.totals.value.value - 1)).toBeLessThan(1e-5);
    expect(weeks.purchases.parameters['alpha']! * 7).toBeCloseTo(days.purchases.parameters['alpha']!, 3);
    const dropped = await at('--returns', 'drop', '--model', 'mbgnbd', '--drop-zero');
    expect(dropped.facts.spend).toBeGreaterThan(weeks.facts.spend);
    expect([dropped.purchases.asked, dropped.validation]).toEqual(['mbgnbd', null]);
  });

  it('reads the orders of a release, with its margin and the options it was valued by', async () => {
    const rows = orders().map((row, i) => {
      const [id, day, total] = row.split(',') as [string, string, string];
      return `('o${i}', '${id}', date '${day}', ${total}, ${Number(total) > 0})`;
    });
    const options = { model: 'mbgnbd', horizon: { length: 6, unit: 'month' }, margin: 0.9 };
    const stored = { model: 'clv', options, costs: { known: 1 } };
    const store = await makeStore(temporaryFolder(), {
      'warehouse.customer_order': `select order_id, customer_id, purchased_on, is_purchase,
          cast(greatest(total, 0) + 1 as decimal(18, 4)) as sold_amount, cast(1 as decimal(18, 4)) as sold_discount,
          cast(total as decimal(18, 4)) as net_amount, cast(1 as decimal(18, 4)) as shipping, 0 as lines_without_cost,
          cast(total * 0.5 as decimal(18, 4)) as cost, cast(total * 0.1 + 1 as decimal(18, 4)) as fulfilment
        from (values ${rows.join(', ')}) as made (order_id, customer_id, purchased_on, total, is_purchase)`,
      'warehouse.setting': `select date '2026-06-24' as as_of, 'EUR' as currency`,
      'models.fitted': `select 'clv' as model, '${JSON.stringify(stored)}' as fitted`,
    });
    const run = await bezero(folder, 'clv', '--store', store, '--bootstrap', '0', '--json');
    expect([run.code, run.said.filter((line) => /error/i.test(line))]).toEqual([0, []]);
    const { model } = jsonOf(run);
    expect(model.options.margin).toBeCloseTo(0.4, 4);
    expect([model.purchases.asked, model.options.horizon]).toEqual(['mbgnbd', { length: 6, unit: 'month' }]);
    expect(run.said.join('\n')).toContain('what is not given here is as in the step clv of the pipeline');
    const file = await bezero(
      folder,
      'clv',
      'orders.csv',
      ...named,
      '--as-of',
      '2026-06-24',
      '--model',
      'mbgnbd',
      '--margin',
      '40%',
      '--json',
    );
    expect(model.purchases.parameters).toEqual(jsonOf(file).model.purchases.parameters);
    expect(model.facts).toEqual(jsonOf(file).model.facts);
  });

  it.each([
    [['--horizon', '12'], '--horizon must be a length of time with its unit, like "12 months" or 52w, got "12"'],
    [
      ['--discount', '10%'],
      '--discount must be a rate with its period, like "10% per year" or "1% per month", or 0, got "10%"',
    ],
    [['--margin', '130%'], '--margin must be a share of the spend above 0, like 30% or 0.3, got "130%"'],
    [
      ['--holdout', '3 months'],
      '--holdout must be auto, none, whole weeks or days like 39w or 90d, or the last day that is learnt from, like 2026-03-31, got "3 months"',
    ],
    [['--bootstrap', 'many'], '--bootstrap must be a whole number of replicates from 0 to 10000, got "many"'],
    [['--model', 'bg'], '--model must be one of bgnbd, mbgnbd, pareto, got "bg"'],
    [['--unit', 'year'], '--unit must be one of day, week, month, got "year"'],
    [
      ['--holdout', '2026-12-31'],
      'clv: the holdout must begin at least 14 days after the first purchase, on 2025-01-01, and before 2026-06-24; the calibration would end on 2026-12-31',
    ],
  ])('%j is refused', async (flags, sentence) => {
    const { code, said, printed } = await bezero(
      folder,
      'clv',
      'orders.csv',
      ...named,
      '--as-of',
      '2026-06-24',
      ...flags,
    );
    expect(said).toContain(sentence);
    expect([code, printed]).toEqual([2, []]);
  });
});
