import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import type { ProfitCommand } from '../profit.ts';
import {
  addTransactionColumns,
  addTransactionReading,
  discountColumn,
  fileArgument,
  forPrograms,
} from './file-options.ts';
import { commandNamed, settingOf, storeOption } from './setting.ts';

/** `profit` */
export function addProfitCommand(program: Command, effects: Effects): void {
  const profit = commandNamed(program, 'profit')
    .description(
      'The profit and loss of a file of transactions (order lines or orders, CSV or Parquet) or of the current release, line by line and by what you ask for; ' +
        'how profit adds up over customers (whale curve), how unequally they share the revenue (Lorenz curve, Gini), tenths of the customers, and ' +
        'who costs more than they bring, with the line that makes them so. Columns that are not named are found by their headers, where only ' +
        'one can be meant. A cost that nobody told is said, and counts as nothing.',
    )
    .argument(...fileArgument)
    .addOption(storeOption())
    .option(
      '--by <LIST>',
      'of a file: columns, or month; of a release: segment, rfm_segment, usage_class, lifecycle, region, acquisition_source, category, product, channel, sales_rep, month',
    );
  addTransactionColumns(profit, 'who bought; rows without a customer count in totals, never among customers')
    .addOption(discountColumn())
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
    .option('--handling-per-return <MONEY>', 'taking back an order with returned lines; left out: 0');
  addTransactionReading(profit)
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
        const { profit: run } = await import('../profit.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await run(
          { ...options, ...(file === undefined ? {} : { file }), version: program.version() ?? '', json },
          settled,
        );
      },
    );
}
