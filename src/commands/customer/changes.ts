import type { Engine, Kind } from '../../engine/engine.ts';
import { tablesIn } from '../../engine/tables.ts';
import { listReleases, warehouseOf } from '../../pipeline/releases.ts';
import { name, sql, join } from '../../sql/sql.ts';
import type { CustomerFacts } from './facts.ts';

/** What is compared. */
const compared = {
  segment: 'text?',
  rfm_cell: 'text?',
  rfm_segment: 'text?',
  usage_class: 'text?',
  lifecycle: 'text?',
  frequency: 'integer?',
  contacts: 'integer?',
  net_revenue: 'number?',
  profit: 'number?',
} as const satisfies Record<string, `${Kind}?`>;

type Compared = keyof typeof compared;

/** What is another since the release before. */
export interface Changes {
  readonly run: string;
  readonly as_of: string | null;
  /** The customer was not known then. */
  readonly is_new: boolean;
  readonly changes: readonly {
    /** `audiences`: their names, after commas. */
    readonly column: Compared | 'audiences';
    readonly before: string | number | null;
    readonly now: string | number | null;
  }[];
}

/** Its database beside the current one. */
const catalogue = 'before';

type Change = Changes['changes'][number];

const members = 'segments.audience_member';

/** The audiences of a customer in a release; null: none. */
async function audiencesOf(engine: Engine, table: readonly string[], id: string): Promise<string | null> {
  const [row] = await engine.rows(
    sql`select string_agg(audience, ', ' order by audience) as audiences from ${name(...table)} where customer_id = ${id}`,
    { audiences: 'text?' },
    1,
  );
  return row!.audiences;
}

/** In which audiences a customer is now who was in others before; nothing where a release is of a version that had none. */
async function audienceChanges(engine: Engine, id: string): Promise<Change[]> {
  if (!(await tablesIn(engine)).has(members) || !(await tablesIn(engine, catalogue)).has(members)) return [];
  const table = members.split('.');
  const before = await audiencesOf(engine, [catalogue, ...table], id);
  const now = await audiencesOf(engine, table, id);
  return before === now ? [] : [{ column: 'audiences', before, now }];
}

/** Compares a customer with the release before the current one; null where there is none that still has its warehouse. */
export async function readChanges(engine: Engine, store: string, now: CustomerFacts): Promise<Changes | null> {
  const releases = await listReleases(store);
  const before = releases
    .slice(releases.findIndex(({ current }) => current) + 1)
    .find(({ hasWarehouse }) => hasWarehouse);
  if (!before) return null;
  await engine.attach(warehouseOf(before.folder), catalogue);
  const mart = sql`${name(catalogue, 'marts', 'customer')}`;
  const there = new Set((await engine.check(sql`select * from ${mart}`)).map((column) => column.name));
  const columns = (Object.keys(compared) as Compared[]).filter((column) => there.has(column));
  const [row] = await engine.rows(
    sql`select ${join(columns.map((column) => name(column)))} from ${mart} where customer_id = ${now.customer_id}`,
    Object.fromEntries(columns.map((column) => [column, compared[column]])) as typeof compared,
    1,
  );
  const audiences = await audienceChanges(engine, now.customer_id);
  await engine.detach(catalogue);
  return {
    run: before.run,
    as_of: before.record?.asOf ?? null,
    is_new: row === undefined,
    changes:
      row === undefined
        ? []
        : [
            ...columns.flatMap((column) =>
              row[column] === now[column] ? [] : [{ column, before: row[column], now: now[column] }],
            ),
            ...audiences,
          ],
  };
}
