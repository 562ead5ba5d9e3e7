import { ConfigError } from '../../errors.ts';
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
} as const;

/** One of them; it is also the name of the option. */
export type Role = keyof typeof roles;

/** Which column plays which role. Without one of orders, an order is what a customer buys on one day. */
export interface TransactionColumns {
  readonly customer: string;
  readonly order: string | null;
  readonly date: string;
  readonly amount: string;
}

const untyped = (header: string): ProbedColumn => ({ header, values: [], distinct: 0, styles: [], dates: [] });

/** The headers that most clearly are a role: none, one, or several that nothing tells apart. */
function candidates(matches: readonly Match[], { canonical, least }: (typeof roles)[Role]): string[] {
  const own = matches.filter(
    (match) => match.table === 'purchases' && match.canonical === canonical && match.strength >= least,
  );
  const best = Math.max(0, ...own.map(({ strength }) => strength));
  return own.filter(({ strength }) => strength === best).map(({ column }) => column.header);
}

/**
 * The columns of a file of transactions: those that the user named, the others by their headers, where only one can be meant.
 *
 * @throws ConfigError where a header is not there, or none or several could be meant
 */
export function findTransactionColumns(
  file: DataFile,
  given: Partial<Record<Role, string>>,
): TransactionColumns & { readonly guessed: readonly Role[] } {
  for (const [role, header] of Object.entries(given)) requireHeader(file, header, `--${role}`);
  const taken = Object.values(given);
  const columns = (file.text?.found.columns ?? file.headers.map(untyped)).filter(
    ({ header }) => !taken.includes(header),
  );
  const [matches, byName] = [matchHeaders(columns), matchHeaders(columns.map(({ header }) => untyped(header)))];
  const guessed: Role[] = [];
  const find = (role: Role): string | null => {
    if (given[role] !== undefined) return given[role];
    const fitting = candidates(matches, roles[role]);
    // Values that are not what the header says are told with their line.
    const found = fitting.length > 0 ? fitting : candidates(byName, roles[role]);
    if (found.length === 1) {
      guessed.push(role);
      return found[0]!;
    }
    if (role === 'order' && found.length === 0) return null;
    const seen =
      found.length === 0 ? `none of ${file.headers.join(', ')} says so` : `${found.join(' and ')} could be it`;
    throw new ConfigError(`--${role} must name the column of ${file.shownAs} that holds the ${role}; ${seen}`);
  };
  const customer = find('customer')!;
  const order = find('order');
  const date = find('date')!;
  return { customer, order, date, amount: find('amount')!, guessed };
}
