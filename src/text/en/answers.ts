import type { Format } from '../format.ts';
import { figure, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Which channel people answer to, and when they are active. */
export const answers = (f: Format) => ({
  none: phrase`Which channel they answer to is unknown: no contact by us has an outcome.`,
  finding: (people: number, expected: number, overall: number): Phrase =>
    phrase`For ${figure(f.count(people, nouns.person))} it is known which channel to use: on it, ${figure(f.share(expected, 1))} are expected to answer; so far, ${f.share(overall, 1)} of all contacts were answered.`,
  channels: { email: 'E-mail', phone: 'Phone', post: 'Post', sms: 'Text message', ads: 'Advertising' },
  rates: 'How often they answer',
  sentence: (best: string, most: number, last: string, least: number): Phrase =>
    phrase`${best}: ${figure(f.share(most, 1))} of the contacts by us are answered, most of all; ${last}: ${figure(f.share(least, 1))}, least of all.`,
  oneSentence: (channel: string, rate: number): Phrase =>
    phrase`${channel}: ${figure(f.share(rate, 1))} of the contacts by us are answered.`,
  whatCounts: phrase`An answer is a contact by us with the outcome answered, clicked, agreed, accepted, replied, responded, converted, ordered, bought, purchased, redeemed, visited, called back, signed up or interested; contacts without an outcome do not count.`,
  drawnIn: phrase`The best channel of each is the one with the highest probability of an answer, of those they have opted in to: their own answers, drawn towards the rate of the channel where they are few. It is in the column best_channel of the CSV files.`,
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
  momentsSentence: (weekday: string, share: number, hour: string | null): Phrase =>
    hour === null
      ? phrase`${weekday} is the most likely day of ${figure(f.share(share))}, more than any other.`
      : phrase`${weekday} is the most likely day of ${figure(f.share(share))}, more than any other; the hour from ${figure(hour)} is the most likely one more often than any other.`,
  momentsMeaning: phrase`By the time of purchases and of contacts by the customer, drawn towards everybody where they are few; each customer’s are in the columns best_weekday and best_hour of the CSV files.`,
  moment: 'Weekday or hour',
  peopleThen: 'Most likely time of',
});
