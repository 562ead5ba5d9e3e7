import { affinities, cheapest, dearest, nearest, stocks, type Product } from './catalogue.ts';
import { categories } from './products.ts';
import { cumulate, type Dice, type Weights } from './random.ts';
import type { Segment } from './segments.ts';

/** One line of an order; money in cents. Net amount: `units * unitPrice - discount`. */
export interface Line {
  readonly product: Product;
  readonly units: number;
  unitPrice: number;
  discount: number;
}

/** What a segment puts into a basket, ready for drawing. */
export interface Taste {
  readonly categories: Weights;
  readonly units: Weights;
}

/** The taste of a segment. */
export const tasteOf = (segment: Segment): Taste => ({
  categories: cumulate(categories.map((category) => segment.categories[category] ?? 0)),
  units: cumulate(segment.units),
});

/** Share of the orders with three lines or more that hold the planted pair of the category they are drawn to, money allowing. */
export const pairChance = 0.14;

/** The goods of a planted pair are bought without a plan this often, against their neighbours on the shelf. */
const alone = 0.22;

const paired: ReadonlySet<Product> = new Set(affinities.flatMap(({ first, second }) => [first, second]));

/** A good near `target` cents that is not in the basket yet; `sway` lets the choice miss by one place on the shelf. */
function pickProduct(dice: Dice, category: number, target: number, basket: readonly Line[], sway: boolean): Product {
  const shelf = stocks[category]!;
  const best = nearest(shelf, target);
  const place = best + (sway ? dice.below(3) - 1 : 0);
  for (let miss = 0; miss <= 2 * shelf.length; miss += 1) {
    const product = shelf[place + (miss % 2 === 0 ? miss / 2 : -(miss + 1) / 2)];
    if (product && !basket.some((line) => line.product === product) && (!paired.has(product) || dice.chance(alone)))
      return product;
  }
  return shelf[best]!;
}

const addTo = (basket: Line[], product: Product, units: number): number => {
  basket.push({ product, units, unitPrice: product.price, discount: 0 });
  return product.price * units;
};

/** What a line costs at least, in cents: a little more than the cheapest good, so that several goods can be had for it. */
const least = cheapest * 1.5;

/** Fills a basket of `lines` lines whose goods cost about `gross` cents at list price. */
function fillBasket(dice: Dice, taste: Taste, gross: number, lines: number): Line[] {
  const basket: Line[] = [];
  let rest = gross;
  if (lines >= 3 && dice.chance(pairChance)) {
    const { first, second } = affinities[dice.choose(taste.categories)]!;
    if (first.price + second.price < 0.8 * gross) rest -= addTo(basket, first, 1) + addTo(basket, second, 1);
  }
  while (basket.length < lines) {
    const left = lines - basket.length;
    const share = left === 1 ? 1 : 1 - dice.uniform() ** (1 / (left - 1));
    const target = least + share * Math.max(0, rest - left * least);
    const wanted = Math.min(1 + dice.choose(taste.units), Math.max(1, Math.floor(target / cheapest)));
    const units = Math.max(wanted, Math.ceil(target / (1.1 * dearest)));
    const product = pickProduct(dice, dice.choose(taste.categories), target / units, basket, left > 1);
    rest -= addTo(basket, product, units);
  }
  return basket;
}

/** Sets prices and discounts so that the basket's net amount is `value` cents, to the cent. */
function price(basket: readonly Line[], value: number, discountRate: number): void {
  const list = basket.reduce((sum, line) => sum + line.units * line.product.price, 0);
  const level = value / (1 - discountRate) / list;
  let net = 0;
  let main = basket[0]!;
  for (const line of basket) {
    line.unitPrice = Math.max(1, Math.round(line.product.price * level));
    line.discount = Math.round(line.units * line.unitPrice * discountRate);
    net += line.units * line.unitPrice - line.discount;
    if (line.units < main.units || (line.units === main.units && line.unitPrice > main.unitPrice)) main = line;
  }
  const missing = value - net;
  const raise = discountRate === 0 || missing > main.discount ? Math.ceil((missing - main.discount) / main.units) : 0;
  main.unitPrice += raise;
  main.discount += raise * main.units - missing;
}

/**
 * Draws the lines of an order whose net amount is `value` cents, to the cent. Goods are chosen to fit the value; then all prices of the
 * order move by one factor ("the price of the day", within about a tenth of the list price), and the last cents go to one line.
 */
export function drawOrder(dice: Dice, taste: Taste, value: number, lines: number, discountRate: number): Line[] {
  const basket = fillBasket(dice, taste, value / (1 - discountRate), lines);
  price(basket, value, discountRate);
  return basket;
}
