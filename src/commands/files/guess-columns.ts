import { ConfigError } from '../../errors.ts';
import { settleAmounts } from '../init/amounts.ts';
import { matchHeaders, type Match } from '../init/match.ts';
import type { ProbedColumn } from '../init/probe.ts';
import { requireHeader } from './columns.ts';
import type { DataFile } from './data-file.ts';

/** What a file of transactions is read by. */
export const roles = {
  customer: { canonical: 'customer_id', least: 1 },
  order: { canonical: 'order_id', least: 1 },
  date: { canonical: 'purchased_at', least: 2 },
  amount: { canonical: 'amount', least: 2 },
  quantity: { canonical: 'quantity', least: 2 },
  discount: { canonical: 'discount', least: 2 },
} as const;

/** One of them; it is also the name of the option. */
export type Role = keyof typeof roles;

/** Which column plays which role. Without one of orders, an order is what a customer buys on one day. */
export interface TransactionColumns {
  readonly customer: string;
  readonly order: string | null;
  readonly date: string;
  readonly amount: string;
  /** The amount is of one piece, and this says how many; null: it is of the row. */
  readonly quantity: string | null;
  /** What is taken off the amount of the row. */
  readonly discount: string | null;
}

/** What the user says of the columns; the rest is found. */
export interface GivenColumns extends Partial<Record<Exclude<Role, 'quantity'>, string>> {
  /** False: amounts are of rows, whatever the headers say. */
  readonly quantity?: string | false;
}

const unitPrice = { canonical: 'unit_price', least: 2 } as const;

interface Sought {
  readonly canonical: string;
  readonly least: number;
}

const untyped = (header: string): ProbedColumn => ({ header, values: [], distinct: 0, styles: [], dates: [] });

/** The headers that most clearly are a role: none, one, or several that nothing tells apart. */
function candidates(matches: readonly Match[], { canonical, least }: Sought): string[] {
  const own = matches.filter(
    (match) => match.table === 'purchases' && match.canonical === canonical && match.strength >= least,
  );
  const best = Math.max(0, ...own.map(({ strength }) => strength));
  return own.filter(({ strength }) => strength === best).map(({ column }) => column.header);
}

/** Is the money of a column that of one piece, by its header and, where that leaves it open, by the data? */
function isUnitPrice({ text }: DataFile, matches: readonly Match[], header: string, quantity: string): boolean {
  if (!candidates(matches, unitPrice).includes(header)) return false;
  if (text === null) return true;
  const column = (called: string | undefined) => text.found.columns.find((one) => one.header === called);
  const product = column(candidates(matches, { canonical: 'product_id', least: 1 })[0]);
  const lines = {
    unit_price: column(header)!,
    quantity: column(quantity)!,
    ...(product ? { product_id: product } : {}),
  };
  return 'unit_price' in settleAmounts(text.found, lines).columns;
}

/**
 * The columns of a file of transactions: those that the user named, the others by their headers, where only one can be meant. Money of one
 * piece goes with a column of quantities, where there is one.
 *
 * @throws ConfigError where a header is not there, or none or several could be meant
 */
export function findTransactionColumns(
  file: DataFile,
  { quantity: pieces, ...others }: GivenColumns,
): TransactionColumns & { readonly guessed: readonly Role[] } {
  const given: Partial<Record<Role, string>> = {
    ...others,
    ...(typeof pieces === 'string' ? { quantity: pieces } : {}),
  };
  for (const [role, header] of Object.entries(given)) requireHeader(file, header, `--${role}`);
  const taken = Object.values(given);
  const all = file.text?.found.columns ?? file.headers.map(untyped);
  const columns = all.filter(({ header }) => !taken.includes(header));
  const [matches, byName] = [matchHeaders(columns), matchHeaders(columns.map(({ header }) => untyped(header)))];
  const guessed: Role[] = [];
  const named = (sought: Sought): string[] => {
    const fitting = candidates(matches, sought);
    // Values that are not what the header says are told with their line.
    return fitting.length > 0 ? fitting : candidates(byName, sought);
  };
  const find = (role: Role): string | null => {
    if (given[role] !== undefined) return given[role];
    const found = named(roles[role]);
    if (found.length === 1) {
      guessed.push(role);
      return found[0]!;
    }
    if ((role === 'order' || role === 'quantity') && found.length === 0) return null;
    const seen =
      found.length === 0 ? `none of ${file.headers.join(', ')} says so` : `${found.join(' and ')} could be it`;
    throw new ConfigError(`--${role} must name the column of ${file.shownAs} that holds the ${role}; ${seen}`);
  };
  const findAmount = (): string => {
    const prices = given.amount === undefined && pieces !== false ? named(unitPrice) : [];
    const isPriced =
      given.quantity !== undefined || (named(roles.amount).length === 0 && named(roles.quantity).length === 1);
    if (prices.length !== 1 || !isPriced) return find('amount')!;
    guessed.push('amount');
    return prices[0]!;
  };
  const findQuantity = (amount: string): string | null => {
    if (pieces !== undefined) return pieces === false ? null : pieces;
    const [first] = named(roles.quantity);
    return first !== undefined && isUnitPrice(file, matchHeaders(all), amount, first) ? find('quantity') : null;
  };
  const customer = find('customer')!;
  const order = find('order');
  const date = find('date')!;
  const amount = findAmount();
  return { customer, order, date, amount, quantity: findQuantity(amount), discount: given.discount ?? null, guessed };
}
