import { join, relative } from 'node:path';
import { DataError, listProblems } from '../errors.ts';
import type { Engine } from '../engine/engine.ts';
import { join as list, raw, sql, type Sql } from '../sql/sql.ts';
import { checkAccounts, checkControlTotals, checkThresholds, type LoadAccount } from './accounts.ts';
import { checkCurrencies, type Rates } from './currency.ts';
import { currentSql } from './accepted.sql.ts';
import { findFiles } from './find.ts';
import { joinHistory, leftBehind, tellLeftBehind, type History } from './history.ts';
import { ingestFile } from './ingest.ts';
import { keysInQuestion, keysInQuestionSql } from './keys-in-question.sql.ts';
import type { LoadRecord, PlacedLoad } from './load-record.ts';
import { writeRejects } from './rejects.ts';
import {
  erasedSql,
  ordersOfSeveralSourcesSql,
  rawTableSql,
  removedKeysSql,
  repeatedKeysSql,
  replacedOrdersSql,
  sharedOrdersSql,
  unknownCustomersSql,
} from './resolve.sql.ts';
import type { SourceSpec } from './spec.ts';
import { tableNames } from './tables.ts';
import { mustBeUnharmed } from './unharmed.ts';
import { heed } from './watch/finding.ts';
import { watchLoads } from './watch/loads.ts';
import { remark, type Remark } from '../text/remark.ts';

/** What loading needs to know. */
export interface LoadContext {
  /** Opens the engine where it is not open yet. */
  readonly engine: () => Promise<Engine>;
  /** The store: loads lie in its folder `loads`. The engine finds relative paths from here. */
  readonly store: string;
  readonly temporary: string;
  /** What file names in the pipeline start from. */
  readonly folder: string;
  readonly zone: string;
  readonly currency: string;
  readonly rates: Rates;
  readonly sources: Readonly<Record<string, SourceSpec>>;
  /** The loads of the current release, in their order. */
  readonly previous: readonly LoadRecord[];
  /** The loads of releases that were rolled back, and what the current one left behind of earlier ones. */
  readonly abandoned: readonly LoadRecord[];
  /** Loads with records of people who were erased: they are blank, and count as skipped. */
  readonly blank?: ReadonlySet<string>;
  /** Begins a piece of work; the returned function ends it. */
  readonly step: (title: string) => (outcome: string) => void;
}

async function ingestAll(context: LoadContext, notices: Remark[]): Promise<(LoadRecord & { known: boolean })[]> {
  const found: (LoadRecord & { known: boolean })[] = [];
  const problems: string[] = [];
  for (const [source, spec] of Object.entries(context.sources)) {
    const { found: files, missing } = await findFiles(spec.files, context.folder);
    const isNew = !context.previous.some((load) => load.source === source);
    if (!spec.optional && (missing.length > 0 || (files.length === 0 && isNew))) {
      const named = missing.length > 0 ? missing : [spec.files].flat().map((file) => relative(context.folder, file));
      problems.push(`sources.${source}.files must name a file that is there; nothing is found for ${named.join(', ')}`);
    } else if (files.length === 0) notices.push(remark('noFile', { source }));
    const newest = spec.mode === 'snapshot' ? files.slice(-1) : files;
    for (const path of newest) {
      const shownAs = relative(context.folder, path);
      const done = context.step(`load ${shownAs}`);
      try {
        const loads = await ingestFile(
          { source, spec, path, shownAs },
          {
            engine: context.engine,
            loads: join(context.store, 'loads'),
            temporary: join(context.temporary, 'reading'),
            zone: context.zone,
          },
          [...context.previous, ...found].findLast((load) => load.source === source),
        );
        found.push(...loads);
        if (loads.every(({ known, records }) => !known && records === 0))
          notices.push(remark('noRecords', { file: shownAs }));
        done(
          loads.every(({ known }) => known)
            ? 'known, not read again'
            : loads.map((load) => `${load.records} records → ${load.table}`).join(', '),
        );
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        done('refused');
        problems.push(error.message);
      }
    }
  }
  if (problems.length > 0) throw new DataError(listProblems(problems));
  return found;
}

