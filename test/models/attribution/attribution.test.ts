import { beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { attributeMarkov } from '../../../src/models/attribution/markov.ts';
import { touchEffectSql } from '../../../src/models/attribution/touch-effect.ts';
import { relationsOf } from '../../../src/sql/relation.ts';
import { raw } from '../../../src/sql/sql.ts';
import { buildLayer } from '../../support/build.ts';
import { table } from '../support.ts';
import { isFull } from '../../support/full.ts';

const customers = 300;
const asOf = '2025-12-31';
const lookBack = 90;

const draw = (salt: number, values: number): string => `cast(hash(i * 41 + ${salt}) % ${values} as integer)`;
const moment = (salt: number): string =>
  `timestamp '2025-01-01' + ${draw(salt, 365)} * interval 1 day + ${draw(salt + 1, 86400)} * interval 1 second`;

/** 3,000 contacts of 300 customers with 70 referrers, some unlike the others, and 900 orders of which some are returns. */
async function shop(engine: Engine, order = 'i'): Promise<void> {
  await table(
    engine,
    'warehouse.interaction',
    `select 'i' || i as interaction_id, 'c' || ${draw(1, customers)} as customer_id, ${moment(2)} as occurred_at,
      case when i % 3 = 0 then 'email' else 'web' end as channel, case when i % 3 = 0 then 'outbound' else 'inbound' end as direction,
      case when i % 7 = 0 then 'complaint' when i % 5 = 0 then null else 'visit' end as kind,
      case when i % 3 = 0 and i % 2 = 0 then 'spring' end as campaign_id,
      case when i % 4 > 0 then 'Site ' || least(${draw(4, 70)}, ${draw(5, 70)}) || ' ' end as referrer
    from range(3000) as t (i) order by ${order}`,
  );
  await table(
    engine,
    'warehouse.customer_order',
    `select 'o' || i as order_id, case when i % 50 > 0 then 'c' || ${draw(6, customers)} end as customer_id,
      ${moment(7)} as purchased_at, i % 20 > 0 as is_purchase, cast(${draw(9, 10000)} - 500 as decimal(18, 4)) / 7 as net_amount
    from range(900) as t (i) order by ${order}`,
  );
  await engine.create(
    'warehouse.customer_order',
    raw('select * replace (cast(net_amount as decimal(18, 4)) as net_amount) from warehouse.customer_order'),
  );
  await table(
    engine,
    'warehouse.setting',
    `select date '${asOf}' as as_of, cast(${lookBack} as integer) as look_back_days`,
  );
}

const relation = (id: string) => relationsOf('marts').find((one) => one.id === id)!;

async function build(engine: Engine): Promise<void> {
  await buildLayer(engine, relation('marts.touch'), relation('marts.touch_transition'));
  await engine.create('models.touch_effect', await touchEffectSql(engine));
  await buildLayer(engine, relation('marts.attribution'));
}

const creditShape = { kind: 'text', touch: 'text', rule: 'text', orders: 'text', net_revenue: 'text' } as const;

const readCredits = (engine: Engine) =>
  engine.rows(
    raw('select kind, touch, rule, orders, net_revenue from marts.attribution order by kind, touch, rule'),
    creditShape,
  );

interface Event {
  readonly id: string;
  readonly at: number;
  readonly customer: string;
}
type Contact = Event & { readonly touch: string };
type Order = Event & { readonly revenue: number };
interface Path {
  readonly contacts: Contact[];
  readonly order: Order | null;
}

const day = 86_400_000;

/** What the contract says, one customer and one contact after the other. */
async function pathsOf(engine: Engine): Promise<Path[]> {
  const contacts = await engine.rows(
    raw(`select interaction_id as id, epoch_ms(occurred_at) as at, customer_id as customer, channel, direction, kind, campaign_id, referrer
      from warehouse.interaction order by occurred_at, interaction_id`),
    {
      ...{ id: 'text', at: 'integer', customer: 'text', channel: 'text', direction: 'text' },
      ...{ kind: 'text?', campaign_id: 'text?', referrer: 'text?' },
    } as const,
  );
  const orders: Order[] = await engine.rows(
    raw(`select order_id as id, epoch_ms(purchased_at) as at, customer_id as customer, net_amount as revenue
      from warehouse.customer_order where is_purchase and customer_id is not null order by purchased_at, order_id`),
    { id: 'text', at: 'integer', customer: 'text', revenue: 'number' } as const,
  );
  const touches = contacts.flatMap(({ channel, direction, kind, campaign_id: campaign, referrer, ...event }) => {
    if (direction === 'outbound') return campaign === null ? [] : [{ ...event, touch: `campaign ${channel}` }];
    if (kind === 'complaint') return [];
    return [
      { ...event, touch: referrer === null ? `contact ${channel}` : `referrer ${referrer.trim().toLowerCase()}` },
    ];
  });
  const counts = new Map<string, number>();
  for (const { touch } of touches) counts.set(touch, (counts.get(touch) ?? 0) + 1);
  const kept = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 50);
  const names = new Set(kept.map(([touch]) => touch));
  const paths = new Map<string, Path>();
  for (const contact of touches) {
    const next = orders.find(({ customer, at }) => customer === contact.customer && at >= contact.at) ?? null;
    const inTime = next !== null && next.at - contact.at <= lookBack * day;
    const lastDay = Math.floor(contact.at / day) + lookBack;
    if (next === null && lastDay > Date.parse(asOf) / day) continue;
    const key = JSON.stringify([contact.customer, next?.id, inTime]);
    const path: Path = paths.get(key) ?? { contacts: [], order: inTime ? next : null };
    path.contacts.push({ ...contact, touch: names.has(contact.touch) ? contact.touch : 'other other' });
    paths.set(key, path);
  }
  return [...paths.values()];
}

