import { none, type Format } from '../../text/format.ts';
import type { CustomerCard } from '../customer.ts';
import { count } from '../words.ts';
import type { Changes } from './changes.ts';
import type { Part } from '../table.ts';

/** Where the customer was, and what they bought and asked last. */
export const eventTables = ({ stays, orders, contacts }: CustomerCard, f: Format): Part[] => [
  {
    title: 'Segments so far, the last first',
    columns: [{ name: 'segment' }, { name: 'from' }, { name: 'to' }, { name: 'days', right: true }],
    rows: stays.map(({ segment, name, entered_on, left_on, days }) => [
      name === null ? segment : `${segment} ${name}`,
      entered_on,
      left_on ?? 'now',
      f.whole(days),
    ]),
  },
  {
    title: 'Last orders',
    columns: [
      { name: 'order', whole: true },
      { name: 'day', whole: true },
      { name: 'channel' },
      { name: 'lines', right: true },
      { name: 'of them returns', right: true },
      { name: 'net', right: true },
    ],
    rows: orders.map(({ order_id, purchased_on, channel, lines, return_lines, net_amount }) => [
      order_id,
      purchased_on,
      channel,
      f.whole(lines),
      f.whole(return_lines),
      f.exactMoney(net_amount),
    ]),
  },
  {
    title: 'Last contacts',
    columns: [
      { name: 'day', whole: true },
      { name: 'channel' },
      { name: 'direction' },
      { name: 'kind' },
      { name: 'outcome' },
    ],
    rows: contacts.map(({ occurred_on, channel, direction, kind, outcome }) => [
      occurred_on,
      channel,
      ...[direction, kind, outcome].map((said) => said ?? none),
    ]),
  },
];

type Change = Changes['changes'][number];

const words: Readonly<Record<Change['column'], string>> = {
  segment: 'segment',
  rfm_cell: 'RFM cell',
  rfm_segment: 'RFM segment',
  usage_class: 'usage class',
  lifecycle: 'lifecycle',
  frequency: 'orders',
  contacts: 'contacts',
  net_revenue: 'net revenue',
  profit: 'profit',
  audiences: 'audiences',
};

function say({ column, before, now }: Change, f: Format): string {
  const written = (value: string | number | null): string => {
    if (value === null) return 'none';
    if (typeof value === 'string') return value;
    return column === 'net_revenue' || column === 'profit' ? f.exactMoney(value) : f.whole(value);
  };
  return `  ${words[column]}: ${written(before)} → ${written(now)}`;
}

/** What is another since the release before. */
export function changeLines({ changes: since, worth }: CustomerCard, f: Format): string[] {
  if (since === null) return ['No release before this one has its warehouse, so changes are not known.'];
  const before = `the release before (${since.as_of === null ? since.run : `as of ${f.day(since.as_of)}`})`;
  if (since.is_new) return [`New since ${before}.`];
  const changes = since.changes.filter(({ column }) => worth === 'profit' || column !== 'profit');
  if (changes.length === 0) return [`Nothing has changed since ${before}.`];
  return [`${count(changes.length, 'change')} since ${before}:`, ...changes.map((change) => say(change, f))];
}
