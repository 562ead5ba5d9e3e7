import type { Engine } from '../../engine/engine.ts';
import { tablesIn } from '../../engine/tables.ts';
import { attachPeople, type People } from '../../pipeline/people/file.ts';
import { releasedAudiences, type ReleasedAudience } from '../../pipeline/release-audiences.ts';
import { name, sql } from '../../sql/sql.ts';
import type { Colors, Effects } from '../effects.ts';
import { findStore, withCurrent } from '../store.ts';
import { printTable, visible } from '../table.ts';
import { count, whole } from '../words.ts';
import { findAudience, onOneLine, readAudiences, readDecided } from './known.ts';

/** Options of `bezero audiences show`. */
export interface ShowAudienceOptions {
  readonly name: string;
  /** How many customers are listed. */
  readonly limit: number;
  readonly store?: string;
  readonly json: boolean;
}

const notReleased =
  'the release does not have this audience; what was decided by hand is kept until "bezero audiences forget" drops it';

const shape = { customer_id: 'text', kind: 'text', since: 'text', name: 'text?', pending: 'boolean' } as const;

const members = 'segments.audience_member';

/** The audience that is meant; null: the release does not have it, but people decided on members of it. @throws ConfigError where there is none */
async function meantAudience(engine: Engine, people: People, name: string): Promise<ReleasedAudience | null> {
  const released = await releasedAudiences(engine);
  if (released.some(({ audience }) => audience === name)) return findAudience(released, name);
  if ((await readDecided(engine, people)).some(({ audience }) => audience === name)) return null;
  return findAudience(await readAudiences(engine), name);
}

/** What is told of an audience of a release. */
function audienceLines(
  { audience, title, description, condition, ...of }: ReleasedAudience,
  bold: Colors['bold'],
): string[] {
  return [
    bold(visible(`${audience}${title === null ? '' : `  ${title}`}`)),
    ...(description === null ? [] : [visible(onOneLine(description))]),
    visible(onOneLine(condition)),
    `${count(of.customers, 'customer')}: ${whole(of.by_condition)} by the condition, ${whole(of.included)} included by hand; ${whole(of.excluded)} for whom the condition holds excluded by hand`,
  ];
}

/** An audience, and whom people included or excluded by hand: what they decided by now, which the next run applies. */
export async function showAudience(options: ShowAudienceOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  const { audience, decided, byHand } = await withCurrent(store, async (engine) => {
    const people = await attachPeople(engine, store);
    const audience = await meantAudience(engine, people, options.name);
    const decided = sql`from ${people.table('audience_member')} as decided where audience = ${options.name}`;
    const [all] = await engine.rows(sql`select count(*) as n ${decided}`, { n: 'integer' }, 1);
    const inside = (await tablesIn(engine)).has(members)
      ? sql`select customer_id from ${name(...members.split('.'))} where audience = ${options.name}`
      : sql`select cast(null as varchar) as customer_id where false`;
    const byHand = await engine.rows(
      sql`select decided.customer_id, decided.kind, cast(decided.since as varchar) as since, customer.name,
          customer.customer_id is not null and (decided.kind = 'include') = (member.customer_id is null) as pending
        from (select * ${decided}) as decided
        left join marts.customer as customer on customer.customer_id = decided.customer_id
        left join (${inside}) as member on member.customer_id = decided.customer_id
        order by decided.kind, decided.customer_id limit ${options.limit}`,
      shape,
      options.limit,
    );
    return { audience, decided: all!.n, byHand };
  });
  if (options.json) {
    effects.print(JSON.stringify({ ...(audience ?? { audience: options.name, condition: null }), decided, byHand }));
    return;
  }
  const { bold } = effects.colors;
  const lines = audience === null ? [bold(visible(options.name)), notReleased] : audienceLines(audience, bold);
  for (const line of lines) effects.print(line);
  if (byHand.length > 0) {
    effects.print('');
    printTable(
      [
        { name: 'customer', whole: true },
        { name: 'name' },
        { name: 'by hand', whole: true },
        { name: 'since', whole: true },
        { name: '' },
      ],
      byHand.map((one) => [
        one.customer_id,
        one.name ?? '',
        `${one.kind}d`,
        one.since,
        one.pending ? 'from the next run on' : '',
      ]),
      effects,
    );
  }
  if (decided > byHand.length) effects.say(`${whole(byHand.length)} of ${whole(decided)} shown; --limit N shows more`);
}
