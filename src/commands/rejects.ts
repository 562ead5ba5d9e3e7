import { resolve } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { ConfigError } from '../errors.ts';
import { nearest } from '../text/nearest.ts';
import { raw, sql, type Sql } from '../sql/sql.ts';
import type { Effects } from './effects.ts';
import { reasonInWords } from './reject-words.ts';
import { stoppedRejects, withReleased, withStopped } from './rejects-of.ts';
import { findStore } from './store.ts';
import { formatTable, widest } from './table.ts';
import { count, whole } from './words.ts';

/** Options of `bezero rejects`. */
export interface RejectsOptions {
  readonly store?: string;
  readonly source?: string;
  readonly reason?: string;
  /** How many records are listed. */
  readonly limit: number;
  /** File that all of them are written to. */
  readonly csv?: string;
  /** Those of the current release, even where a run was stopped since. */
  readonly released?: boolean;
  readonly json: boolean;
}

const record = {
  source: 'text',
  table_name: 'text',
  file: 'text',
  line: 'integer?',
  column_name: 'text?',
  reason: 'text',
  value: 'text?',
  record_text: 'text?',
} as const;

const summary = {
  reason: 'text',
  source: 'text',
  table_name: 'text',
  column_name: 'text?',
  records: 'integer',
} as const;

const recordOrder = raw(
  'order by source, file, line nulls last, record nulls last, table_name, column_name nulls first, reason, value nulls first',
);

/** Lists what was not loaded, of the run that was stopped last or else of the current release: by reason, then record by record. */
export async function rejects(options: RejectsOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  const stopped = options.released === true ? null : stoppedRejects(store);
  const list = (engine: Engine, table: Sql): Promise<void> => listRejects(engine, table, options, effects);
  const writes = options.csv === undefined ? [] : [resolve(effects.cwd, options.csv)];
  if (stopped === null) return withReleased(store, list, writes);
  effects.say(
    `a run was stopped since the current release and published nothing; these are its rejects, from ${stopped}. --released shows those of the current release`,
  );
  return withStopped(stopped, list);
}

async function listRejects(engine: Engine, table: Sql, options: RejectsOptions, effects: Effects): Promise<void> {
  const chosen = sql`from ${table} where ${await filter(engine, table, options)}`;
  const reasons = await engine.rows(
    sql`select reason, source, table_name, column_name, count(*) as records ${chosen}
        group by all order by records desc, reason, source, table_name, column_name nulls first`,
    summary,
  );
  const records = await engine.rows(
    sql`select * ${chosen} ${recordOrder} limit ${options.limit}`,
    record,
    options.limit,
  );
  const total = reasons.reduce((sum, { records }) => sum + records, 0);
  if (options.csv !== undefined) {
    await engine.unload(sql`select * ${chosen} ${recordOrder}`, resolve(effects.cwd, options.csv), 'machine-csv');
  }
  if (options.json) effects.print(JSON.stringify({ total, reasons, records }));
  else show(total, reasons, records, effects);
  if (options.csv !== undefined) effects.say(`${options.csv}: ${count(total, 'reject')}`);
  else if (total > records.length && options.limit > 0) {
    effects.say(`${whole(records.length)} of ${whole(total)} shown; --limit N shows more, --csv FILE writes all`);
  }
}

/** The condition of the options; a source or reason that no reject has is refused, with those that there are. */
async function filter(engine: Engine, table: Sql, options: RejectsOptions): Promise<Sql> {
  let condition = sql`true`;
  for (const key of ['source', 'reason'] as const) {
    const wanted = options[key];
    if (wanted === undefined) continue;
    const found = await engine.rows(
      sql`select ${raw(key)} as word, count(*) as records from ${table} group by word order by word`,
      { word: 'text', records: 'integer' },
    );
    if (!found.some(({ word }) => word === wanted)) throw notFound(key, wanted, found);
    condition = sql`${condition} and ${raw(key)} = ${wanted}`;
  }
  return condition;
}

function notFound(
  key: 'source' | 'reason',
  wanted: string,
  found: readonly { readonly word: string; readonly records: number }[],
): ConfigError {
  const words = found.map(({ word }) => word);
  if (words.length === 0) {
    return new ConfigError(`--${key} must be a ${key} of rejects; no record was rejected, got "${wanted}"`);
  }
  const meant = nearest(wanted, words);
  const hint = meant === null ? '' : `; did you mean ${meant}?`;
  const width = Math.max(...words.map((word) => word.length));
  const known = found.map(({ word, records }) => {
    const meaning = key === 'reason' ? reasonInWords(word) : null;
    return `  ${word.padEnd(width)}  ${count(records, 'record')}${meaning === null ? '' : `: ${meaning}`}`;
  });
  const rule = key === 'reason' ? 'a reason that a record was rejected for' : 'a source of rejected records';
  return new ConfigError([`--${key} must be ${rule}, got "${wanted}"${hint}`, ...known].join('\n'));
}

type Reason = { -readonly [K in keyof typeof summary]: string | number | null };
type Reject = { -readonly [K in keyof typeof record]: string | number | null };

function show(total: number, reasons: readonly Reason[], records: readonly Reject[], effects: Effects): void {
  if (total === 0) {
    effects.say('no record was rejected');
    return;
  }
  // Where nothing limits the line, as in a file, it would be as long as the longest record; --json has them whole.
  const style = { width: Math.min(effects.stdout.columns, widest), colors: effects.colors };
  const text = (value: string | number | null): string | null =>
    value === null ? null : typeof value === 'number' ? whole(value) : value;
  const byReason = formatTable(
    [{ name: 'records', right: true }, { name: 'reason' }, { name: 'source' }, { name: 'table' }, { name: 'column' }],
    reasons.map((one) => [
      text(one.records),
      text(one.reason),
      text(one.source),
      text(one.table_name),
      text(one.column_name),
    ]),
    style,
  );
  for (const line of byReason) effects.print(line);
  const codes = [...new Set(reasons.map(({ reason }) => String(reason)))];
  const meanings = formatTable(
    [{ name: 'reason', whole: true }, { name: 'what is wrong' }],
    codes.map((code) => [code, reasonInWords(code) ?? '']),
    style,
  );
  for (const line of ['', ...meanings]) effects.print(line);
  if (records.length === 0) return;
  effects.print('');
  const listed = formatTable(
    [{ name: 'where' }, { name: 'reason' }, { name: 'column' }, { name: 'value' }, { name: 'record' }],
    records.map((one) => [
      one.line === null ? text(one.file) : `${String(one.file)}:${one.line}`,
      text(one.reason),
      text(one.column_name),
      text(one.value),
      text(one.record_text),
    ]),
    style,
  );
  for (const line of listed) effects.print(line);
}
