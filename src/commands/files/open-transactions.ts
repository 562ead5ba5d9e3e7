import { resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import type { Effects } from '../effects.ts';
import { count } from '../words.ts';
import { requireRows } from './columns.ts';
import { readDataFile, type DataFile, type ReadingOptions } from './data-file.ts';
import { dateFormatOf } from './date-reading.ts';
import {
  findTransactionColumns,
  roles,
  type GivenColumns,
  type Role,
  type TransactionColumns,
} from './guess-columns.ts';
import { readingRules } from './style.ts';

/** A file of transactions, which of its columns is what, and how its dates are written. */
export interface OpenedTransactions {
  readonly file: DataFile;
  readonly columns: TransactionColumns;
  readonly dateFormat: string | undefined;
}

/**
 * Reads a file of transactions and finds its columns; says what was found.
 *
 * @param note what is said of the columns besides
 * @param money further columns of money
 */
export async function openTransactions(
  engine: Engine,
  shownAs: string,
  temporary: string,
  options: ReadingOptions & GivenColumns,
  note: (columns: TransactionColumns) => readonly string[],
  effects: Effects,
  money: (file: DataFile) => readonly string[] = () => [],
): Promise<OpenedTransactions> {
  const done = effects.step(`reading ${shownAs}`);
  const file = await readDataFile(engine, resolve(effects.cwd, shownAs), shownAs, temporary, options);
  done(`${count(file.rows, 'row')}, ${count(file.headers.length, 'column')}`);
  requireRows(file);
  const given = Object.fromEntries(
    (Object.keys(roles) as Role[]).flatMap((role) => (options[role] === undefined ? [] : [[role, options[role]]])),
  ) as GivenColumns;
  const { guessed, ...columns } = findTransactionColumns(file, given);
  if (guessed.length > 0)
    effects.say(`${shownAs}: by their headers, ${guessed.map((role) => `--${role} "${columns[role]!}"`).join(' ')}`);
  for (const line of note(columns)) effects.say(`${shownAs}: ${line}`);
  if (guessed.includes('quantity'))
    effects.say(
      `${shownAs}: an amount is ${columns.amount} × ${columns.quantity!}; --no-quantity takes ${columns.amount} for that of the row`,
    );
  const own = [columns.amount, columns.quantity, columns.discount].filter((header) => header !== null);
  const moneyColumns = [...own, ...money(file)];
  for (const rule of file.text === null ? [] : readingRules(file.text, moneyColumns))
    effects.say(`${shownAs}: ${rule}`);
  return { file, columns, dateFormat: await dateFormatOf(engine, file, columns.date, options.dateFormat) };
}