/** Shares of an order by place, from the first touch to the last. */
const rules: Readonly<Record<string, (contacts: readonly Contact[]) => number[]>> = {
  first: (contacts) => contacts.map((_, i) => (i === 0 ? 1 : 0)),
  last: (contacts) => contacts.map((_, i) => (i === contacts.length - 1 ? 1 : 0)),
  linear: (contacts) => contacts.map(() => 1 / contacts.length),
  position: ({ length: n }) =>
    Array.from({ length: n }, (_, i) => (n < 3 ? 1 / n : i === 0 || i === n - 1 ? 0.4 : 0.2 / (n - 2))),
  decay: (contacts) => {
    const weights = contacts.map(({ at }) => 2 ** ((at - contacts.at(-1)!.at) / (7 * day)));
    return weights.map((weight) => weight / weights.reduce((sum, one) => sum + one, 0));
  },
};

describe('attribution', () => {
  let engine: Engine;
  let credits: Awaited<ReturnType<typeof readCredits>>;
  let paths: Path[];
  beforeAll(async () => {
    engine = await openDuckdb({ threads: 2, rowGroup: 2048 });
    await shop(engine);
    await build(engine);
    credits = await readCredits(engine);
    paths = await pathsOf(engine);
    return () => engine.close();
  });

  it.each(Object.keys(rules))('credits by the rule %s what orders taken one by one do', (rule) => {
    const expected = new Map<string, { orders: number; revenue: number }>();
    for (const { contacts, order } of paths) {
      if (order === null) continue;
      const shares = rules[rule]!(contacts);
      contacts.forEach(({ touch }, i) => {
        const sum = expected.get(touch) ?? { orders: 0, revenue: 0 };
        expected.set(touch, { orders: sum.orders + shares[i]!, revenue: sum.revenue + shares[i]! * order.revenue });
      });
    }
    const found = credits.filter((row) => row.rule === rule && row.kind !== 'none');
    expect(found.length).toBe(expected.size);
    expect(expected.size).toBe(51);
    for (const { kind, touch, orders, net_revenue: revenue } of found) {
      const sum = expected.get(`${kind} ${touch}`)!;
      expect(Math.abs(Number(orders) - sum.orders), touch).toBeLessThan(1e-3);
      expect(Math.abs(Number(revenue) - sum.revenue), touch).toBeLessThan(0.1);
    }
  });

  it('credits by Markov what the paths taken one by one do', () => {
    const { conversion, effects } = attributeMarkov(
      paths.flatMap(({ contacts, order }) =>
        [null, ...contacts].map((from, i) => ({
          from: from?.touch ?? null,
          to: contacts[i]?.touch ?? { converted: order !== null },
          count: 1,
        })),
      ),
    );
    const converted = paths.filter(({ order }) => order !== null).length;
    expect(paths.length - converted).toBeGreaterThan(50);
    expect(conversion).toBeCloseTo(converted / paths.length, 12);
    const found = new Map(
      credits
        .filter(({ rule, kind }) => rule === 'markov' && kind !== 'none')
        .map((row) => [`${row.kind} ${row.touch}`, Number(row.orders)]),
    );
    expect(found.size).toBe(effects.length);
    for (const { touch, share } of effects) expect(found.get(touch), touch).toBeCloseTo(share * converted, 5);
  });

  it('adds up to all orders by every rule, with a line for those without a touch', async () => {
    const [all] = await engine.rows(
      raw(`select (select count(*) from warehouse.customer_order where is_purchase) * 1000000 as orders,
        (select sum(net_amount) * 10000 from warehouse.customer_order where is_purchase) as revenue`),
      { orders: 'number', revenue: 'number' },
    );
    const units = (decimal: string): number => Number(decimal.replace('.', ''));
    for (const rule of [...Object.keys(rules), 'markov']) {
      const rows = credits.filter((row) => row.rule === rule);
      expect(rows.reduce((sum, { orders }) => sum + units(orders), 0)).toBe(all!.orders);
      expect(rows.reduce((sum, { net_revenue: revenue }) => sum + units(revenue), 0)).toBe(all!.revenue);
      expect(Number(rows.find(({ kind }) => kind === 'none')!.orders)).toBeGreaterThan(100);
    }
  });

  it.runIf(isFull)('is the same with the rows shuffled, on one thread and on four', async () => {
    for (const threads of [1, 4]) {
      const other = await openDuckdb({ threads, rowGroup: 2048 });
      await shop(other, 'hash(i)');
      await build(other);
      expect(await readCredits(other)).toEqual(credits);
      await other.close();
    }
  });

  it('is empty without contacts, and without orders', async () => {
    const other = await openDuckdb({ threads: 1 });
    await shop(other);
    const contacts = 'select * from warehouse.interaction';
    await other.create('warehouse.interaction', raw(`${contacts} where false`));
    await build(other);
    expect((await readCredits(other)).map(({ kind, orders }) => [kind, orders])).toEqual(
      Array.from({ length: 6 }, () => ['none', '855.000000']),
    );
    await other.create('warehouse.customer_order', raw('select * from warehouse.customer_order where false'));
    await build(other);
    expect(await readCredits(other)).toEqual([]);
    await other.close();
  });
});
