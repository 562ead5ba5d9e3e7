import { dayOf, daysLater, end, hourOf, weekdayOf } from './calendar.ts';
import { drawOrder, type Line } from './basket.ts';
import type { Character } from './character.ts';
import { delivery, demanding, freeDelivery, mainStore, phoneHours, salesReps, storeHours } from './company.ts';
import type { Plan } from './plan.ts';
import type { Dice } from './random.ts';
import { regions, type Region } from './regions.ts';
import { salesChannels, type SalesChannel } from './segments.ts';

/** An order, or goods sent back: then its units and money count against the customer. Money in cents. */
export interface Order {
  /** 1, 2, 3 … for the orders of a customer. */
  readonly number: number;
  readonly isReturn: boolean;
  readonly moment: number;
  readonly lines: readonly Line[];
  readonly delivery: number;
  readonly channel: SalesChannel;
  readonly store: string;
  readonly salesRep: string;
}

/** Countries from which people come to a store. */
const nearby: ReadonlySet<string> = new Set(['ES', 'FR']);

/** The channel of an order at a moment: one that the segment uses and that is open then; the web is always open. */
function drawChannel(dice: Dice, { kind, region }: Character, moment: number): SalesChannel {
  const channel = salesChannels[dice.choose(kind.channelWeights)]!;
  const hour = hourOf(moment) + 0.5;
  const [from, to] = channel === 'store' ? storeHours : channel === 'phone' ? phoneHours : [0, 24];
  const lastWeekday = channel === 'store' ? 5 : channel === 'phone' ? 4 : 6;
  const isOpen = hour > from && hour < to && weekdayOf(moment) <= lastWeekday;
  const isNear = channel !== 'store' || nearby.has(regions[region].country);
  return isOpen && isNear ? channel : 'web';
}

/** The goods of an order that come back, three to thirty days later; nothing where that is after the end. */
function drawReturn(dice: Dice, character: Character, order: Order): Order | undefined {
  const chance = character.demanding ? demanding.returns : character.kind.returns;
  const lines = order.lines.filter(() => dice.chance(chance));
  if (lines.length === 0) return undefined;
  const moment = daysLater(order.moment, 3 + dice.below(28), 10 + dice.uniform() * 10);
  return moment < end ? { ...order, isReturn: true, moment, lines, delivery: 0 } : undefined;
}

const discountOf = (dice: Dice, { kind, demanding: haggles }: Character): number => {
  const rate = dice.chance(kind.promotion.chance) ? dice.pick(kind.promotion.rates) : 0;
  return Math.round((rate + (haggles ? demanding.discount : 0)) * 100) / 100;
};

/** Net amount that an order has at least, in cents a line. One in some ten thousand orders would have less. */
const leastLine = 100;

/** Draws the orders of a customer and what came back of them, by time of the order. */
export function drawOrders(dice: Dice, character: Character, plan: Plan): Order[] {
  const { kind, buyer, region } = character;
  const place: Region = regions[region];
  const spend = dice.gamma(plan.population.spend.p, buyer.nu);
  const orders: Order[] = [];
  character.history.moments.forEach((moment, i) => {
    const count = 1 + dice.poisson(plan.basketScale * kind.basket);
    const value = Math.max(leastLine * count, Math.round(100 * spend()));
    const channel = drawChannel(dice, character, moment);
    const order: Order = {
      number: i + 1,
      isReturn: false,
      moment,
      lines: drawOrder(dice, kind.taste, value, count, discountOf(dice, character)),
      delivery: channel !== 'store' && value < freeDelivery ? delivery[place.country]! : 0,
      channel,
      store: channel === 'store' ? (place.store ?? mainStore) : '',
      salesRep: channel === 'phone' ? salesReps[dayOf(moment) % salesReps.length]! : '',
    };
    orders.push(order);
    const back = drawReturn(dice, character, order);
    if (back) orders.push(back);
  });
  return orders;
}
