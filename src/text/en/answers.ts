import type { Format } from '../format.ts';
import { figure, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Which channel people answer to, and when they are active. */
export const answers = (f: Format) => ({
  none: phrase`Which channel they answer to is unknown: no contact by us has an outcome.`,
  finding: (people: number, expected: number, overall: number): Phrase =>
    phrase`For ${figure(f.count(people, nouns.person))} it is known which channel to use: on it, ${figure(f.share(expected, 1))} are expected to answer; so far, ${f.share(overall, 1)} of all contacts were answered.`,
  notKnown: (people: number, reasons: string): Phrase =>
    phrase`For ${figure(f.count(people, nouns.person))} it is not known: ${reasons}.`,
  noChannel: {
    no_consent: (people: number): string => `${f.whole(people)} opted in to no channel`,
    never_asked: (people: number): string => `${f.whole(people)} had no contact by us with a known outcome`,
    not_allowed: (people: number): string =>
      `${f.whole(people)} may not be reached on a channel that answers are known of`,
  },
  channels: { email: 'E-mail', phone: 'Phone', post: 'Post', sms: 'Text message', ads: 'Advertising' },
  rates: 'How often they answer',
  sentence: (best: string, most: number, last: string, least: number): Phrase =>
    phrase`${best}: ${figure(f.share(most, 1))} of the contacts by us are answered, most of all; ${last}: ${figure(f.share(least, 1))}, least of all.`,
  oneSentence: (channel: string, rate: number): Phrase =>
    phrase`${channel}: ${figure(f.share(rate, 1))} of the contacts by us are answered.`,
  whatCounts: phrase`An answer is a contact by us with the outcome answered, clicked, agreed, accepted, replied, responded, converted, ordered, bought, purchased, redeemed, visited, called back, signed up or interested; contacts without an outcome do not count.`,
  drawnIn: phrase`The best channel of each is the one with the highest probability of an answer, of those they have opted in to: their own answers, drawn towards the rate of the channel where they are few. It is in the column best_channel of the CSV files.`,
  above: 'above all contacts',
  below: 'below all contacts',
  alike: 'cannot be told apart',
  line: `${f.share(0.95)} interval; the line across is the rate of all contacts`,
  channel: 'Channel',
  people: 'People asked',
  asked: 'Contacts by us',
  answered: 'Answers',
  rate: 'Answered',
  interval: `${f.share(0.95)} interval`,
  between: (low: string, high: string): string => `${low} to ${high}`,
  allowed: 'May be used for',
  bestFor: 'Best for',
  bestRate: 'Expected of these',
  moments: 'When they are active',
  momentsSentence: (weekday: string, share: number, hour: string | null, hourShare: number): Phrase =>
    hour === null
      ? phrase`${weekday} has ${figure(f.share(share, 1))} of the purchases and of the contacts by customers, more than any other day.`
      : phrase`${weekday} has ${figure(f.share(share, 1))} of the purchases and of the contacts by customers, more than any other day; the hour from ${hour} has ${figure(f.share(hourShare, 1))}, more than any other hour.`,
  momentsMeaning: (known: number, people: number): Phrase =>
    known === 0
      ? phrase`Nobody’s own weekday is told: it takes five purchases or contacts of one person, and people who differ by more than chance.`
      : phrase`Their own weekday is told of ${figure(f.whole(known))} of ${f.count(people, nouns.person)}: of those with five purchases or contacts and more, drawn towards everybody. Each one’s is in the columns best_weekday and best_hour of the CSV files.`,
  moment: 'Weekday or hour',
  events: 'Purchases and contacts',
  peopleThen: 'Most likely time of',
});
