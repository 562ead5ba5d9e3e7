import { mailings } from './campaigns.ts';
import { drawCharacter } from './character.ts';
import { drawContacts } from './contacts.ts';
import { drawOrders } from './orders.ts';
import { drawPerson } from './person.ts';
import type { Plan } from './plan.ts';
import { rollFor } from './random.ts';
import { contactRow, customerId, customerRow, orderRows, truthRow } from './rows.ts';

/** The records of one customer, as CSV text by file, and how many there are. */
export interface CustomerRecords {
  readonly customers: string;
  readonly purchases: string;
  readonly interactions: string;
  readonly truth_customers: string;
  readonly counts: { readonly purchases: number; readonly interactions: number };
}

/**
 * Makes the customers of a planned sample one by one; nothing is kept between them, so any size takes the same memory. Customer i
 * depends on the plan, the seed and i alone. No clock and no other randomness: the same plan gives the same bytes.
 */
export function* generateCustomers(plan: Plan): Generator<CustomerRecords, void> {
  const planned = mailings(plan);
  for (let index = 0; index < plan.customers; index += 1) {
    const dice = rollFor(plan.seed, index);
    const id = customerId(index);
    const character = drawCharacter(dice, plan.population);
    const person = drawPerson(dice, index, character.kind, character.region);
    const orders = drawOrders(dice, character, plan);
    const returned = orders.filter(({ isReturn }) => isReturn).map(({ moment }) => moment);
    const contacts = drawContacts(dice, character, person, returned, planned);
    let purchases = '';
    let lines = 0;
    for (const order of orders) {
      purchases += orderRows(id, order);
      lines += order.lines.length;
    }
    let interactions = '';
    contacts.forEach((contact, i) => (interactions += contactRow(id, i + 1, contact)));
    yield {
      customers: customerRow(id, person, character),
      purchases,
      interactions,
      truth_customers: truthRow(id, character),
      counts: { purchases: lines, interactions: contacts.length },
    };
  }
}
