import { ConfigError, DataError } from '../errors.ts';
import type { Engine } from '../engine/engine.ts';
import type { Settings } from '../pipeline/settings.ts';
import { sql } from '../sql/sql.ts';
import { splitList } from './analyse/split-list.ts';
import { refuseOverwriting } from './analyse/targets.ts';
import { refuseBoth, refuseOfFile, withEngine, withRelease } from './analyse/with-engine.ts';
import { writePage } from './analyse/write-page.ts';
import { scoresFormat, writeScores } from './analyse/write-scores.ts';
import type { Effects } from './effects.ts';
import type { DataFile, ReadingOptions } from './files/data-file.ts';
import { roles, type GivenColumns } from './files/guess-columns.ts';
import { openTransactions } from './files/open-transactions.ts';
import { makeLines, spanOf } from './files/transactions.ts';
import { furtherColumns, type AccountColumns } from './profit/columns.ts';
import { dimensions, fileGroups, releaseGroups, requireDimensions, type ProfitGroups } from './profit/groups.ts';
import { profitLines } from './profit/lines.ts';
import { accountMarts, makeAccount } from './profit/make-account.ts';
import { readAccount, type AccountFound } from './profit/read-account.ts';
import { customersSql } from './profit/scores.sql.ts';
import { unusedColumns } from './profit/unused.ts';
import { requireDay } from './require-day.ts';
import { count } from './words.ts';

/** Options of `bezero profit`. */
export interface ProfitCommand extends ReadingOptions, GivenColumns, AccountColumns {
  /** A CSV or Parquet file of order lines or orders; left out: the current release of the store. */
  readonly file?: string;
  readonly store?: string;
  /** What the account is split by: columns of a file, dimensions of a release. */
  readonly by?: string;
  readonly asOf?: string;
  readonly skipMissing?: true;
  readonly fulfilmentPerOrder?: string;
  readonly fulfilmentPerLine?: string;
  readonly handlingPerReturn?: string;
  readonly json: boolean;
  /** File to write the account of every customer to. */
  readonly scores?: string;
  /** File to write a page to. */
  readonly report?: string;
  /** Of this program, for the page. */
  readonly version: string;
}

/** An account, and what it is of. */
interface Subject {
  readonly source: string;
  readonly asOf: string;
  readonly currency: string | null;
  readonly found: AccountFound;
  readonly groups: readonly ProfitGroups[];
}

const rates = {
  fulfilmentPerOrder: 'fulfilment_per_order',
  fulfilmentPerLine: 'fulfilment_per_line',
  handlingPerReturn: 'handling_per_return',
} as const;

/** Tells what customers bring and cost, by lines, groups and customers: of a file of transactions, or of the current release. */
export async function profit(options: ProfitCommand, effects: Effects): Promise<void> {
  refuseBoth(options.file, options.store);
  if (options.scores !== undefined) scoresFormat(options.scores);
  refuseOverwriting(options, effects);
  const by = splitList(options.by ?? '');
  if (options.file === undefined) await ofRelease(options, by, effects);
  else await ofFile(options.file, options, by, effects);
}

async function ofRelease(options: ProfitCommand, by: readonly string[], effects: Effects): Promise<void> {
  refuseOfFile(options, [
    ...['asOf', 'dateFormat', 'decimalMark', 'nulls', 'skipMissing', 'cost', 'profit', 'shipping', 'product'],
    ...['discountRate', ...Object.keys(roles), ...Object.keys(rates)],
  ]);
  requireDimensions(by);
  const relations = [...accountMarts, ...by.map((one) => dimensions[one]!.relation)];
  await withRelease(
    { store: options.store, writes: options.scores },
    effects,
    [...new Set(relations)],
    async (engine, { run, asOf }) => {
      const [setting] = await engine.rows(sql`select currency from warehouse.setting`, { currency: 'text' }, 1);
      const account = { found: await readAccount(engine), groups: await releaseGroups(engine, by) };
      await tell(engine, { source: run, asOf, currency: setting!.currency, ...account }, options, effects);
    },
  );
}

