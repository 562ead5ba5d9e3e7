import { DataError, listProblems } from '../errors.ts';
import type { Engine } from '../engine/engine.ts';
import { join, literal, raw, sql, type Sql } from '../sql/sql.ts';
import { allowed } from './limit.ts';
import type { PlacedLoad } from './load-record.ts';
import type { SourceSpec } from './spec.ts';
import { tableNames } from './tables.ts';

/** Where the records of one load ended: records = loaded + rejected + skipped. */
export interface LoadAccount {
  readonly load: PlacedLoad;
  readonly loaded: number;
  readonly rejected: number;
  readonly skipped: number;
}

const counts = { load_id: 'text', records: 'integer' } as const;

/**
 * Counts what became of each load's records, makes `raw.loads`, and checks that nothing is missing.
 *
 * @throws DataError where records are lost or doubled
 */
export async function checkAccounts(engine: Engine, loads: readonly PlacedLoad[]): Promise<LoadAccount[]> {
  const limit = Math.max(loads.length, 1);
  const count = async (query: Sql): Promise<Map<string, number>> =>
    new Map((await engine.rows(query, counts, limit)).map((row) => [row.load_id, row.records]));
  const used = tableNames.filter((table) => loads.some((load) => load.table === table));
  const loaded = new Map<string, number>();
  for (const table of used) {
    const rows = await count(
      sql`select load_id, count(*) as records from ${raw(`raw.${table}`)} group by load_id order by load_id`,
    );
    for (const [loadId, records] of rows) loaded.set(loadId, records);
  }
  const rejected = await count(
    sql`select load_id, count(*) as records from raw.rejects group by load_id order by load_id`,
  );
  const skipped = await count(
    sql`select load_id, count(*) as records from raw.exceptions where outcome = 'skipped' group by load_id order by load_id`,
  );
  const accounts = loads.map((load) => ({
    load,
    loaded: loaded.get(load.loadId) ?? 0,
    rejected: rejected.get(load.loadId) ?? 0,
    skipped: skipped.get(load.loadId) ?? 0,
  }));
  const broken = accounts.filter((a) => a.load.records !== a.loaded + a.rejected + a.skipped);
  if (broken.length > 0) {
    const sentences = broken.map(
      (a) =>
        `${a.load.file}: ${a.load.records} records must be ${a.loaded} loaded + ${a.rejected} rejected + ${a.skipped} skipped ${a.load.table}, and are not`,
    );
    throw new DataError(listProblems(sentences));
  }
  await writeLoads(engine, accounts);
  return accounts;
}

async function writeLoads(engine: Engine, accounts: readonly LoadAccount[]): Promise<void> {
  const none =
    raw(`select '' as load_id, '' as source, '' as table_name, '' as file, '' as sha256, cast(0 as bigint) as sequence, cast(0 as bigint) as records,
    cast(0 as bigint) as loaded, cast(0 as bigint) as rejected, cast(0 as bigint) as skipped, cast(0 as bigint) as rounded,
    cast(0 as bigint) as blank_lines, false as known where false`);
  const rows = accounts.map(({ load, loaded, rejected, skipped }) => {
    const numbers = [load.sequence, load.records, loaded, rejected, skipped, load.rounded, load.blankLines].map((n) =>
      raw(String(n)),
    );
    const texts = [load.loadId, load.source, load.table, load.file, load.sha256].map(literal);
    return sql`select ${join([...texts, ...numbers, raw(String(load.known))])}`;
  });
  await engine.create(
    'raw.loads',
    sql`select * from (${join([none, ...rows], ' union all ')}) as loads order by sequence`,
  );
}

/**
 * Stops the run where a file has more rejected records than its source allows; all rejects are left as a CSV file for repair.
 *
 * @throws DataError
 */
export async function checkThresholds(
  engine: Engine,
  accounts: readonly LoadAccount[],
  sources: Readonly<Record<string, SourceSpec>>,
  rejectsFile: string,
): Promise<void> {
  const over = accounts.filter(
    ({ load, rejected }) => rejected > allowed(sources[load.source]!.max_rejected, load.records),
  );
  if (over.length === 0) return;
  await engine.unload(sql`select * from raw.rejects`, rejectsFile, 'machine-csv');
  const problems: string[] = [];
  for (const { load, rejected } of over) {
    const reasons = await engine.rows(
      sql`select reason || case when column_name = '' then '' else ' in ' || column_name end as what, count(*) as records, min(line) as first
        from raw.rejects where load_id = ${load.loadId} group by what order by records desc, what limit 5`,
      { what: 'text', records: 'integer', first: 'integer' },
    );
    const told = reasons.map(({ what, records, first }) => `${records} × ${what} (first: line ${first})`).join(', ');
    problems.push(
      `${load.file}: at most ${sources[load.source]!.max_rejected} of ${load.records} records may be rejected as ${load.table}; ${rejected} were: ${told}`,
    );
  }
  throw new DataError(
    listProblems([
      ...problems,
      `all rejected records are in ${rejectsFile}; correct the file or the mapping, or raise max_rejected`,
    ]),
  );
}

/**
 * Compares what counts with the totals that the pipeline expects of a source.
 *
 * @throws DataError with every total that differs
 */
export async function checkControlTotals(engine: Engine, sources: Readonly<Record<string, SourceSpec>>): Promise<void> {
  const problems: string[] = [];
  for (const [source, { expect }] of Object.entries(sources)) {
    if (!expect) continue;
    const [found] = await engine.rows(
      sql`select (select coalesce(cast(sum(records) as bigint), 0)
            from (select distinct sha256, records from raw.loads where source = ${source}) as files) as records,
          count(*) as lines, count(distinct order_id) as orders, count(distinct customer_id) as customers,
          coalesce(sum(coalesce(amount, cast(quantity * unit_price as decimal(18,4)) - coalesce(discount, 0))), 0) as net_amount
        from raw.purchases where source = ${source}`,
      { records: 'integer', lines: 'integer', orders: 'integer', customers: 'integer', net_amount: 'number' },
    );
    for (const [total, wanted] of Object.entries(expect) as [keyof NonNullable<typeof found>, number][]) {
      const got = found![total];
      const equal = total === 'net_amount' ? Math.abs(got - wanted) < 0.005 : got === wanted;
      if (!equal) problems.push(`sources.${source}.expect.${total}: must be ${wanted}; the files hold ${got}`);
    }
  }
  if (problems.length > 0) throw new DataError(listProblems(problems));
}
