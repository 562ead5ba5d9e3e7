import { categories, shelves, type Category, type Shelf } from './products.ts';

/** A product of the shop; money in cents. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly brand: string;
  readonly price: number;
  readonly cost: number;
  /** Value-added tax, as a share of the net amount. */
  readonly taxRate: number;
}

/** Two products that are put into one basket more often than chance would. */
export interface Affinity {
  readonly first: Product;
  readonly second: Product;
}

/** The margin of neighbours differs a little, in steps of a percent and a half around that of the shelf. */
const marginStep = (place: number): number => (((place * 7) % 5) - 2) * 0.015;

function stock(category: Category, shelfNumber: number): Product[] {
  const shelf: Shelf = shelves[category];
  return shelf.goods.map(([name, price], place) => ({
    id: String(shelfNumber + 1).padStart(2, '0') + String(place + 1).padStart(2, '0'),
    name,
    category,
    brand: shelf.brand,
    price: Math.round(price * 100),
    cost: Math.round(price * 100 * (1 - shelf.margin - marginStep(place))),
    taxRate: category === 'Pantry' ? 0.1 : 0.21,
  }));
}

/** Products by category (index as in `categories`), by rising price. */
export const stocks: readonly (readonly Product[])[] = categories.map(stock);

/** Every product, by id. */
export const catalogue: readonly Product[] = stocks.flat();

/** The dearest and the cheapest price of any product, in cents. */
export const dearest = Math.max(...catalogue.map((product) => product.price));
export const cheapest = Math.min(...catalogue.map((product) => product.price));

function named(name: string): Product {
  const product = catalogue.find((one) => one.name === name);
  if (!product) throw new RangeError(`no product is called ${name}`);
  return product;
}

const together = (first: string, second: string): Affinity => ({ first: named(first), second: named(second) });

/** The planted pairs, by category (index as in `categories`): an order drawn to this category may hold the pair. */
export const affinities: readonly Affinity[] = [
  together('Walking socks', 'Liner socks'),
  together('Gas stove', 'Gas cartridge'),
  together('Bath towel', 'Hand towel'),
  together('Moka pot', 'Coffee beans 250 g'),
  together('Herb planter', 'Potting soil 5 l'),
  together('Bottle of txakoli', 'Anchovies'),
];

/** Place, on a shelf, of the product whose price is nearest to `target` cents by ratio. */
export function nearest(shelf: readonly Product[], target: number): number {
  let low = 0;
  let high = shelf.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (shelf[middle]!.price <= target) low = middle;
    else high = middle;
  }
  return target * target < shelf[low]!.price * shelf[high]!.price ? low : high;
}
