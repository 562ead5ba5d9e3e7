import { mailings } from './campaigns.ts';
import { drawCharacter } from './character.ts';
import { drawContacts } from './contacts.ts';
import { drawOrders } from './orders.ts';
import { drawPerson } from './person.ts';
import type { Plan } from './plan.ts';
import { rollFor } from './random.ts';
import { contactRow, customerId, customerRow, orderRows, truthRow } from './rows.ts';

/** The tables that grow with the number of customers. */
export const customerTables = ['customers', 'purchases', 'interactions', 'truth_customers'] as const;
type CustomerTable = (typeof customerTables)[number];

/** Records of one table: CSV text, and how many they are. */
export interface Records {
  readonly text: string;
  readonly count: number;
}

const listRecords = <T>(items: readonly T[], toText: (item: T, place: number) => string): string => {
  let text = '';
  for (let i = 0; i < items.length; i += 1) text += toText(items[i]!, i);
  return text;
};

/**
 * Makes the customers of a planned sample one by one; nothing is kept between them, so any size takes the same memory. Customer i
 * depends on the plan, the seed and i alone. No clock and no other randomness: the same plan gives the same bytes.
 */
export function* generateCustomers(plan: Plan): Generator<Readonly<Record<CustomerTable, Records>>, void> {
  const planned = mailings(plan);
  for (let index = 0; index < plan.customers; index += 1) {
    const dice = rollFor(plan.seed, index);
    const id = customerId(index);
    const character = drawCharacter(dice, plan.population);
    const person = drawPerson(dice, index, character.kind, character.region);
    const orders = drawOrders(dice, character, plan);
    const returned = orders.filter(({ isReturn }) => isReturn).map(({ moment }) => moment);
    const contacts = drawContacts(dice, character, person, returned, planned);
    yield {
      customers: { text: customerRow(id, person, character), count: 1 },
      purchases: {
        text: listRecords(orders, (order) => orderRows(id, order)),
        count: orders.reduce((sum, { lines }) => sum + lines.length, 0),
      },
      interactions: {
        text: listRecords(contacts, (contact, i) => contactRow(id, i + 1, contact)),
        count: contacts.length,
      },
      truth_customers: { text: truthRow(id, character), count: 1 },
    };
  }
}
