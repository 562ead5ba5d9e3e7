import { acquisitionCampaign, sources } from './acquisition.ts';
import type { Campaign } from './campaigns.ts';
import { dayOf, dayText, momentText } from './calendar.ts';
import type { Product } from './catalogue.ts';
import type { Character } from './character.ts';
import type { Contact } from './contact.ts';
import type { Order } from './orders.ts';
import type { Person } from './person.ts';

/** Field of a CSV record (RFC 4180): quoted where it must be. */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Cents as a decimal number of the main unit: −1205 is `-12.05`. */
export function money(cents: number): string {
  const size = Math.abs(cents);
  const rest = size % 100;
  return `${cents < 0 ? '-' : ''}${(size - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

/** Id of customer `index`: seven digits, with leading zeros. */
export const customerId = (index: number): string => String(index + 1).padStart(7, '0');

/** Record of a customer in `customers.csv`. */
export function customerRow(id: string, person: Person, { source, arrival }: Character): string {
  const { medium, referrer } = sources[source];
  const acquiredOn = dayText(dayOf(arrival));
  return `${id},${field(person.name)},${person.email},${person.phone},${person.birthDate},${person.gender},${person.country},${
    person.region
  },${person.city},${person.postalCode},${person.language},${person.income},${acquiredOn},${source},${medium},${acquisitionCampaign(
    source,
    acquiredOn.slice(0, 4),
  )},${referrer},${person.mayEmail},${person.mayPhone},${person.mayText},${person.mayPost},${person.mayAdvertise}\n`;
}

/** Records of an order in `purchases.csv`. Goods that come back have the id of their order with `-R`, and negative amounts. */
export function orderRows(id: string, order: Order): string {
  const sign = order.isReturn ? -1 : 1;
  const number = order.number < 10 ? `0${order.number}` : String(order.number);
  const orderId = `${id}-${number}${order.isReturn ? '-R' : ''}`;
  const when = momentText(order.moment);
  const where = `${order.channel},${order.store},${order.salesRep}`;
  let rows = '';
  let delivery = order.delivery;
  order.lines.forEach(({ product, units, unitPrice, discount }, i) => {
    const tax = Math.round((units * unitPrice - discount) * product.taxRate);
    rows += `${orderId},${i + 1},${id},${product.id},${when},${sign * units},${money(unitPrice)},${money(
      sign * discount,
    )},${money(sign * tax)},${money(delivery)},${where}\n`;
    delivery = 0;
  });
  return rows;
}

/** Record of the n-th contact with a customer in `interactions.csv`, n from 1. */
export function contactRow(id: string, n: number, contact: Contact): string {
  const { campaign = '', referrer = '', seconds = '', cost = '', sentiment = '', text = '' } = contact;
  return `${id}-${n},${id},${momentText(contact.moment)},${contact.channel},${contact.direction},${
    contact.kind
  },${campaign},${referrer},${seconds},${cost},${contact.outcome},${sentiment},${field(text)}\n`;
}

/** Six digits are enough to know a parameter by. */
const digits = (value: number): string => value.toPrecision(6);

/** Record of a customer in `truth_customers.csv`; a prospect has no purchase parameters. */
export function truthRow(id: string, { kind, prospect, demanding, buyer, history, answers }: Character): string {
  const parameters = prospect ? ',,' : `${digits(buyer.lambda)},${digits(buyer.dropout)},${digits(buyer.nu)}`;
  const active = prospect ? '' : String(history.active);
  return `${id},${kind.code},${prospect},${demanding},${active},${parameters},${answers}\n`;
}

/** Record of a product in `products.csv`. */
export const productRow = (product: Product): string =>
  `${product.id},${field(product.name)},${product.category},${product.brand},${money(product.price)},${money(product.cost)}\n`;

/** Record of a campaign in `campaigns.csv`. */
export const campaignRow = (campaign: Campaign): string =>
  `${campaign.id},${field(campaign.name)},${campaign.channel},${dayText(campaign.startedOn)},${dayText(
    campaign.endedOn,
  )},${campaign.cost}.00\n`;
