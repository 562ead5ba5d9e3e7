import { none, type Format, type PluralForms } from '../format.ts';
import { named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** The frame of the report. */
export const page = (f: Format) => ({
  documentTitle: (title: string, asOf: string): string => `${title}: customers as of ${f.day(asOf)}`,
  headline: (profit: number, buyers: number): string => {
    const customers = f.count(buyers, nouns.customer);
    return profit < 0 ? `A loss of ${f.money(-profit)} on ${customers}` : `${f.money(profit)} profit from ${customers}`;
  },
  revenueHeadline: (netRevenue: number, buyers: number): string =>
    `${f.money(netRevenue)} net revenue from ${f.count(buyers, nouns.customer)}`,
  nobodyHeadline: 'No purchases yet',
  period: (title: string, asOf: string, first: string | null, last: string | null): Phrase =>
    first === null || last === null
      ? phrase`${named(title)} · as of ${f.day(asOf)}`
      : phrase`${named(title)} · as of ${f.day(asOf)} · purchases from ${f.day(first)} to ${f.day(last)}`,
  skip: 'Skip to the report',
  contents: 'Contents',
  sections: {
    overview: 'At a glance',
    segments: 'Segments',
    rfm: 'RFM and cohorts',
    discriminant: 'What tells them apart',
    repurchase: 'Who buys again',
    clv: 'What customers are worth',
    profit: 'Profit',
    quality: 'Data quality',
    terms: 'Definitions',
  },
  /** The section on profit where no cost is known. */
  revenueSection: 'Net revenue',
  figures: 'Show the figures',
  definitions: (count: number): string => `What ${f.whole(count)} words of this report mean`,
  download: (rows: number): string => `CSV, ${f.count(rows, nouns.row)}`,
  none,
  unknown: 'unknown',
  total: 'Total',
  others: (members: number, forms: PluralForms): string => `${f.whole(members)} other ${f.plural(members, forms)}`,
  footer: (runId: string, version: string | undefined): Phrase =>
    phrase`Run ${named(runId)}${version === undefined ? '' : `, bezero ${version}`}. This page is complete in itself: it loads nothing and sends nothing.`,
});
