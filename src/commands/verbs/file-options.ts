import { Option, type Command } from 'commander';

/** What a command reads that takes a file or a release. */
export const fileArgument = ['[FILE]', 'CSV or Parquet file; left out: the current release of the store'] as const;

/** How the text of a file is read, where what is found is wrong. */
export const decimalMark = (): Option =>
  new Option('--decimal-mark <MARK>', 'of a file; left out: found in its numbers').choices(['.', ',']);

/** Texts that mean no value. */
export const nulls = (): Option =>
  new Option('--nulls <WORDS>', 'of a file: texts that mean no value, besides nothing: n/a,NULL').argParser((text) =>
    text.split(',').map((word) => word.trim()),
  );

/** What spreadsheets should know before they open a file of scores. */
export const forPrograms = 'for programs: texts as they stand, without a BOM and unguarded against formulas';

/** Adds the columns of a file of transactions. `customer`: who bought; `order`: whether orders are told apart by a column. */
export function addTransactionColumns(command: Command, customer: string, order = true): Command {
  command.option('--customer <COLUMN>', customer);
  if (order)
    command.option(
      '--order <COLUMN>',
      'the order that a row belongs to; left out and not found: one a customer and day',
    );
  return command
    .option('--date <COLUMN>', 'when')
    .option('--amount <COLUMN>', 'the money of the row, or with a quantity of one piece')
    .option('--quantity <COLUMN>', 'how many pieces; below 0 they came back; found where the amount is a unit price')
    .option('--no-quantity', 'take the amount as that of the row');
}

/** The money that `--discount` names. */
export const discountColumn = (): Option =>
  new Option('--discount <COLUMN>', 'money to take off the amount of the row; left out: none');

/** Adds how the rows of a file of transactions are read. `asOf`: what the day is for. */
export const addTransactionReading = (command: Command, asOf = 'read nothing later'): Command =>
  command
    .option('--skip-missing', 'leave out rows without a date, an amount or a quantity, and say how many')
    .option('--as-of <DAY>', `${asOf}; left out: the last day in the file`)
    .option('--date-format <FORMAT>', 'how dates are written, like %d/%m/%Y; left out: found in the file')
    .addOption(decimalMark())
    .addOption(nulls());