/** Decides, table by table, which accepted records count, and names what counts `raw.<table>`. */
async function resolveTables(engine: Engine, context: LoadContext, loads: readonly PlacedLoad[]): Promise<void> {
  const { sources } = context;
  const except = async (query: Sql): Promise<void> => {
    await engine.append('raw.exceptions', query);
  };
  const placed = loads.map(({ loadId, sequence }) => sql`(${loadId}, ${raw(String(sequence))})`);
  await engine.create(
    'raw.placed_load',
    placed.length === 0
      ? sql`select cast(null as varchar) as load_id, cast(null as bigint) as sequence where false`
      : sql`select cast(load_id as varchar) as load_id, cast(sequence as bigint) as sequence from (values ${list(placed)}) as placed (load_id, sequence)`,
  );
  await engine.create(
    'raw.exceptions',
    sql`select cast(null as varchar) as table_name, cast(null as varchar) as load_id, cast(null as bigint) as row_number,
      cast(null as varchar) as outcome, cast(null as varchar) as reason where false`,
  );
  for (const table of tableNames) {
    const own = loads.filter((load) => load.table === table);
    const facts = { numbered: true, currency: context.currency, converted: false, anonymised: false };
    if (own.length > 0) {
      const blank = own.filter(({ loadId }) => context.blank?.has(loadId) === true);
      if (blank.length > 0) await except(erasedSql(table, blank));
      await engine.create(keysInQuestion(table), keysInQuestionSql(table, own));
      if (table === 'purchases' && own.length > 1) {
        await except(ordersOfSeveralSourcesSql(own));
        await except(replacedOrdersSql(own));
      }
      await except(repeatedKeysSql(table, own));
      if (table === 'purchases') await except(sharedOrdersSql(own));
      await engine.drop(keysInQuestion(table));
      if (table === 'purchases' || table === 'interactions') {
        for (const mode of ['reject', 'anonymous'] as const) {
          const names = Object.keys(sources).filter((source) => sources[source]!.unknown_customer === mode);
          const outcome = mode === 'anonymous' && table === 'purchases' ? 'anonymous' : 'rejected';
          if (outcome === 'anonymous' && names.length > 0) facts.anonymised = true;
          if (names.length > 0) await except(unknownCustomersSql(table, own, outcome, names));
        }
      }
      if (table === 'purchases') {
        facts.numbered = own.every(({ columns }) => columns.includes('line_number'));
        const fileOf = (id: string): string => own.find(({ loadId }) => loadId === id)!.file;
        facts.converted = await checkCurrencies(
          engine,
          currentSql(table, own),
          context.currency,
          context.rates,
          fileOf,
        );
      }
    }
    await engine.define(`raw.${table}`, rawTableSql(table, own, facts));
  }
}

/**
 * Reads what is new in the sources into immutable typed records, and joins them with what earlier runs read.
 *
 * @throws DataError where a file is missing, is not as mapped, or cannot be counted right, or is too unlike what came before; all problems at once
 */
export async function gatherLoads(context: LoadContext): Promise<History> {
  const notices: Remark[] = [];
  const found = await ingestAll(context, notices);
  const history = joinHistory(context.previous, found, context.sources, join(context.store, 'loads'), context.zone);
  const behind = leftBehind(context.abandoned, found, history.loads, context.sources);
  return {
    ...history,
    leftBehind: behind,
    notices: [
      ...notices,
      ...history.notices,
      ...behind.map(tellLeftBehind),
      ...(await removedFromSnapshots(context, history.loads)),
      ...heed(watchLoads(history.loads, context.previous, context.sources)),
    ],
  };
}

/** Says how many keys of a former snapshot its source no longer holds. */
async function removedFromSnapshots(
  { engine: open, previous, sources }: LoadContext,
  loads: readonly PlacedLoad[],
): Promise<Remark[]> {
  const notices: Remark[] = [];
  for (const [source, spec] of Object.entries(sources)) {
    if (spec.mode !== 'snapshot') continue;
    for (const table of tableNames) {
      const of = (all: readonly LoadRecord[]): LoadRecord[] =>
        all.filter((load) => load.source === source && load.table === table);
      const [former, now] = [of(previous), of(loads)];
      if (former.length === 0 || former.every((load) => now.some(({ loadId }) => loadId === load.loadId))) continue;
      const engine = await open();
      const [count] = await engine.rows(removedKeysSql(table, former, now), { removed: 'integer' }, 1);
      if (count!.removed > 0) {
        const file = now.map((load) => load.file).join(', ');
        notices.push(remark('removedRows', { file, rows: count!.removed, table }));
      }
    }
  }
  return notices;
}

/**
 * Makes `raw.*` of the loads: what counts, what was rejected, what was skipped. Every record ends as one of the three, and the sums
 * are checked against counts made without the engine.
 *
 * @throws DataError where counts differ, too much was rejected, or a control total differs
 */
export async function resolveLoads(context: LoadContext, loads: readonly PlacedLoad[]): Promise<LoadAccount[]> {
  const done = context.step('resolve keys, repeats and corrections');
  await mustBeUnharmed(join(context.store, 'loads'), loads);
  const engine = await context.engine();
  await resolveTables(engine, context, loads);
  await writeRejects(engine, loads);
  const accounts = await checkAccounts(engine, loads);
  done(`${accounts.reduce((sum, { loaded }) => sum + loaded, 0)} records count`);
  await checkThresholds(engine, accounts, context.sources, join(context.store, 'last-rejects.csv'));
  await checkControlTotals(engine, context.sources);
  return accounts;
}
