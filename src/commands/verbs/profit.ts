import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import type { ProfitCommand } from '../profit.ts';
import { decimalMark, forPrograms, nulls } from './file-options.ts';
import { settingOf, storeOption } from './setting.ts';

/** `profit` */
export function addProfitCommand(program: Command, effects: Effects): void {
  program
    .command('profit')
    .usage('[FILE] [options]')
    .summary('say what customers bring and cost, who earns and who loses')
    .description(
      'The profit and loss of a file of transactions (order lines or orders, CSV or Parquet) or of the current release, line by line and by what you ask for; ' +
        'how profit adds up over customers (whale curve), how unequally they share the revenue (Lorenz curve, Gini), tenths of the customers, and ' +
        'who costs more than they bring, with the line that makes them so. Columns that are not named are found by their headers, where only ' +
        'one can be meant. A cost that nobody told is said, and counts as nothing.',
    )
    .argument('[FILE]', 'CSV or Parquet file; left out: the current release of the store')
    .addOption(storeOption())
    .option(
      '--by <LIST>',
      'of a file: columns, or month; of a release: segment, rfm_segment, usage_class, lifecycle, region, acquisition_source, category, product, channel, sales_rep, month',
    )
    .option('--customer <COLUMN>', 'who bought; rows without a customer count in totals, never among customers')
    .option('--order <COLUMN>', 'the order that a row belongs to; left out and not found: one a customer and day')
    .option('--date <COLUMN>', 'when')
    .option('--amount <COLUMN>', 'the money of the row, or with a quantity of one piece')
    .option('--quantity <COLUMN>', 'how many pieces; below 0 they came back; found where the amount is a unit price')
    .option('--no-quantity', 'take the amount as that of the row')
    .option('--discount <COLUMN>', 'money to take off the amount of the row; left out: none')
    .option(
      '--discount-rate <COLUMN>',
      'in its place: the share of the price that was taken off, from 0 to below 1; the amount is what was left',
    )
    .option('--cost <COLUMN>', 'what the goods of the row cost')
    .option('--profit <COLUMN>', 'in its place: what is left of the row after them')
    .option('--shipping <COLUMN>', 'what the customer paid for shipping the row')
    .option('--product <COLUMN>', 'what was bought')
    .option('--fulfilment-per-order <MONEY>', 'of a file: what sending an order costs; left out: 0')
    .option('--fulfilment-per-line <MONEY>', 'added by each line; left out: 0')
    .option('--handling-per-return <MONEY>', 'taking back an order with returned lines; left out: 0')
    .option('--skip-missing', 'leave out rows without a date, an amount or a quantity, and say how many')
    .option('--as-of <DAY>', 'read nothing later; left out: the last day in the file')
    .option('--date-format <FORMAT>', 'how dates are written, like %d/%m/%Y; left out: found in the file')
    .addOption(decimalMark())
    .addOption(nulls())
    .option(
      '--scores <FILE>',
      `write the account of every customer, with place and tenth: .csv or .parquet, ${forPrograms}`,
    )
    .option('--report <FILE>', 'write a page: the account, whale and Lorenz curve, tenths, loss makers (.html)')
    .addHelpText(
      'after',
      examples(
        ['bezero profit orders.csv --cost Cost', 'columns found by their headers'],
        ['bezero profit orders.csv --amount Sales --profit Profit --by Segment,Region', 'by columns of the file'],
        ['bezero profit lines.csv --cost Cost --fulfilment-per-order 3.2', 'with what sending costs'],
        ['bezero profit --store store --by segment,category,month', 'a release'],
      ),
    )
    .action(
      async (file: string | undefined, options: Omit<ProfitCommand, 'json' | 'file' | 'version'>, command: Command) => {
        const { profit } = await import('../profit.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await profit(
          { ...options, ...(file === undefined ? {} : { file }), version: program.version() ?? '', json },
          settled,
        );
      },
    );
}
