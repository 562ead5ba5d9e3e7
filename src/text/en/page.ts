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
  /** What stands above the sections that there is nothing for. */
  absent: 'Not run tonight',
  skip: 'Skip to the report',
  contents: 'Contents',
  sections: {
    overview: 'At a glance',
    segments: 'Segments',
    rfm: 'RFM and cohorts',
    discriminant: 'What tells them apart',
    repurchase: 'Who buys again',
    clv: 'What customers are worth',
    baskets: 'What goes together',
    offers: 'What to offer next',
    profit: 'Profit',
    opinions: 'What they say',
    origins: 'Where customers come from',
    answers: 'Which channel they answer to',
    lookalikes: 'Who resembles the best',
    campaigns: 'Campaigns',
    quality: 'Data quality',
    terms: 'Definitions',
  },
  /** The section on profit where no cost is known. */
  revenueSection: 'Net revenue',
  figures: 'Show the figures',
  definitions: (count: number): string => `What ${f.whole(count)} words of this report mean`,
  download: (rows: number): string => `CSV, ${f.count(rows, nouns.row)}`,
  /** Where the figures of a chart or a table come from. */
  trace: {
    title: 'Where this comes from',
    madeFrom: 'Made from',
    fitted: 'The figures of a model are in the column “fitted” of models.fitted, as JSON.',
    run: 'Each query can be run with “bezero sql”:',
  },
  /** What readers take with them besides the lists of the segments. */
  files: {
    title: 'Files beside this page',
    workbook: 'All segments in one workbook',
    dictionary: 'What every table and column means, and the SQL that makes it',
  },
  /** What the controls of the page say: they are there only where its script runs. */
  controls: {
    /** `column`: what stands above it. */
    sort: (column: string): string => `Sort by ${column}`,
    filter: 'Filter the rows',
    /** Rows that the filter leaves, and all of them: figures as text. */
    found: (shown: string, all: string): string => `${shown} of ${all} rows`,
    compare: 'Compare segments',
    pick: 'Pick two or three; their cards and their columns are then side by side.',
    everything: 'Show all',
  },
  none,
  unknown: 'unknown',
  total: 'Total',
  others: (members: number, forms: PluralForms): string => `${f.whole(members)} other ${f.plural(members, forms)}`,
  footer: (runId: string, version: string | undefined): Phrase =>
    phrase`Run ${named(runId)}${version === undefined ? '' : `, bezero ${version}`}. This page is complete in itself: it loads nothing and sends nothing.`,
  /** What a file is called, with its rows. */
  fileRows: (name: string, rows: number): string => `${name} (${f.count(rows, nouns.row)})`,
});