/** The rates of fulfilment that the user says; throws `ConfigError` where one is none. */
function settingsOf(options: ProfitCommand): Settings {
  const rate = (option: keyof typeof rates): number => {
    const text = options[option];
    if (text === undefined) return 0;
    if (!/^\d{1,9}(\.\d{1,4})?$/.test(text))
      throw new ConfigError(
        `--${rates[option].replaceAll('_', '-')} must be money from 0 up with 4 decimals at most, got "${text}"`,
      );
    return Number(text);
  };
  return {
    ...{
      language: 'en',
      currency: 'XXX',
      time_zone: 'UTC',
      active_days: 365,
      attribution: { look_back_days: 90 },
      acquisition: { paid: [], organic: [] },
      retention: { saved_share: 0, required_return: 0 },
    },
    costs: {
      fulfilment_per_order: rate('fulfilmentPerOrder'),
      fulfilment_per_line: rate('fulfilmentPerLine'),
      handling_per_return: rate('handlingPerReturn'),
      contacts: {},
    },
  };
}

async function ofFile(shownAs: string, options: ProfitCommand, by: readonly string[], effects: Effects): Promise<void> {
  requireDay('--as-of', options.asOf);
  if (options.discount !== undefined && options.discountRate !== undefined)
    throw new ConfigError('--discount and --discount-rate must not be given together; one follows from the other');
  const settings = settingsOf(options);
  await withEngine(effects, { reads: shownAs, writes: options.scores }, async (engine, temporary) => {
    const { cost, profit: left, shipping, product, discountRate } = options;
    const account = Object.fromEntries(
      Object.entries({ cost, profit: left, shipping, product, discountRate }).filter(
        ([, header]) => header !== undefined,
      ),
    ) as AccountColumns;
    const money = (file: DataFile): string[] => Object.values(furtherColumns(file, account, by).money ?? {});
    const opened = await openTransactions(engine, shownAs, temporary, options, () => [], effects, money);
    const { file, columns, dateFormat } = opened;
    const further = furtherColumns(file, account, by);
    const used = [...Object.values(columns as object).map(String), ...by];
    for (const line of unusedColumns(file, options, used)) effects.say(`${shownAs}: ${line}`);
    const withoutValue = await makeLines(engine, file, columns, { ...options, dateFormat }, further);
    const { asOf, rounded } = await spanOf(engine, file, options, withoutValue);
    if (withoutValue > 0)
      effects.say(`${shownAs}: ${count(withoutValue, 'row')} without a date, an amount or a quantity left out`);
    if (rounded > 0) effects.say(`${shownAs}: ${count(rounded, 'amount')} rounded to four decimals`);
    await makeAccount(engine, columns, further, settings, asOf);
    await tellOwnProfit(engine, shownAs, further.money?.['profit'], asOf, effects);
    const groups = await fileGroups(engine, by, file.headers);
    const found = await readAccount(engine);
    await tell(engine, { source: shownAs, asOf, currency: null, found, groups }, options, effects);
  });
}

/** Says where the gross margin is not what a column of profits adds up to: a cost on a return always counts as goods that came back. */
async function tellOwnProfit(
  engine: Engine,
  shownAs: string,
  header: string | undefined,
  asOf: string,
  effects: Effects,
): Promise<void> {
  if (header === undefined) return;
  const [sums] = await engine.rows(
    sql`select (select sum(profit) from file.line where day <= cast(${asOf} as date) and profit is not null) as own,
      (select sum(net_amount - cost) from warehouse.order_line where cost is not null) as counted`,
    { own: 'number?', counted: 'number?' },
    1,
  );
  const { own, counted } = sums!;
  if (own !== counted)
    effects.say(
      `${shownAs}: ${header} adds up to ${own}, and net revenue less the cost of goods to ${counted}: on a return the cost of goods is what came back`,
    );
}

async function tell(
  engine: Engine,
  { found, groups, ...subject }: Subject,
  options: ProfitCommand,
  effects: Effects,
): Promise<void> {
  if (found.counts.lines === 0)
    throw new DataError(`${subject.source}: must hold purchases up to ${subject.asOf}; it has none`);
  if (options.scores !== undefined) await writeScores(engine, customersSql(), options.scores, effects);
  if (options.report !== undefined) {
    const { buildProfitPage } = await import('../reports/profit/page.tsx');
    const { source, ...rest } = subject;
    const html = buildProfitPage({ subject: source, ...rest, ...found, by: groups, version: options.version });
    await writePage(html, options.report, effects);
  }
  if (options.json) {
    effects.print(JSON.stringify({ ...subject, ...found, by: groups }));
    return;
  }
  const frame = { ...subject, width: effects.stdout.columns, colors: effects.colors };
  for (const line of profitLines(found, groups, frame)) effects.print(line);
}
