import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { fitKmeans } from '../../src/models/kmeans/fit.ts';
import { kmeansOptions } from '../../src/models/kmeans/options.ts';
import { placeCriteria } from '../../src/reports/charts/criteria.ts';
import { parseChoice, type KChoice } from '../../src/reports/data/choice.ts';
import { Choice } from '../../src/reports/sections/segments/choice.tsx';
import { sql } from '../../src/sql/sql.ts';
import { formatFor } from '../../src/text/format.ts';
import { messagesFor } from '../../src/text/messages.ts';
import { choice } from './given-segments.ts';

const f = formatFor('en', 'EUR');
const words = { t: messagesFor(f), f };

/** What the part of the page says, without marks. */
const said = (of: KChoice): string =>
  renderToString(h(Choice, { words, choice: of }))
    .replaceAll(/<svg[^]*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const given: KChoice = choice;
const among = (judge: (k: number) => { stable: boolean; largeEnough: boolean }): KChoice => ({
  ...given,
  criteria: given.criteria.map((one) => {
    const { stable, largeEnough } = judge(one.k);
    return { ...one, stable, largeEnough, admissible: stable && largeEnough };
  }),
});

describe('how the number of segments was chosen', () => {
  it('is said with the rule, the sample, and what of every k', () => {
    const text = said(given);
    expect(text).toContain(
      'Of the 2 numbers from 2 to 6 whose segments are all stable and hold at least 2% of the customers, 3 separates the customers best: its mean silhouette is 0.42',
    );
    expect(text).toContain('of a sample of 4,096 customers');
    expect(text).toContain(`The rule: ${given.rule}.`);
    expect(text).toMatch(/ 3 0\.420 0\.97 0\.91 770\.0 0\.800 0\.750 ± 0\.010 25\.0% yes chosen /);
    expect(text).toMatch(/ 4 0\.550 .* no: not stable 5 0\.570 .* no: a segment is too small 6 .* no: not stable, and/);
  });

  it('is told otherwise where one alone can be chosen, or none', () => {
    expect(said(among((k) => ({ stable: k === 3, largeEnough: true })))).toContain('3 is the only number from 2 to 6');
    const unstable = among(() => ({ stable: false, largeEnough: true }));
    expect(said({ ...unstable, chosen: 5, ruled: 5 })).toContain('take them as a rough division. 5 separates');
    const small = among(() => ({ stable: true, largeEnough: false }));
    expect(said({ ...small, chosen: 5, ruled: 5 })).toContain(
      'Every number from 2 to 6 has a segment with less than 2%',
    );
  });

  it('does not claim the rule where another k is kept', () => {
    expect(said({ ...given, chosen: 2 })).toContain(
      '2 are kept, with a silhouette of 0.31 . Chosen afresh by the rule, it would be 3',
    );
  });

  it('tells of the number in use before, and of those that were better', () => {
    const contest = { incumbent: 2, needed: 3, margin: 0.02, lost: null, challengers: [] };
    const challengers = [{ k: 3, refits: 2 }];
    expect(said({ ...given, chosen: 2, contest: { ...contest, challengers } })).toContain(
      'Another number follows after 3 refits in a row; so far, 3 was better in 2.',
    );
    expect(said({ ...given, chosen: 2, contest })).toContain(
      'when its silhouette is larger by 0.02 in 3 refits in a row',
    );
    expect(said({ ...given, contest: { ...contest, challengers: [{ k: 3, refits: 3 }] } })).toContain(
      'It follows 2 : it was better in 3 refits in a row.',
    );
    expect(
      said({ ...given, contest: { ...contest, incumbent: 9, lost: { code: 'outOfRange', from: 2, to: 6 } } }),
    ).toContain('Before, there were 9 : that number is not among 2 to 6.');
    expect(said({ ...given, contest: { ...contest, incumbent: 3 } })).not.toMatch(/follow|Before/);
  });

  it('draws each criterion on a scale of its own, and writes the best and the chosen', () => {
    const row = (up: boolean) => ({ key: 'a', label: '', up, write: String, points: [2, 3, 4].map((k) => ({ k, value: 10 * k, error: k === 4 ? 10 : 0, admissible: true })) }); // prettier-ignore
    expect(placeCriteria([row(true)], 2).map(({ y, low, high, text }) => [y, low, high, text])).toEqual([
      [0, 0, 0, '20'],
      [1 / 3, 1 / 3, 1 / 3, ''],
      [2 / 3, 1 / 3, 1, '40'],
    ]);
    expect(placeCriteria([row(false)], 3).map(({ text }) => text)).toEqual(['20', '30', '']);
  });

  it('is read from a model as it is stored; nothing where k was given', async () => {
    const engine = await openDuckdb();
    await engine.create(
      'features.customer',
      sql`select cast(i as varchar) as customer_id, (i % 4) * 10 + (i % 7) * 0.1 as a, (i % 2) * 10 + (i % 5) * 0.1 as b
        from generate_series(1, 200) as row (i)`,
    );
    const fit = async (k: unknown): Promise<unknown> =>
      JSON.parse(
        JSON.stringify(
          await fitKmeans(engine, kmeansOptions.parse({ k, features: ['a', 'b'] }), { asOf: '2026-01-31' }),
        ),
      );
    const found = parseChoice(await fit('auto'))!;
    expect(found.chosen).toBe(4);
    expect(found.criteria.map(({ k }) => k)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(said(found)).toContain('sample of 200 customers');
    expect(parseChoice(await fit(4))).toBeNull();
    await engine.close();
  });
});
