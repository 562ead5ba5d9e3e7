import type { Engine } from '../engine/engine.ts';
import { DataError } from '../errors.ts';
import { describeRfm } from '../models/rfm/describe.ts';
import { tooFewForScores } from '../models/rfm/few.ts';
import { fitRfm } from '../models/rfm/fit.ts';
import type { FittedRfm } from '../models/rfm/fitted.ts';
import type { RfmOptions } from '../models/rfm/options.ts';
import { rfmScoreSql } from '../models/rfm/score.sql.ts';
import { relationName } from '../sql/relation.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { readRfmOptions, type RfmFlags } from './analyse/rfm-options.ts';
import { rfmLines, type RfmFound } from './analyse/rfm-lines.ts';
import { readCells, readNamed } from './analyse/rfm-summary.ts';
import { refuseBoth, refuseOfFile, withEngine, withRelease } from './analyse/with-engine.ts';
import { refuseOverwriting } from './analyse/targets.ts';
import { scoresFormat, writeScores } from './analyse/write-scores.ts';
import type { Effects } from './effects.ts';
import type { DataFile, ReadingOptions } from './files/data-file.ts';
import { roles, type GivenColumns, type TransactionColumns } from './files/guess-columns.ts';
import { openTransactions } from './files/open-transactions.ts';
import { customerTable, makeCustomers, type Transactions } from './files/transactions.ts';
import { requireDay } from './require-day.ts';
import { count } from './words.ts';
import { inEnglish } from '../text/remark.ts';

/** Options of `bezero rfm`. */
export interface RfmCommand extends RfmFlags, ReadingOptions, GivenColumns {
  /** A CSV or Parquet file of order lines or orders; left out: the current release of the store. */
  readonly file?: string;
  readonly store?: string;
  /** The day up to which the file is read; left out: its last one. */
  readonly asOf?: string;
  /** Rows without a date, an amount or a quantity are left out, not refused. */
  readonly skipMissing?: true;
  readonly json: boolean;
  /** File to write the scores of every customer to. */
  readonly scores?: string;
}

/** What was scored. */
interface Subject {
  readonly source: string;
  readonly relation: string;
  readonly asOf: string;
  /** What is known of the rows of a file; null: a release. */
  readonly transactions: Transactions | null;
}

/** Scores the customers of a file of transactions, or of the current release, by recency, frequency and monetary value. */
export async function rfm(options: RfmCommand, effects: Effects): Promise<void> {
  refuseBoth(options.file, options.store);
  if (options.scores !== undefined) scoresFormat(options.scores);
  refuseOverwriting(options, effects);
  const asked = readRfmOptions(options);
  if (options.file !== undefined) await ofFile(options.file, options, asked, effects);
  else await ofRelease(options, asked, effects);
}

async function ofRelease(options: RfmCommand, asked: RfmOptions, effects: Effects): Promise<void> {
  refuseOfFile(options, ['asOf', 'dateFormat', 'decimalMark', 'nulls', 'skipMissing', ...Object.keys(roles)]);
  const relation = 'features.customer_rfm';
  await withRelease({ store: options.store, writes: options.scores }, effects, [relation], (engine, { run, asOf }) =>
    score(engine, { source: run, relation, asOf, transactions: null }, options, asked, effects),
  );
}

async function ofFile(shownAs: string, options: RfmCommand, asked: RfmOptions, effects: Effects): Promise<void> {
  requireDay('--as-of', options.asOf);
  await withEngine(effects, { reads: shownAs, writes: options.scores }, async (engine, temporary) => {
    const note = ({ order }: TransactionColumns): string[] =>
      order === null ? ['without --order, what a customer buys on one day is an order'] : [];
    const opened = await openTransactions(engine, shownAs, temporary, options, note, effects);
    const { file, columns, dateFormat } = opened;
    const transactions = await makeCustomers(engine, file, columns, { ...options, dateFormat });
    requirePurchases(file, transactions);
    for (const line of [...leftOut(transactions), ...inEnglish(tooFewForScores(transactions.customers, asked))])
      effects.say(`${shownAs}: ${line}`);
    const subject = { source: shownAs, relation: customerTable, asOf: transactions.asOf, transactions };
    await score(engine, subject, options, asked, effects);
  });
}

/** Sentences on what of a file does not count, or not in full. */
const leftOut = ({ withoutCustomer, withoutValue, later, rounded, onlyReturns, asOf }: Transactions): string[] => [
  ...(withoutValue > 0 ? [`${count(withoutValue, 'row')} without a date, an amount or a quantity left out`] : []),
  ...(withoutCustomer > 0 ? [`${count(withoutCustomer, 'row')} without a customer left out`] : []),
  ...(later > 0 ? [`${count(later, 'row')} after ${asOf} left out`] : []),
  ...(onlyReturns > 0 ? [`${count(onlyReturns, 'customer')} without a purchase left out`] : []),
  ...(rounded > 0 ? [`${count(rounded, 'amount')} rounded to four decimals`] : []),
];

/** Throws where nobody is left to be scored, and says why. */
function requirePurchases({ shownAs, rows }: DataFile, transactions: Transactions): void {
  if (transactions.customers > 0) return;
  const why = leftOut(transactions).filter((reason) => reason.endsWith('left out'));
  throw new DataError(
    `${shownAs}: must hold purchases of customers up to ${transactions.asOf}; none of its ${count(rows, 'row')} is one: ${why.join(', ')}`,
  );
}

/** The measures and scores of every customer. */
const scoresSql = (fitted: FittedRfm): Sql =>
  sql`select scored.customer_id, measured.recency_days, measured.frequency, measured.monetary, scored.* exclude (customer_id)
    from (${rfmScoreSql(fitted)}) as scored
    join ${relationName(fitted.relation)} as measured on cast(measured.customer_id as varchar) = scored.customer_id`;

async function score(
  engine: Engine,
  subject: Subject,
  options: RfmCommand,
  asked: RfmOptions,
  effects: Effects,
): Promise<void> {
  const { source, relation, asOf, transactions } = subject;
  const fitted = await fitRfm(engine, asked, { asOf, relation });
  await engine.create('scores.rfm_customer', scoresSql(fitted));
  const found: RfmFound = {
    ...(await readCells(engine, 'scores.rfm_customer', asked.bins)),
    segments: await readNamed(engine, 'scores.rfm_customer'),
  };
  if (options.scores !== undefined)
    await writeScores(engine, sql`select * from scores.rfm_customer order by customer_id`, options.scores, effects);
  const report = describeRfm(fitted);
  if (options.json) {
    effects.print(
      JSON.stringify({
        source,
        asOf,
        ...(transactions === null ? {} : { transactions }),
        report,
        ...found,
        model: fitted,
      }),
    );
    return;
  }
  const frame = { source, asOf, transactions, width: effects.stdout.columns, colors: effects.colors };
  for (const line of rfmLines(report, found, frame)) effects.print(line);
}
