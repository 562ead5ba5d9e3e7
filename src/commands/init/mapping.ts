import { canonicalTables, type TableName } from '../../sources/tables.ts';
import type { SettledAmounts } from './amounts.ts';
import type { Assignment } from './assign.ts';
import { isConstantWithin } from './attributes.ts';
import { amountWithoutSign, dateIn, discountKind, hasCurrencySign, hasTimeOfDay, quoted } from './expressions.ts';
import { columnsCalled } from './match.ts';
import type { ProbedColumn, ProbedFile } from './probe.ts';
import type { MappingLine } from './proposal.ts';

/** A table of a file that is being mapped. */
export interface MapContext {
  readonly table: TableName;
  /** Canonical column → column of the file. */
  readonly columns: Readonly<Record<string, ProbedColumn>>;
  readonly file: ProbedFile;
  /** All tables that the file feeds. */
  readonly tables: Assignment;
  /** The format of the source's dates; `iso` where it needs none. */
  readonly dateFormat: string;
  /** What is to be said of canonical columns. */
  readonly remarks: SettledAmounts['remarks'];
}

/** The type of a canonical column. */
export const typeOf = (table: TableName, canonical: string): string =>
  (canonicalTables[table].columns as Readonly<Record<string, { type: string }>>)[canonical]?.type ?? 'text';

/** Said of what a customer has, where orders differ in it. */
export const newestWins = 'differs between orders of one customer: the newest wins';

/** What customers are and say is kept out of the pipeline file, which is copied and shared. */
const isPersonal = (table: TableName, canonical: string): boolean =>
  table === 'customers' || canonical === 'customer_id' || canonical === 'text';

/** The line of a canonical column whose header was found; none where another column says the same. */
export function mapColumn(canonical: string, context: MapContext): MappingLine[] {
  const { table, columns, file, tables } = context;
  const column = columns[canonical]!;
  const was = isPersonal(table, canonical) ? null : (column.values[0] ?? null);
  const line = { canonical, text: column.header, uses: [column], was, ...context.remarks[canonical] };
  const type = typeOf(table, canonical);
  if (type === 'money' && hasCurrencySign(column)) return [{ ...line, text: amountWithoutSign(column), asText: true }];
  if (type === 'time' || type === 'day') return [mapDate(line, column, type, context.dateFormat)];
  if (table === 'purchases' && canonical === 'discount') return [mapDiscount(line, column, context)];
  if (table === 'purchases' && canonical === 'amount' && 'unit_price' in columns) return [];
  const id = columns['customer_id'];
  if (table === 'customers' && id && !isConstantWithin(id, column, file)) {
    return [{ ...line, check: newestWins }];
  }
  const product = columns['product_id'];
  if (table === 'products' && product && !isConstantWithin(product, column, file)) {
    return [{ ...line, check: 'differs between lines of one product: the newest wins' }];
  }
  if (table === 'purchases' && canonical === 'product_id' && tables.products?.['category'] === column) {
    return [{ ...line, check: 'no product found: each category is taken as one' }];
  }
  return [line];
}

/** A date written otherwise than the others, or a time where a day is wanted, needs an expression. */
function mapDate(line: MappingLine, column: ProbedColumn, type: 'time' | 'day', dateFormat: string): MappingLine {
  const isOther = column.dates.length > 0 && !column.dates.includes(dateFormat);
  if (!isOther && (type === 'time' || !hasTimeOfDay(column))) return line;
  const moment = dateIn(column, isOther ? column.dates[0]! : dateFormat);
  return { ...line, text: type === 'day' ? `cast(${moment} as date)` : moment };
}

/** A discount that is a share of the price becomes money. */
function mapDiscount(line: MappingLine, column: ProbedColumn, { columns, file }: MapContext): MappingLine {
  const kind = discountKind(column, file.style.style);
  const all = columnsCalled(file.columns, 'discount').filter(({ styles }) => styles.length > 0);
  if (kind === 'money' && all.length > 1) {
    return { ...line, text: all.map(quoted).join(' + '), uses: all, check: 'the sum of all discounts' };
  }
  if (kind === 'money') return line;
  const share = kind === 'share' ? quoted(column) : `(${quoted(column)} / 100)`;
  const { unit_price: price, quantity, amount = column } = columns;
  const check = `taken as a ${kind === 'share' ? 'share' : 'percentage'} of the price`;
  return price && quantity
    ? { ...line, text: `${quoted(price)} * ${quoted(quantity)} * ${share}`, check }
    : { ...line, text: `${quoted(amount)} * ${share} / (1 - ${share})`, check };
}

/** What order lines cannot do without, where no header gives it, and their cost where the file tells their profit. */
export function completePurchases({ columns, file }: MapContext): MappingLine[] {
  const { order_id: order, customer_id: customer, purchased_at: date, quantity, amount, cost } = columns;
  const [profit] = columnsCalled(file.columns, 'profit').filter(({ styles }) => styles.length > 0);
  const lines: MappingLine[] = [];
  if (!order && customer && date) {
    const text = `${quoted(customer)} || ' ' || ${quoted(date)}`;
    const check = 'no order number found: lines of one customer at one time are one order';
    lines.push({ canonical: 'order_id', text, uses: [], was: null, check });
  }
  if (!quantity) {
    lines.push({
      canonical: 'quantity',
      text: '1',
      uses: [],
      was: null,
      check: 'no quantity found: each line is one unit',
    });
  }
  if (profit && amount && !cost && !columns['unit_cost']) {
    const check = `what ${profit.header} leaves of ${amount.header}`;
    lines.push({ canonical: 'cost', text: `${quoted(amount)} - ${quoted(profit)}`, uses: [profit], was: null, check });
  }
  return lines;
}
