import type { Engine, Row } from '../../engine/engine.ts';
import { tablesIn } from '../../engine/tables.ts';
import type { People } from '../../pipeline/people/file.ts';
import { name, sql, type Sql } from '../../sql/sql.ts';

const shape = {
  audience: 'text',
  title: 'text?',
  is_released: 'boolean',
  how: 'text?',
  decided: 'text?',
} as const;

/**
 * An audience that a customer is in (`how`: by its `condition`, or `included` by hand), or that people decided on for them (`decided`:
 * `include`, `exclude`), which the next run applies. `is_released`: the release has the audience.
 */
export type CustomerAudience = Readonly<Row<typeof shape>>;

const nothing = sql`(select cast(null as varchar) as audience, cast(null as varchar) as title, cast(null as varchar) as customer_id,
  cast(null as varchar) as how where false)`;

/** The audiences of a customer, by name; null where there are none of anybody. */
export async function readCustomerAudiences(
  engine: Engine,
  people: People,
  id: string,
): Promise<CustomerAudience[] | null> {
  const tables = await tablesIn(engine);
  const [released, members] = ['segments.audience', 'segments.audience_member'].map((table) =>
    tables.has(table) ? sql`${name(...table.split('.'))}` : nothing,
  ) as [Sql, Sql];
  const rows = await engine.rows(
    sql`with member as (select audience, how from ${members} as present where customer_id = ${id}),
      decided as (select audience, kind from ${people.table('audience_member')} as decision where customer_id = ${id}),
      own as (
        select coalesce(member.audience, decided.audience) as audience, member.how, decided.kind as decided
        from member full join decided on decided.audience = member.audience
      )
      select own.audience, released.title, released.audience is not null as is_released, own.how, own.decided
      from own left join ${released} as released on released.audience = own.audience order by own.audience`,
    shape,
    10_000,
  );
  if (rows.length > 0) return rows;
  const [all] = await engine.rows(sql`select count(*) as n from ${released} as released`, { n: 'integer' }, 1);
  return all!.n === 0 ? null : rows;
}

/** Why a customer is in an audience of the release, or why not. */
function reasonOf({ how, decided }: CustomerAudience): string {
  const byHand = decided === null ? null : `${decided}d by hand`;
  const now = how === 'condition' ? 'by its condition' : 'included by hand';
  if (decided === 'exclude') return how === null ? byHand! : `${now}; ${byHand!} from the next run on`;
  if (how === null) return `${byHand!} from the next run on`;
  if (how === 'included') return decided === null ? `${now} until the next run` : now;
  return byHand === null ? now : `${now}, and ${byHand}`;
}

/** The audiences of a customer in words: `win_back (by its condition); not in vip (excluded by hand)`. */
export function sayAudiences(audiences: readonly CustomerAudience[]): string {
  const released = audiences.filter((one) => one.is_released);
  const isOut = (one: CustomerAudience): boolean => one.how === null && one.decided === 'exclude';
  const said = (which: readonly CustomerAudience[]): string =>
    which.map((one) => `${one.audience} (${reasonOf(one)})`).join(', ');
  const inside = said(released.filter((one) => !isOut(one)));
  const outside = said(released.filter(isOut));
  return [
    inside === '' ? 'none' : inside,
    ...(outside === '' ? [] : [`not in ${outside}`]),
    ...audiences
      .filter((one) => !one.is_released)
      .map(
        ({ audience, decided }) =>
          `${decided!}d by hand ${decided === 'exclude' ? 'from' : 'in'} ${audience}, which the release does not have`,
      ),
  ].join('; ');
}
