import { isConstantWithin } from './attributes.ts';
import { parseNumber } from './numbers.ts';
import type { ProbedColumn, ProbedFile } from './probe.ts';
import { split } from '../../sources/headers/things.ts';
import { readHeaderWords } from '../../sources/headers/words.ts';

/** The columns of order lines, and what is to be said of the money among them. */
export interface SettledAmounts {
  readonly columns: Readonly<Record<string, ProbedColumn>>;
  /** By canonical column: a guess to check, or what the data show. */
  readonly remarks: Readonly<Record<string, { readonly check: string } | { readonly seen: string }>>;
}

type Meaning = 'unit' | 'line';

/** Headers that may be the price of a unit or the sum of a line. */
const unclear = split(
  `price, precio, prezioa, prezio, pvp, preis, prix, prezzo, preco, prijs, מחיר, amount, total, total amount, value, dollar value, importe, valor,
  zenbatekoa, guztira, betrag, summe, montant, importo, bedrag, סכום, סהכ`,
);

const isUnclear = ({ header }: ProbedColumn): boolean => {
  const { phrase, without } = readHeaderWords(header);
  return [phrase, without.product, without.order].some((words) => words !== undefined && unclear.includes(words));
};

const words: Readonly<Record<Meaning, string>> = { unit: 'the price of one unit', line: 'the sum of the whole line' };

const canonicalOf: Readonly<Record<Meaning, string>> = { unit: 'unit_price', line: 'amount' };

/** Fewer lines than this, of products sold in different quantities, show nothing; nor do fewer of products that are not known. */
const fewest = { byProduct: 6, inAll: 100 } as const;

interface Line {
  readonly product: string;
  readonly quantity: number;
  readonly money: number;
}

function linesOf(
  file: ProbedFile,
  money: ProbedColumn,
  quantity: ProbedColumn,
  product: ProbedColumn | undefined,
): Line[] {
  const [at, of] = [file.columns.indexOf(money), file.columns.indexOf(quantity)];
  const by = product === undefined ? -1 : file.columns.indexOf(product);
  return file.records.flatMap((record) => {
    const number = (i: number): number => Math.abs(parseNumber(record[i]!.trim(), file.style.style));
    const line = { product: record[by] ?? '', quantity: number(of), money: number(at) };
    return line.quantity > 0 && line.money > 0 && Number.isFinite(line.quantity * line.money) ? [line] : [];
  });
}

/** How far the logarithms of some values lie from their mean, squared, in all. */
function spread(values: readonly number[]): number {
  const logs = values.map(Math.log);
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  return logs.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/**
 * What an amount of money is by the lines of products that are sold in different quantities: where the money itself hardly changes with
 * the quantity, it is of one unit; where the money by quantity hardly changes, of the line. Lines without products are taken together.
 * Null: the data do not tell.
 */
function meaningIn(lines: readonly Line[]): Meaning | null {
  const products = new Map<string, Line[]>();
  for (const line of lines) {
    const own = products.get(line.product);
    if (own) own.push(line);
    else products.set(line.product, [line]);
  }
  const telling = [...products.values()].filter((own) => new Set(own.map(({ quantity }) => quantity)).size > 1);
  if (telling.flat().length < (telling.length === 1 ? fewest.inAll : fewest.byProduct)) return null;
  const sum = (of: (line: Line) => number): number => telling.reduce((all, own) => all + spread(own.map(of)), 0);
  const asUnit = sum(({ money }) => money);
  const asLine = sum(({ money, quantity }) => money / quantity);
  if (asUnit < asLine / 4) return 'unit';
  return asLine < asUnit / 4 ? 'line' : null;
}

/** Is the same sum written on every line of an order? Then it is the order's, and would count once a line. */
function isOfOrder(file: ProbedFile, order: ProbedColumn | undefined, money: ProbedColumn): boolean {
  if (!order || order.distinct > file.records.length * 0.8 || money.distinct < 3) return false;
  return isConstantWithin(order, money, file);
}

/** Decides by the data, where they tell, whether money is of a unit or of a line, and says so where a header leaves it open. */
export function settleAmounts(file: ProbedFile, columns: Readonly<Record<string, ProbedColumn>>): SettledAmounts {
  const { unit_price: price, amount, quantity, product_id: product, order_id: order } = columns;
  const money = price ?? amount;
  if (!money) return { columns, remarks: {} };
  if (!price && isOfOrder(file, order, money)) {
    const check = 'the same on all lines of an order: is it the sum of the order? It counts once a line';
    return { columns, remarks: { amount: { check } } };
  }
  const isOpen = quantity !== undefined && quantity.values.some((value) => Number(value) !== 1) && isUnclear(money);
  if (!isOpen || (price && amount)) return { columns, remarks: {} };
  const byHeader: Meaning = price ? 'unit' : 'line';
  const shown = money.styles.length > 0 ? meaningIn(linesOf(file, money, quantity, product)) : null;
  if (shown === byHeader)
    return { columns, remarks: { [canonicalOf[shown]]: { seen: `${words[shown]}, as the data show` } } };
  const taken = shown ?? byHeader;
  const other: Meaning = taken === 'unit' ? 'line' : 'unit';
  const { unit_price: _price, amount: _amount, ...rest } = columns;
  const check =
    `taken as ${words[taken]}${shown === null ? '' : ', which the data show'}; ` +
    `if it is ${words[other]}, write ${canonicalOf[other]} instead of ${canonicalOf[taken]}`;
  return { columns: { ...rest, [canonicalOf[taken]]: money }, remarks: { [canonicalOf[taken]]: { check } } };
}
