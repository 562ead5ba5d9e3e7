import type { Engine } from '../engine/engine.ts';
import { tablesIn } from '../engine/tables.ts';
import { ConfigError } from '../errors.ts';
import { currentRelease } from '../pipeline/releases.ts';
import { readWorth } from '../reports/data/worth.ts';
import type { Worth } from '../text/en/words.ts';
import { sql } from '../sql/sql.ts';
import { readCustomerAudiences, type CustomerAudience } from './customer/audiences.ts';
import { readCustomerCampaigns, type CustomerCampaign } from './customer/campaigns.ts';
import { readChanges, type Changes } from './customer/changes.ts';
import { readClv, type CustomerClv } from './customer/clv.ts';
import { readCosts, type CustomerCosts } from './customer/costs.ts';
import { readContacts, readOrders, readStays, type Contact, type Order, type Stay } from './customer/events.ts';
import {
  readAttributes,
  readConsent,
  readFacts,
  readRank,
  similarIds,
  withNames,
  type CustomerFacts,
} from './customer/facts.ts';
import { readOffers, type CustomerOffer } from './customer/offers.ts';
import { readOutlook, type Outlook } from './customer/outlook.ts';
import { readWhy, type Why } from './customer/why.ts';
import { readRelease } from './earlier-release.ts';
import type { Effects } from './effects.ts';
import { findStore, withCurrent } from './store.ts';
import { visible } from './table.ts';

/** Options of `bezero customer`. */
export interface CustomerOptions {
  readonly id: string;
  readonly store?: string;
  readonly json: boolean;
}

/** Everything that is told of one customer. */
export interface CustomerCard {
  readonly run: string;
  readonly as_of: string;
  readonly currency: string;
  readonly customer: CustomerFacts;
  /** `net_revenue`: no cost is known of anybody, so `profit` is but another name for net revenue. */
  readonly worth: Worth;
  readonly consent: Readonly<Record<string, boolean>>;
  /** Null: there are none of anybody. */
  readonly audiences: readonly CustomerAudience[] | null;
  /** The latest first. */
  readonly campaigns: readonly CustomerCampaign[];
  readonly attributes: readonly { readonly attribute: string; readonly value: string }[];
  readonly rank: { readonly by: string; readonly rank: number; readonly customers: number } | null;
  readonly why: Why | null;
  readonly costs: CustomerCosts;
  readonly outlook: Outlook | null;
  /** What they will be worth; null: nobody is valued, or they never bought. */
  readonly clv: CustomerClv | null;
  /** What they are likely to buy next, the likeliest first; none where nothing is foretold. */
  readonly offers: readonly CustomerOffer[];
  readonly stays: readonly Stay[];
  readonly orders: readonly Order[];
  readonly contacts: readonly Contact[];
  readonly changes: Changes | null;
}

/** Tells who a customer is. Throws `ConfigError` for an id that the current release does not have. */
export async function customer({ id, json, ...options }: CustomerOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  const run = (await currentRelease(store)) ?? '';
  const card = await withCurrent(store, (engine) => readRelease(run, () => readCard(engine, store, run, id)));
  if (json) effects.print(JSON.stringify(card));
  else {
    const { showCustomer } = await import('./customer/show.ts');
    for (const line of showCustomer(card, effects)) effects.print(line);
  }
}

async function readCard(engine: Engine, store: string, run: string, id: string): Promise<CustomerCard> {
  const found = await readFacts(engine, id);
  if (found === null) throw await unknown(engine, id);
  const [setting] = await engine.rows(
    sql`select as_of, currency from warehouse.setting`,
    { as_of: 'day', currency: 'text' },
    1,
  );
  const { attachPeople, nobody } = await import('../pipeline/people/file.ts');
  const people = await attachPeople(engine, store);
  const { currentNames } = await import('../pipeline/segment-names.ts');
  const { names } = await currentNames(engine, people);
  const worth = await readWorth(engine);
  const facts = withNames(found, names);
  const tables = await tablesIn(engine);
  return {
    run,
    ...setting!,
    customer: facts,
    worth,
    consent: await readConsent(engine, id, people === nobody ? undefined : 'people.suppression'),
    audiences: await readCustomerAudiences(engine, people, id),
    campaigns: await readCustomerCampaigns(engine, tables, id),
    attributes: await readAttributes(engine, id),
    rank: await readRank(engine, facts, worth),
    why: await readWhy(engine, facts, names),
    costs: await readCosts(engine, id),
    outlook: await readOutlook(engine, tables, id),
    clv: await readClv(engine, tables, id),
    offers: await readOffers(engine, tables, id),
    stays: await readStays(engine, id, names),
    orders: await readOrders(engine, id),
    contacts: await readContacts(engine, id),
    changes: await readChanges(engine, store, facts),
  };
}

const quoted = (id: string): string => visible(JSON.stringify(id));

async function unknown(engine: Engine, id: string): Promise<ConfigError> {
  if (id === '' || id === 'anonymous') {
    return new ConfigError(
      'ID must be a customer; what belongs to nobody is summed up by bezero sql "from marts.customer_profit where customer_id = \'\'"',
    );
  }
  const similar = await similarIds(engine, id);
  const hint =
    similar.length > 0
      ? `; did you mean ${similar.map(quoted).join(' or ')}?`
      : `; bezero sql "select customer_id from marts.customer where name ilike '%part%'" finds a customer by name`;
  return new ConfigError(`ID must be a customer of the current release, got ${quoted(id)}${hint}`);
}
