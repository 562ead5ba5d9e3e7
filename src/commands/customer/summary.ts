import type { Format } from '../../text/format.ts';
import type { CustomerCard } from '../customer.ts';
import { count, noProfit } from '../words.ts';
import { sayAudiences } from './audiences.ts';
import { sayCampaigns } from './campaigns.ts';
import { sayClv } from './clv.ts';
import { sayLoss, sayPriority } from './costs.ts';
import { sayOffers } from './offers.ts';
import { sayReach } from './reach.ts';
import { sayOutlook } from './outlook.ts';

type Fact = readonly [label: string, text: string];

/** Parts that are there, with something between them. */
const joined = (parts: readonly (string | null | false)[], separator = ', '): string =>
  parts.filter((part) => part !== null && part !== false && part !== '').join(separator);

const spaced = (code: string): string => code.replaceAll('_', ' ');

function since({ customer, orders }: CustomerCard, f: Format): string {
  const { first_purchased_on: first, acquired_on: known } = customer;
  const never = orders.length > 0 ? 'prospect: returns, but no purchase so far' : 'prospect: no purchase so far';
  return joined([
    first === null ? never : `customer since ${f.day(first)}`,
    known !== null && known !== first && `known since ${f.day(known)}`,
    customer.acquisition_source !== null && `came by ${customer.acquisition_source}`,
    !customer.is_listed && 'not in the list of customers',
  ]);
}

const buys = ({ customer }: CustomerCard, f: Format): string =>
  joined([
    spaced(customer.usage_class),
    spaced(customer.lifecycle),
    count(customer.frequency, 'order') +
      (customer.last_purchased_on === null ? '' : `, the last on ${f.day(customer.last_purchased_on)}`),
    count(customer.contacts, 'contact'),
  ]);

function segment({ customer, why }: CustomerCard, f: Format): string {
  if (customer.segment === null) {
    if (customer.likely_segment === null) return 'none';
    const likely = joined([customer.likely_segment, customer.likely_segment_name], ' ');
    const probability = customer.likely_segment_probability;
    return `none; likely ${likely}${probability === null ? '' : `, probability ${f.share(probability)}`}`;
  }
  const own = joined([customer.segment, customer.segment_name], ' ');
  if (why === null) return own;
  const second = joined([why.second, why.second_name], ' ');
  return `${own}; ${f.fixed(why.distance, 2)} from its centre, ${f.fixed(why.second_distance, 2)} from the next: ${second}`;
}

/** What they said of us; null: nothing, and no complaint is open. */
function said({ customer }: CustomerCard, f: Format): string | null {
  const { opinion, opinion_trend: trend, complaints_open: open } = customer;
  const text = joined([
    opinion !== null && `opinion ${f.fixed(opinion, 2)} on a scale from -1 to 1`,
    trend !== null &&
      `${f.fixed(Math.abs(trend), 2)} ${trend < 0 ? 'worse' : 'better'} in the last 180 days than before`,
    open > 0 && `${count(open, 'complaint')} open`,
  ]);
  return text === '' ? null : text;
}

function money({ customer, worth, rank }: CustomerCard, f: Format): string {
  const place =
    rank === null ? null : `number ${f.whole(rank.rank)} of ${count(rank.customers, 'customer')} by ${rank.by}`;
  const unknown = customer.revenue_without_cost;
  return joined([
    `net revenue ${f.exactMoney(customer.net_revenue)}`,
    worth === 'profit' && `profit ${f.exactMoney(customer.profit)}`,
    place,
    worth !== 'profit' && noProfit,
    worth === 'profit' && unknown !== 0 && `${f.exactMoney(unknown)} of it without a known cost of goods`,
  ]);
}

/** Who a customer is, in a title and a few lines. */
export function summaryOf(card: CustomerCard, f: Format): { title: string; facts: Fact[] } {
  const { customer, consent, attributes, audiences } = card;
  const allowed = Object.entries(consent).flatMap(([channel, may]) => (may ? [channel] : []));
  const refused = Object.keys(consent).filter((channel) => !allowed.includes(channel));
  const person = joined([
    customer.gender,
    customer.age_years !== null && `${customer.age_years} years`,
    joined([customer.region, customer.country]),
  ]);
  const opinion = said(card, f);
  const reach = sayReach(card, f);
  const facts: (Fact | null)[] = [
    ['as of', `${f.day(card.as_of)}, release ${card.run}`],
    person === '' ? null : ['person', person],
    ['since', since(card, f)],
    ['buys', buys(card, f)],
    ['segment', segment(card, f)],
    customer.rfm_segment === null
      ? null
      : [
          'RFM',
          joined([
            `${customer.rfm_segment} (${customer.rfm_cell ?? ''})`,
            customer.rfm_score !== null && `score ${f.fixed(customer.rfm_score, 2)}`,
          ]),
        ],
    card.outlook === null ? null : ['outlook', sayOutlook(card.outlook, card.as_of, f)],
    card.clv === null ? null : ['lifetime value', sayClv(card.clv, f)],
    card.offers.length === 0 ? null : ['next', sayOffers(card.offers, f)],
    card.costs.priority === null ? null : ['priority', sayPriority(card.costs.priority, f)],
    opinion === null ? null : ['said', opinion],
    ['money', money(card, f)],
    card.costs.loss === null || card.worth !== 'profit' ? null : ['loss', sayLoss(card.costs.loss, f)],
    [
      'consent',
      joined(
        [
          allowed.length > 0 && `may be reached by ${f.list(allowed)}`,
          refused.length > 0 && `not by ${refused.join(', ')}`,
        ],
        '; ',
      ),
    ],
    reach === null ? null : ['reach', reach],
    audiences === null ? null : ['audiences', sayAudiences(audiences)],
    card.campaigns.length === 0 ? null : ['campaigns', sayCampaigns(card.campaigns, f)],
    attributes.length === 0
      ? null
      : ['attributes', attributes.map(({ attribute, value }) => `${attribute}: ${value}`).join(', ')],
  ];
  return {
    title: joined([customer.customer_id, customer.name], '  '),
    facts: facts.filter((fact) => fact !== null),
  };
}
