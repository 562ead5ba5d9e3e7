import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openDuckdb, type DuckdbOptions } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { tablesIn } from '../../src/engine/tables.ts';
import { raw, sql } from '../../src/sql/sql.ts';

/** A database in memory, closed by the caller. */
export const open = (options: DuckdbOptions = {}): Promise<Engine> => openDuckdb({ threads: 2, ...options });

/** A database in a file whose tables have a row group every 2,048 rows, so that there is something to share among threads; closed by the caller. */
export const openShared = (folder: string, threads: number): Promise<Engine> =>
  openDuckdb({ threads, rowGroup: 2048, file: join(folder, `${randomUUID()}.duckdb`) });

/** Makes a table from the text of a select. */
export async function table(engine: Engine, relation: string, select: string): Promise<void> {
  await engine.create(relation, raw(select));
}

/** The tables that models work with, `working.main.kmeans`, as far as they are still there. */
export const workingTables = async (engine: Engine): Promise<string[]> =>
  [...(await tablesIn(engine, 'working'))].map((relation) => `working.${relation}`);

/** What an engine returned to TypeScript. */
export interface Fetched {
  /** The most rows of one query, and of all of them together. */
  most: number;
  total: number;
}

/** The same engine, counting the rows that leave it. */
export function counting(engine: Engine): { engine: Engine; fetched: Fetched } {
  const fetched: Fetched = { most: 0, total: 0 };
  const counted = Object.create(engine) as Engine;
  counted.rows = async (query, shape, limit) => {
    const rows = await engine.rows(query, shape, limit);
    fetched.most = Math.max(fetched.most, rows.length);
    fetched.total += rows.length;
    return rows;
  };
  counted.numbers = async (query) => {
    const columns = await engine.numbers(query);
    const rows = columns[0]?.length ?? 0;
    fetched.most = Math.max(fetched.most, rows);
    fetched.total += rows;
    return columns;
  };
  for (const verb of ['create', 'append', 'fill', 'define', 'drop', 'check'] as const) {
    (counted as unknown as Record<string, unknown>)[verb] = (engine[verb] as (...all: unknown[]) => unknown).bind(
      engine,
    );
  }
  return { engine: counted, fetched };
}

/** A number in (0, 1) that depends on the row and the column alone. */
const uniform = (column: number): string => `((hash(i * 31 + ${column}) % 999983 + 0.5) / 999983.0)`;

/**
 * `features.customer` and its companions with n customers of four kinds: three that buy in different ways, and
 * prospects. `order` sorts the rows as they are written.
 */
export async function customers(engine: Engine, n: number, order = 'i'): Promise<void> {
  await table(
    engine,
    'made.draw',
    `select i, hash(i) % 10 as kind, ${[1, 2, 3, 4, 5, 6].map((c) => `${uniform(c)} as h${c}`).join(', ')} from range(${n}) as t (i)`,
  );
  await table(
    engine,
    'features.customer',
    `select
        'c' || i as customer_id,
        kind = 9 as is_prospect,
        case when kind < 9 then cast(1 + floor(300 * h1 * case when kind < 4 then 1 else 0.3 end) as integer) end as recency_days,
        case when kind = 9 then 0 else cast(1 + floor(exp(2 * h2 + case when kind < 2 then 1.5 else 0 end)) as integer) end as frequency,
        cast(case when kind = 9 then 0 else exp(3 + 3 * h3 + case when kind < 2 then 1 else 0 end) - 40 end as decimal(18, 4)) as monetary,
        case when kind < 9 and h4 > 0.2 then h4 * h4 end as discount_share,
        cast(round(20 + 50 * h5 + case when kind < 4 then 8 else 0 end) as integer) as age_years,
        case when h6 < 0.05 then null when h6 < 0.5 + 0.04 * (kind % 3) then 'search' when h6 < 0.8 then 'fair' else 'friend' end
          as acquisition_source,
        h2 < 0.6 as email_opt_in,
        date '2026-01-01' as first_purchased_on
      from made.draw order by ${order}`,
  );
  await table(
    engine,
    'features.customer_category',
    `select 'c' || i as customer_id, 'Toys' as category, h4 as share from made.draw where kind < 9 and kind % 2 = 0`,
  );
  await table(
    engine,
    'features.customer_channel',
    `select 'c' || i as customer_id, 'web' as channel, h5 as share from made.draw where kind < 6`,
  );
  await table(
    engine,
    'features.customer_rfm',
    `select customer_id, recency_days, frequency, monetary from features.customer where not is_prospect order by ${
      order === 'i' ? 'customer_id' : 'md5(customer_id)'
    }`,
  );
  await table(
    engine,
    'scores.segment',
    `select 'c' || i as customer_id, case when kind < 2 then 's1' when kind < 4 then 's2' else 's3' end as segment from made.draw where kind < 9`,
  );
}

/** The content of a relation as one text, whatever the order of its rows. */
export async function contentOf(engine: Engine, relation: string): Promise<string> {
  const [found] = await engine.rows(
    sql`select count(*) || ' ' || md5(string_agg(line, ';' order by line)) as content
      from (select cast(t as varchar) as line from ${raw(relation)} as t) as lines`,
    { content: 'text' },
    1,
  );
  return found!.content;
}
