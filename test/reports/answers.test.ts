import { describe, expect, it } from 'vitest';
import { company, reportOf } from './support.ts';

const channel = (name: string, rate: number, best: number) => ({
  ...{ channel: name, people: 50, asked: 100, answers: 100 * rate, rate, low: rate - 0.05, high: rate + 0.05 },
  ...{ allowed: 40, best_for: best, best_rate: best === 0 ? null : rate + 0.02 },
});

const given = {
  ...company,
  'marts.channel_answer': [channel('post', 0.1, 10), channel('email', 0.3, 30), channel('phone', 0.08, 0)],
  'marts.active_moment': [
    { unit: 'weekday', place: 1, events: 100, customers: 25 },
    { unit: 'weekday', place: 6, events: 300, customers: 75 },
    { unit: 'hour', place: 9, events: 150, customers: 30 },
    { unit: 'hour', place: 18, events: 200, customers: 40 },
  ],
  'marts.no_best_channel': [
    { reason: 'no_consent', people: 30 },
    { reason: 'never_asked', people: 50 },
  ],
};

describe('which channel people answer to', () => {
  it('is told with rates, intervals and what is expected of the best channel of each', async () => {
    const { textOf, document } = await reportOf(given);
    const text = textOf('#answers');
    expect(text).toContain(
      'For 40 customers and prospects it is known which channel to use: on it, 27.0% are expected to answer; so far, 16.0% of all contacts were answered.',
    );
    expect(text).toContain('E-mail: 30.0% of the contacts by us are answered, most of all; Phone: 8.0%, least of all.');
    expect(text).toContain('E-mail501003030.0%25.0% to 35.0%403032.0%');
    expect(text).toContain('Phone5010088.0%3.0% to 13.0%400–');
    expect(document.querySelectorAll('#answers figure svg')).toHaveLength(4);
  });

  it('is told with the day and the hour', async () => {
    const { textOf } = await reportOf(given);
    expect(textOf('#answers')).toContain(
      'Saturday has 75.0% of the purchases and of the contacts by customers, more than any other day; the hour from 18:00 has 57.1%, more than any other hour.',
    );
    expect(textOf('#answers')).toContain('told of 100 of 120 customers and prospects: of those with five');
    expect(textOf('#answers')).toContain('Monday10025Saturday3007509:001503018:0020040');
  });

  it('says for how many it is not known, and why; and where nobody’s own day is', async () => {
    const { textOf, document } = await reportOf(given);
    expect(textOf('#answers')).toContain(
      'For 80 customers and prospects it is not known: 50 had no contact by us with a known outcome and 30 opted in to no channel.',
    );
    expect(document.querySelector('#answers figure .legend')!.textContent).toContain('above all contacts');
    const few = given['marts.active_moment'].map((row) => ({ ...row, customers: 0 }));
    const alike = await reportOf({ ...given, 'marts.active_moment': few, 'marts.no_best_channel': [] });
    expect(alike.textOf('#answers')).toContain('Nobody’s own weekday is told: it takes five purchases or contacts');
    expect(alike.textOf('#answers')).toContain('Saturday has 75.0%');
    expect(alike.textOf('#answers')).not.toContain('it is not known:');
  });

  it('is unknown where no contact has an outcome, and the time may be known all the same', async () => {
    const { textOf } = await reportOf({ ...given, 'marts.channel_answer': [] });
    expect(textOf('#answers')).toContain('Which channel they answer to is unknown');
    expect(textOf('#answers')).toContain('Saturday');
    expect((await reportOf(company)).document.querySelector('#answers figure')).toBeNull();
  });
});
