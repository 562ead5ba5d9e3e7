import { attachPeople } from '../../pipeline/people/file.ts';
import { sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { findStore, withCurrent } from '../store.ts';
import { printTable, visible } from '../table.ts';
import { count, whole } from '../words.ts';
import { findAudience, onOneLine, readAudiences } from './known.ts';

/** Options of `bezero audiences show`. */
export interface ShowAudienceOptions {
  readonly name: string;
  /** How many customers are listed. */
  readonly limit: number;
  readonly store?: string;
  readonly json: boolean;
}

const shape = { customer_id: 'text', kind: 'text', since: 'text', name: 'text?' } as const;

/** An audience, and whom people included or excluded by hand: what they decided by now, which the next run applies. */
export async function showAudience(options: ShowAudienceOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  const shown = await withCurrent(store, async (engine) => {
    const audience = findAudience(await readAudiences(engine), options.name);
    const people = await attachPeople(engine, store);
    const decided = sql`from ${people.table('audience_member')} as decided where audience = ${audience.audience}`;
    const [all] = await engine.rows(sql`select count(*) as n ${decided}`, { n: 'integer' }, 1);
    const byHand = await engine.rows(
      sql`select decided.customer_id, decided.kind, cast(decided.since as varchar) as since, customer.name
        from (select * ${decided}) as decided
        left join marts.customer as customer on customer.customer_id = decided.customer_id
        order by decided.kind, decided.customer_id limit ${options.limit}`,
      shape,
      options.limit,
    );
    return { ...audience, decided: all!.n, byHand };
  });
  if (options.json) {
    effects.print(JSON.stringify(shown));
    return;
  }
  const { bold } = effects.colors;
  effects.print(bold(visible(`${shown.audience}${shown.title === null ? '' : `  ${shown.title}`}`)));
  if (shown.description !== null) effects.print(visible(onOneLine(shown.description)));
  effects.print(visible(onOneLine(shown.condition)));
  effects.print(
    `${count(shown.customers, 'customer')}: ${whole(shown.by_condition)} by the condition, ${whole(shown.included)} included by hand; ${whole(shown.excluded)} excluded by hand`,
  );
  if (shown.byHand.length > 0) {
    effects.print('');
    printTable(
      [
        { name: 'customer', whole: true },
        { name: 'name' },
        { name: 'by hand', whole: true },
        { name: 'since', whole: true },
      ],
      shown.byHand.map((one) => [one.customer_id, one.name ?? '', `${one.kind}d`, one.since]),
      effects,
    );
  }
  if (shown.decided > shown.byHand.length)
    effects.say(`${whole(shown.byHand.length)} of ${whole(shown.decided)} shown; --limit N shows more`);
}
