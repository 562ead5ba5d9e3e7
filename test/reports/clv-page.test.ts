import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { ClvPage } from '../../src/reports/clv/data.ts';
import { buildClvPage } from '../../src/reports/clv/page.tsx';
import { readClvSpread } from '../../src/reports/data/clv-spread.ts';
import { raw } from '../../src/sql/sql.ts';
import { model, page, validation } from './given-clv.ts';

const documentOf = (more: Partial<ClvPage> = {}) => {
  const html = buildClvPage({ ...page, ...more });
  const { document } = parseHTML(html);
  const textOf = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
  return { html, document, textOf };
};

const withValidation = (more: Partial<typeof validation> | null): Partial<ClvPage> => ({
  model: { ...model, validation: more === null ? null : { ...validation, ...more } },
});

describe('the page of a lifetime value', () => {
  it('comes to how well it foretells first, and says plainly where past spend does better', () => {
    const { document, textOf } = documentOf();
    const ids = [...document.querySelectorAll('main > section')].map(({ id }) => id);
    expect(ids).toEqual(['overview', 'notes', 'holdout', 'worth', 'alive', 'models', 'top', 'terms']);
    expect(textOf('#holdout .finding')).toBe(
      'Grade C: of the 180 customers who spent most after 31 March 2025, the model found 99 beforehand, and past spend 110 (−10%). ' +
        'Past spend does better: do not choose the best customers by this lifetime value, choose them by what they have spent.',
    );
    expect(textOf('#overview .tiles')).toContain('GradeCpast spend does better');
    const good = { ...validation.top, model: 120, gain: 0.0909, grade: 'A' as const };
    expect(documentOf(withValidation({ top: good })).textOf('#holdout .finding')).toContain('is clearly better than');
  });

  it('sets model, pace so far and what came side by side', () => {
    const { document, textOf } = documentOf();
    const rows = [...document.querySelectorAll('#holdout .block tbody tr')].map((row) => row.textContent);
    expect(rows).toEqual([
      'came200––––',
      'model, MBG/NBD190−5%0.4000.900−0.011',
      'pace so far, × 50.0% who went on260+30%0.5001.1000.067',
    ]);
    expect(textOf('#holdout')).toContain('190 purchases were foretold and 200 came: −5%.');
    expect(textOf('#holdout')).toContain('it would have been 260 (+30%)');
  });

  it('tracks purchases week by week, added up and alone, with the day up to which was learnt', () => {
    const { document } = documentOf();
    const [cumulated, weekly, frequency] = [...document.querySelectorAll('#holdout figure')];
    // The 12th week, up to 30 March, is the last that the model knew.
    expect(cumulated!.querySelector('p')!.textContent).toContain('260 came up to the last whole week and 273 were');
    expect(cumulated!.querySelector('svg')!.textContent).toContain('learnt up to 31 Mar');
    const rowsOf = (figure: Element) => [...figure.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rowsOf(cumulated!)[12]).toBe('136 April 2025260273.0+5%');
    expect(rowsOf(weekly!)[12]).toBe('136 April 20252021.0+5%');
    expect(weekly!.querySelector('p')!.textContent).toContain('In the 13 weeks of the holdout, up to 20 came in one');
    expect(rowsOf(frequency!).at(-1)).toBe('2+300301.52.2002.100');
  });

  it('says where nothing was held out, where nobody came, and where nobody stops', () => {
    expect(documentOf(withValidation(null)).textOf('#holdout')).toContain(
      'how well these figures foretell is not known',
    );
    const tracking = validation.tracking.map((week) => ({ ...week, actual: 0 }));
    const none = documentOf(withValidation({ actual: 0, tracking, spend: { actual: 0, expected: 5 } }));
    expect(none.textOf('#holdout')).toContain('190 purchases were foretold, and none came');
    const { pace } = page.population;
    const forever = documentOf({ population: { pace, stop: null }, correlation: null });
    expect(forever.textOf('#models')).toContain('nobody stops');
    expect(forever.textOf('#models')).toContain('most often, for 60% of them, it is 0 to 1.');
    for (const { html } of [none, forever]) expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it('tells what is spread how: over tenths, amounts and probabilities', () => {
    const { textOf, document } = documentOf();
    expect(textOf('#worth')).toContain(
      'The most valuable tenth hold 63% of the lifetime value, the less valuable half 21%',
    );
    expect(textOf('#worth')).toContain(
      'Half of the customers are worth 5.00 or less; the most valuable one is worth 90.00',
    );
    const bands = [...document.querySelectorAll('#worth figure:last-of-type tbody tr')].map((row) => row.textContent);
    expect([bands[0], bands[1], bands[10]]).toEqual([
      '0 to 190090.0%2,000',
      '1 to 200.0%0',
      '10 and more10010.0%10,000',
    ]);
    expect(textOf('#alive')).toContain(
      'About 600 of 1,000 are still customers. 300 customers have most likely stopped',
    );
  });

  it('shows what customers are called, never runs it, and defines every word that it links to', () => {
    const { html, document, textOf } = documentOf();
    expect(html.split('<script')).toHaveLength(2);
    expect(textOf('#top tbody th')).toBe('<script>alert(1)</script>');
    const links = [...document.querySelectorAll('thead a')].map((link) => link.getAttribute('href')!);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(document.querySelector(link), link).not.toBeNull();
    expect(documentOf({ currency: 'EUR' }).textOf('h1')).toBe(
      '€12,000 of margin to come from 1,000 customers in 12 months',
    );
  });
});

describe('how value is spread', () => {
  const opened = openDuckdb();
  afterAll(async () => (await opened).close());

  const spreadOf = async (rows: string) => {
    const engine = await opened;
    await engine.create('scores.given', raw(rows));
    return readClvSpread(engine, 'scores.given');
  };

  it('counts everybody once, with all of the value, and the least and the most likely in the outer bands', async () => {
    const spread = await spreadOf(
      `select 'c' || i as customer_id, i / 999 as p_alive, cast(i * i / 1000 as decimal(18, 4)) as lifetime_value from range(1000) as t (i)
        union all select 'p', null, null`,
    );
    const value = (999 * 1000 * 1999) / 6 / 1000;
    for (const rows of [spread.alive, spread.tenths, spread.bands]) {
      expect(rows.reduce((sum, row) => sum + row.customers, 0)).toBe(1000);
      expect(rows.reduce((sum, row) => sum + row.value, 0)).toBeCloseTo(value, 0);
    }
    expect(spread.alive.map(({ tenth }) => tenth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(spread.tenths[0]).toMatchObject({ customers: 100, least: 810, most: 998.001 });
    // The tenth that is worth most begins at 810, so the open band does at 1,000.
    expect([spread.width, spread.bands.length]).toEqual([100, 10]);
  });

  it('has a band of its own for who is worth less than nothing', async () => {
    const some = await spreadOf(
      `select 'c' || i as customer_id, 0.5 as p_alive, cast(10 * i - 15 as decimal(18, 4)) as lifetime_value from range(20) as t (i)`,
    );
    expect(some.bands[0]).toEqual({ band: -1, customers: 2, value: -20 });
    const rows = [...documentOf({ spread: some }).document.querySelectorAll('#worth tbody tr')].map(
      (row) => row.textContent,
    );
    expect(rows).toContainEqual(expect.stringMatching(/^below 02/));
  });

  it('is one band where nobody is worth anything, and none where nobody is valued', async () => {
    const nothing = await spreadOf(
      `select 'c' || i as customer_id, 0.0 as p_alive, cast(0 as decimal(18, 4)) as lifetime_value from range(20) as t (i)`,
    );
    expect(nothing.bands).toEqual([{ band: 0, customers: 20, value: 0 }]);
    expect(documentOf({ spread: nothing }).html).not.toMatch(/NaN|Infinity|undefined/);
    const nobody = await spreadOf(
      `select 'c' as customer_id, cast(null as double) as p_alive, cast(null as decimal(18, 4)) as lifetime_value`,
    );
    expect(nobody).toEqual({ alive: [], tenths: [], width: 1, bands: [] });
    expect(documentOf({ spread: nobody }).html).not.toMatch(/NaN|Infinity|undefined/);
  });
});
