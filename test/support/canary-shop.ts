import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { main } from '../../src/cli.ts';
import { recordingEffects } from './effects.ts';
import { runIn } from './running.ts';

/** What tells of the person wherever it stands: id, name, address, number, order, contact, words. */
export const id = 'zq-canary-77';
export const canaries = [
  id,
  'Quilla Zanahoria',
  'quilla@canary.example',
  '555-0177',
  'order-zq-1',
  'contact-zq-1',
  'wordszq',
];

/** Its pipeline. */
export const yaml = `
name: shop
store: store
time_zone: UTC
as_of: latest
currency: EUR
sources:
  customers: { files: 'customers*.csv', max_rejected: 50%, tables: { customers: same } }
  purchases: { files: 'purchases*.csv', max_rejected: 50%, tables: { purchases: same } }
  interactions: { files: interactions.csv, tables: { interactions: same } }
  returns: { files: returns.csv, tables: { returns: same } }
steps:
  - rfm: {}
  - kmeans: { features: [log1p(monetary)], k: 2, refit: always }
audiences:
  dear: { where: "monetary > 500" }
outputs:
  segments: { people: {}, machine: true }
  arrow: [customer]
keep: { warehouses: 2, releases: 9 }
`;

/** A shop of twelve customers, the canary among them, whose traces are wherever there can be any. */
export function fillShop(folder: string): void {
  const write = (name: string, ...lines: string[]): void => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  };
  const others = Array.from({ length: 12 }, (_, i) => `c${i}`);
  write(
    'customers.csv',
    'customer_id,name,email,phone,referrer,birth_date,email_opt_in',
    ...others.map((one, i) => `${one},Name ${i},${one}@example.org,,${i === 3 ? id : 'fair'},,true`),
    `${id},Quilla Zanahoria,quilla@canary.example,555-0177,,,true`,
    `"${id}",Quilla Zanahoria,quilla@canary.example,555-0177,,no date wordszq,true`,
  );
  const line = (order: string, one: string, price: number): string => `${order},1,${one},2026-01-01,1,${price}`;
  write(
    'purchases.csv',
    'order_id,line_number,customer_id,purchased_at,quantity,unit_price',
    ...others.map((one, i) => line(`o${i}`, one, i % 2 === 0 ? 10 + i : 1000 + i)),
    line('order-zq-1', id, 1500),
    line('order-zq-1', id, 1500), // a repeat, so that it is looked at
    `order-zq-1,2,${id},2026-01-01,1,5,one field too many`,
  );
  write(
    'interactions.csv',
    'interaction_id,customer_id,occurred_at,channel,text',
    `contact-zq-1,${id},2026-01-02,email,wordszq`,
    'i2,c1,2026-01-02,email,fine',
  );
  write('returns.csv', 'order_id,returned_on,reason', 'order-zq-1,2026-01-03,wordszq', 'o2,2026-01-03,small');
}

/** Runs a command there. */
export async function bezero(
  folder: string,
  ...argv: string[]
): Promise<{ code: number; said: string; printed: string }> {
  const effects = recordingEffects(folder);
  const code = await main(argv, effects);
  return { code, said: effects.said.join('\n'), printed: effects.printed.join('\n') };
}

/** A night of it, on a day of November. */
export const night = (folder: string, day: number, text = yaml) =>
  runIn(folder, text, { now: `2026-11-${day}T02:00:00Z`, random: `00${day}`, force: true });

/** A shop after three nights: two releases with warehouses, one that only has its files, and rejects of a night that was stopped. */
export async function threeNights(folder: string): Promise<string> {
  fillShop(folder);
  await night(folder, 21);
  const decided = await bezero(folder, 'audiences', 'include', 'dear', id, '--store', 'store');
  expect(decided).toMatchObject({ code: 0 });
  await night(folder, 22);
  await night(folder, 23);
  await expect(night(folder, 24, yaml.replaceAll('50%', '0%'))).rejects.toThrow('may be rejected');
  // What the stopped night left is swept by whatever changes the store next.
  const { code, said } = await bezero(folder, 'audiences', 'exclude', 'dear', 'c1');
  expect([code, said]).toEqual([0, said]);
  return join(folder, 'store');
}
