import { listedSql } from '../sql/listed.ts';
import { join, raw, sql } from '../sql/sql.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';

const money = (amount: number) => sql`cast(${raw(amount.toFixed(4))} as decimal(18,4))`;

/** What of a pipeline the layers know. */
export type Settings = Pick<
  Pipeline,
  'costs' | 'retention' | 'language' | 'currency' | 'time_zone' | 'active_days' | 'attribution' | 'acquisition'
>;

/** Makes the tables that carry the pipeline's settings to the layers: `warehouse.setting` (one row), `warehouse.contact_rate` and `warehouse.origin_kind`. */
export function settingsStep({
  costs,
  retention,
  language,
  currency,
  time_zone,
  active_days,
  attribution,
  acquisition,
}: Settings): PlannedStep {
  return {
    name: 'settings',
    kind: 'relation',
    reads: [],
    writes: ['warehouse.setting', 'warehouse.contact_rate', 'warehouse.origin_kind'],
    async run({ engine, asOf }) {
      await engine.create(
        'warehouse.setting',
        sql`select cast(${asOf} as date) as as_of, cast(${language} as varchar) as language, cast(${currency} as varchar) as currency, cast(${time_zone} as varchar) as time_zone,
          cast(${raw(String(active_days))} as integer) as active_days,
          cast(${raw(String(attribution.look_back_days))} as integer) as look_back_days,
          ${money(costs.fulfilment_per_order)} as fulfilment_per_order, ${money(costs.fulfilment_per_line)} as fulfilment_per_line,
          ${money(costs.handling_per_return)} as handling_per_return,
          ${money(retention.saved_share)} as saved_share, ${money(retention.required_return)} as required_return`,
      );
      const rates = Object.entries(costs.contacts).map(
        ([channel, rate]) => sql`(${channel}, ${money(rate.per_contact)}, ${money(rate.per_minute)})`,
      );
      const { rows } = await engine.create(
        'warehouse.contact_rate',
        sql`select cast(channel as varchar) as channel, per_contact, per_minute
          from (values ${join([sql`(null, ${money(0)}, ${money(0)})`, ...rates])}) as rate (channel, per_contact, per_minute)
          where channel is not null`,
      );
      const kinds = Object.entries(acquisition).flatMap(([kind, origins]) =>
        [...new Set(origins)].map((origin) => ({ origin, is_paid: Number(kind === 'paid') })),
      );
      await engine.create(
        'warehouse.origin_kind',
        sql`select origin, is_paid = 1 as is_paid from (${listedSql({ origin: 'varchar', is_paid: 'integer' }, kinds)}) as listed`,
      );
      return { rows, outcome: `as of ${asOf}` };
    },
  };
}
