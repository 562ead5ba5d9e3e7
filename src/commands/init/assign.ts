import type { TableName } from '../../sources/tables.ts';
import { columnsCalled, matchHeaders, type Match } from './match.ts';
import { soundsLikeConsent } from './consent.ts';
import { nameColumns } from './person-name.ts';
import type { ProbedColumn, ProbedFile } from './probe.ts';

/** Which header feeds which canonical column: table → column → header. */
export type Assignment = Partial<Record<TableName, Record<string, ProbedColumn>>>;

/** What a file is about, and what its headers feed. */
export interface FoundTables {
  readonly subject: TableName;
  readonly tables: Assignment;
}

const keys: Readonly<Record<TableName, string>> = {
  customers: 'customer_id',
  products: 'product_id',
  purchases: 'order_id',
  interactions: 'interaction_id',
  campaigns: 'campaign_id',
  returns: 'order_id',
};

/** Finds the tables that a file feeds; null where its headers name none. */
export function findTables(file: ProbedFile): FoundTables | null {
  const matches = matchHeaders(file.columns);
  const subject = findSubject(file, matches);
  if (subject === null) return null;
  const beside = subject === 'purchases' ? besidePurchases(matches) : [];
  const tables = assign(matches, [subject, ...beside]);
  const category = categoryOf(matches);
  if (subject === 'purchases' && category && !tables.purchases!['product_id']) {
    // Without products, what is known of a line is the category: it stands for its product.
    tables.purchases!['product_id'] = category;
    tables.products = { product_id: category, category };
  }
  const more = nameColumns(file.columns) !== null || file.columns.some(soundsLikeConsent);
  // A key alone is no table: it is only mentioned.
  const worthwhile = Object.entries(tables).filter(
    ([table, columns]) => table === subject || Object.keys(columns).length > 1 || (table === 'customers' && more),
  );
  return { subject, tables: Object.fromEntries(worthwhile) };
}

/** The tables that a file of order lines feeds besides: a product is known by any id where the file tells its category. */
const besidePurchases = (matches: readonly Match[]): TableName[] => [
  ...(has(matches, 'customers', 'customer_id', 3) ? (['customers'] as const) : []),
  ...(has(matches, 'products', 'product_id', categoryOf(matches) ? 1 : 3) ? (['products'] as const) : []),
];

/** Words after these in the list of the category (type, class, group …) may mean much else. */
const clearest = 7;

/** The column that is clearly the category of what was bought. */
const categoryOf = (matches: readonly Match[]): ProbedColumn | undefined =>
  matches.find(
    ({ table, canonical, strength, rank }) =>
      table === 'products' && canonical === 'category' && strength >= 2 && rank < clearest,
  )?.column;

const has = (matches: readonly Match[], table: TableName, canonical: string, least: number): boolean =>
  matches.some((match) => match.table === table && match.canonical === canonical && match.strength >= least);

function findSubject(file: ProbedFile, matches: readonly Match[]): TableName | null {
  const found = (table: TableName, canonical: string, least = 2): boolean => has(matches, table, canonical, least);
  const lines = found('purchases', 'quantity', 1) && found('purchases', 'purchased_at');
  // "Customer" alone is an id where everything else speaks of order lines.
  const customer = found('purchases', 'customer_id', lines ? 1 : 3);
  const money = found('purchases', 'amount') || found('purchases', 'unit_price');
  const bought =
    found('purchases', 'order_id', 3) || found('purchases', 'quantity', 1) || found('purchases', 'product_id', 3);
  if (customer && money && found('purchases', 'purchased_at') && (bought || customersRepeat(file, matches)))
    return 'purchases';
  if (
    found('interactions', 'customer_id', 3) &&
    found('interactions', 'occurred_at') &&
    found('interactions', 'channel')
  )
    return 'interactions';
  const returned = columnsCalled(file.columns, 'returned').length > 0 || found('returns', 'returned_on');
  if (found('returns', 'order_id', 3) && returned && !money) return 'returns';
  const lists = (['customers', 'products', 'campaigns'] as const).map((table) => {
    const own = matches.filter(
      (match) => match.table === table && (match.strength >= 2 || found(table, keys[table], 1)),
    );
    const key = Math.max(
      0,
      ...own.filter(({ canonical }) => canonical === keys[table]).map(({ strength }) => strength),
    );
    return {
      table,
      key,
      others: new Set(own.filter(({ canonical }) => canonical !== keys[table]).map((match) => match.column)).size,
    };
  });
  const [best] = lists
    .filter(({ key, others }) => key > 0 && others > 0)
    .sort((a, b) => b.key - a.key || b.others - a.others);
  return best?.table ?? (listsCustomers(file, matches) ? 'customers' : null);
}

const customerId = (matches: readonly Match[]): ProbedColumn | undefined =>
  matches.find((one) => one.table === 'customers' && one.canonical === 'customer_id' && one.strength === 3)?.column;

/** Each customer stands once, beside columns that only this company knows. */
const listsCustomers = (file: ProbedFile, matches: readonly Match[]): boolean =>
  customerId(matches)?.distinct === file.records.length && file.columns.length > 2;

/** In a list of customers each stands once; among purchases they come again. */
function customersRepeat(file: ProbedFile, matches: readonly Match[]): boolean {
  return (customerId(matches)?.distinct ?? Infinity) < file.records.length;
}

/** The clearest match first; a header feeds one column, ids one a table. Only the first table, the subject, takes weak ones. */
function assign(matches: readonly Match[], fed: readonly TableName[]): Assignment {
  const tables: Assignment = {};
  const taken = new Set<ProbedColumn>();
  const usable = matches
    .filter(
      ({ table, canonical, strength }) =>
        fed.includes(table) && (strength > 1 || table === fed[0] || canonical === 'product_id'),
    )
    .sort((a, b) => b.strength - a.strength || fed.indexOf(a.table) - fed.indexOf(b.table) || a.rank - b.rank);
  for (const { table, canonical, column } of usable) {
    const columns = (tables[table] ??= {});
    const isKey = canonical.endsWith('_id');
    if (canonical in columns || Object.values(columns).includes(column) || (taken.has(column) && !isKey)) continue;
    columns[canonical] = column;
    taken.add(column);
  }
  return tables;
}
