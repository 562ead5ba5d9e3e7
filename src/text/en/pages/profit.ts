import type { Format } from '../../format.ts';
import { figure, named, phrase, type Phrase } from '../../phrase.ts';
import { nouns } from '../words.ts';

/** The page of `bezero profit`. */
export const profitPage = (f: Format) => ({
  documentTitle: (subject: string): string => `${subject}: profit and loss`,
  headline: (profit: number, customers: number): string =>
    profit < 0
      ? `A loss of ${f.largeMoney(-profit)} on ${f.count(customers, nouns.customer)}`
      : `${f.largeMoney(profit)} of profit from ${f.count(customers, nouns.customer)}`,
  eyebrow: (subject: string, asOf: string): Phrase => phrase`${named(subject)} · up to ${f.day(asOf)}`,
  skip: 'Skip to the account',
  glance: 'At a glance',
  account: 'From revenue to profit',
  accountSentence: (revenue: number, profit: number): Phrase =>
    phrase`What becomes of ${figure(f.money(revenue))} of revenue until ${figure(f.money(profit))} is left.`,
  groups: 'By what was asked for',
  by: (what: string): string => `By ${what.replaceAll('_', ' ')}`,
  others: (count: number): string => `${f.whole(count)} others`,
  whale: 'Who earns and who loses',
  concentration: 'Who buys',
  loss: 'Who loses, and why',
  margin: 'Margin',
  gini: 'Gini of net revenue',
  giniNote: '0: the same from everyone',
  lossMakers: 'Loss makers',
  lossMakersNote: (loss: number): string => `take ${f.money(loss)} away`,
  orders: (count: number): string => `in ${f.count(count, nouns.order)}`,
  notes: 'What nobody told',
  terms: 'Definitions',
  footer: (version: string): Phrase => phrase`Made by bezero ${version}. Amounts as they stand in the data.`,
});
