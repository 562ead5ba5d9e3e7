import { describe, expect, it } from 'vitest';
import { company, reportOf } from './support.ts';

const origin = (dimension: string, member: string, index: number | null) => ({
  ...{ dimension, member, people: 60, customers: 50, prospects: 10, best_customers: 5, lifetime_value: 9 },
  ...{ best_index: index, best_index_low: index && index - 30, best_index_high: index && index + 30 },
  ...{ profit_index: null, profit_index_low: null, profit_index_high: null },
});

const advice = (member: string, rank: number, expected: number, reason: string, cost: number) => ({
  ...{ dimension: 'source', member, rank, people: 60, is_enough: true, is_paid: cost > 0, reason },
  ...{ expected_value: expected, expected_value_low: expected - 10, expected_value_high: expected + 10 },
  ...{
    value_base: 100,
    profit_per_head: expected - 25,
    cost_per_head: cost,
    value_to_cost: cost > 0 ? 12.34 : null,
    observed_months: 24,
  },
  payback_months: reason === 'better' ? 3 : null,
});

const given = {
  ...company,
  'marts.origin': [
    origin('source', 'friend <b>', 150),
    origin('source', 'portal', 40),
    origin('region', 'Araba', null),
    origin('source', 'unknown', 500),
  ],
  'marts.advertise_next': [
    advice('walk in', 1, 160, 'better', 0),
    advice('friend <b>', 1, 150, 'better', 4),
    advice('portal', 2, 40, 'worse', 28),
    { ...advice('new one', 3, 900, 'too_few', 1), rank: null, is_enough: false },
  ],
};

describe('where customers come from', () => {
  it('says who finds the best customers, with intervals, as written by the data', async () => {
    const { textOf, document } = await reportOf(given);
    expect(textOf('#origins')).toContain(
      'People from friend <b> are 1.50 times as often among the best customers as everybody, people from portal 0.40 times.',
    );
    expect(textOf('#origins')).toContain('friend <b>Source6083.3%5150120 to 180––');
    expect(textOf('#origins')).toContain('ArabaRegion');
    expect(textOf('#origins')).not.toContain('500');
    expect(document.querySelectorAll('#origins figure svg')).toHaveLength(4);
  });

  it('says where to advertise next: first what costs something, with its payback; too few have no rank', async () => {
    const { textOf } = await reportOf(given);
    const text = textOf('#origins');
    expect(text).toContain('One more person from walk in is expected to be worth €160');
    expect(text).toContain(
      'friend <b> first: one more person from there is expected to be worth €150 (95% interval €140 to €160) after what finding them cost, which was €4.00 a head so far.',
    );
    expect(text).toContain(
      'Spend less on portal: one more person from there is expected to be worth €40.00 (95% interval €30.00 to €50.00), where the average is €100; finding them cost €28.00 a head.',
    );
    expect(text).toContain('Lifetime value to come is in it: the section on profit has profit so far alone.');
    expect(text).toContain('profit so far and lifetime value to come, per head');
    expect(text).toContain('1 source with fewer than 30 people: too few to tell');
    expect(text).toMatch(/friend <b>1worth more.*€125\.00€4\.0012\.3in month 3/);
    expect(text.slice(0, text.indexOf('What comes by itself'))).not.toMatch(/walk in\d/);
    expect(text).toContain('not within 24 months');
    expect(text).not.toContain('900');
  });

  it('says where not even the first is surely better than everybody', async () => {
    const alike = [advice('fair', 1, 105, 'alike', 12), advice('portal', 2, 40, 'worse', 28)];
    const { textOf } = await reportOf({ ...given, 'marts.advertise_next': alike });
    const sentence = 'Not even the first is surely worth more than everybody';
    expect(textOf('#origins')).toContain(sentence);
    expect((await reportOf(given)).textOf('#origins')).not.toContain(sentence);
  });

  it('tells apart what nobody can buy', async () => {
    const { textOf } = await reportOf(given);
    const text = textOf('#origins');
    expect(text).toContain(
      'What comes by itselfNobody can buy more of these. The best are those from walk in, each expected to be worth €160 (95% interval €150 to €170): thank whoever sends them.',
    );
    expect(text).toMatch(/walk in1worth more than everybody60€160\.00€150\.00 to €170\.00€135\.00/);
  });

  it('says so where nothing is known, and where too little is', async () => {
    const nothing = await reportOf(company);
    expect(nothing.textOf('#origins')).toContain('Where customers come from is unknown');
    expect(nothing.document.querySelector('#term-payback')).toBeNull();
    const few = await reportOf({ ...given, 'marts.advertise_next': [] });
    expect(few.textOf('#origins')).toContain('no origin has enough people');
  });

  it('does not speak of costs that nobody told', async () => {
    const free = given['marts.advertise_next'].map((row) => ({ ...row, is_paid: false, cost_per_head: 0 }));
    const { textOf } = await reportOf({ ...given, 'marts.advertise_next': free });
    expect(textOf('#origins')).toContain(
      'No origin has a cost of acquisition, so it is not known which can be paid for',
    );
    expect(textOf('#origins')).not.toContain('Paid back');
  });
});
