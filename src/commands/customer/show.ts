import { sayFeature } from '../../segments/words.ts';
import { account } from '../../text/en/words.ts';
import { valueWriter } from '../../text/feature-value.ts';
import { formatFor, none, type Format } from '../../text/format.ts';
import type { CustomerCard } from '../customer.ts';
import type { Effects } from '../effects.ts';
import { formatParts, visible, type Part } from '../table.ts';
import { driversPart } from './costs.ts';
import { changeLines, eventTables } from './show-events.ts';
import { summaryOf } from './summary.ts';
import { languageOf } from '../../text/messages.ts';

const { t: english } = languageOf('en');

/** Features that are told, those that pull most in either direction. */
const pulls = 5;

/** Why this segment and not the next one: what each feature adds to the difference of the squared distances. */
function whyPart({ why }: CustomerCard, f: Format): Part | null {
  if (why === null) return null;
  const total = why.features.reduce((sum, { pull }) => sum + pull, 0);
  const strongest = [...why.features].sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull)).slice(0, pulls);
  return {
    title: `Why ${why.segment} and not ${why.second}: the features that decide, with means; below 0 a feature speaks for ${why.second}`,
    columns: [
      { name: 'feature' },
      { name: 'customer', right: true },
      { name: why.segment, right: true },
      { name: why.second, right: true },
      { name: 'all', right: true },
      { name: total > 0 ? `part in deciding for ${why.segment}` : `pull to ${why.segment}`, right: true },
    ],
    rows: strongest
      .sort((a, b) => b.pull - a.pull)
      .map(({ feature, value, segment, second, all, pull }) => {
        const figures = [value, segment, second, all];
        const write = valueWriter(feature, figures, f, 'table');
        return [
          sayFeature(english, feature),
          ...figures.map((figure) => (figure === null ? none : write(figure))),
          total > 0 ? f.share(pull / total) : f.fixed(pull, 2),
        ];
      }),
  };
}

/** Lines of the account that are taken off. */
const taken: readonly string[] = [
  'returns',
  'discounts',
  'cost_of_goods',
  'fulfilment',
  'cost_to_serve',
  'campaign_cost',
  'acquisition_cost',
];

/** Lines that need no cost. */
const earned: readonly string[] = ['revenue', 'returns', 'discounts', 'net_revenue', 'shipping_charged'];

const accountPart = ({ customer, worth }: CustomerCard, f: Format): Part => ({
  title: worth === 'profit' ? 'Profit and loss' : 'Revenue',
  columns: [{ name: '' }, { name: 'amount', right: true }],
  rows: Object.entries(account)
    .filter(([line]) => worth === 'profit' || earned.includes(line))
    .map(([line, label]) => {
      const amount = customer[line as keyof typeof account];
      return [label, f.exactMoney(taken.includes(line) && amount !== 0 ? -amount : amount)];
    }),
});

/** The lines of a customer: who it is, why they are where they are, what they bring, what happened last, what has changed. */
export function showCustomer(card: CustomerCard, { stdout, colors }: Effects): string[] {
  const f = formatFor('en', card.currency);
  const style = { width: stdout.columns, colors };
  const { title, facts } = summaryOf(card, f);
  const width = Math.max(...facts.map(([label]) => label.length));
  const why = whyPart(card, f);
  const drivers = card.worth !== 'profit' || card.costs.drivers.length === 0 ? [] : [driversPart(card.costs, f)];
  const parts = [...(why === null ? [] : [why]), accountPart(card, f), ...drivers, ...eventTables(card, f)];
  return [
    colors.bold(visible(title)),
    ...facts.map(([label, text]) => `${colors.dim(label.padEnd(width))}  ${visible(text)}`),
    ...formatParts(parts, style),
    '',
    ...changeLines(card, f).map(visible),
  ];
}
