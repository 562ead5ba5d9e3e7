import { Option, type Command } from 'commander';
import type { ClvCommand } from '../clv.ts';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { addTransactionColumns, addTransactionReading, fileArgument, forPrograms } from './file-options.ts';
import { commandNamed, settingOf, storeOption } from './setting.ts';

/** `clv` */
export function addClvCommand(program: Command, effects: Effects): void {
  const clv = commandNamed(program, 'clv')
    .description(
      'Fits a model of how customers buy and stop (BG/NBD, MBG/NBD or Pareto/NBD) and one of what a purchase is worth (Gamma-Gamma) to a file of ' +
        'purchases (orders or order lines, CSV or Parquet) or to the current release; prints parameters, totals with intervals, how well a fit to the ' +
        'first part of the history foretold the rest, and who is worth most. Every length of time has its unit.',
    )
    .argument(...fileArgument)
    .addOption(storeOption());
  addTransactionColumns(clv, 'who bought; left out: found by its header, like the next two', false)
    .addOption(
      new Option(
        '--model <NAME>',
        'how purchases end; left out, as every option below: as in the step clv of the release, else bgnbd',
      ).choices(['bgnbd', 'mbgnbd', 'pareto']),
    )
    .addOption(
      new Option('--unit <UNIT>', 'what times of the model are in; left out: week').choices(['day', 'week', 'month']),
    )
    .option('--horizon <LENGTH>', 'how far value is foretold, with its unit; left out: "12 months"')
    .option(
      '--discount <RATE>',
      'a rate of interest, no column: what money loses by coming later: "1% per month", 0; left out: "10% per year"; the amount is to be net of price discounts',
    )
    .option('--margin <SHARE>', 'of the spend, like 30%; left out: by the costs of a release; of a file value is spend')
    .addOption(
      new Option(
        '--returns <HOW>',
        'net: taken off the purchase they follow; drop: passed over; refuse; left out: net',
      ).choices(['net', 'drop', 'refuse']),
    )
    .option('--drop-zero', 'purchases of no value are none')
    .option(
      '--holdout <WHICH>',
      'what is held out to test: the last 39w or 90d, all after a DAY, none; left out: as long as the horizon, at most half',
    )
    .option('--bootstrap <N>', 'samples for the intervals of totals, 0 for none; left out: 100')
    .option('--seed <N>', 'of these samples; left out: 1');
  addTransactionReading(clv)
    .option(
      '--report <FILE>',
      'write a page: how well it foretells, who is worth how much, who is still a customer (.html)',
    )
    .option(
      '--scores <FILE>',
      `write every customer with P(alive), purchases, value, dates: .csv or .parquet, ${forPrograms}`,
    )
    .addHelpText(
      'after',
      examples(
        ['bezero clv orders.csv', 'columns found by their headers'],
        ['bezero clv orders.csv --customer Client --date When --amount Total', 'named'],
        ['bezero clv orders.csv --horizon 52w --discount "1% per month"', 'another horizon'],
        ['bezero clv orders.csv --holdout 39w --margin 35% --scores clv.csv', 'each customer with value'],
        ['bezero clv --store store --report clv.html', 'a release, in margin, as a page'],
      ),
    )
    .action(
      async (file: string | undefined, options: Omit<ClvCommand, 'json' | 'file' | 'version'>, command: Command) => {
        const { clv: run } = await import('../clv.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await run(
          { ...options, ...(file === undefined ? {} : { file }), version: program.version() ?? '', json },
          settled,
        );
      },
    );
}
