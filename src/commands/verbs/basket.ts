import { Option, type Command } from 'commander';
import type { BasketCommand } from '../basket.ts';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { fileArgument, forPrograms, nulls } from './file-options.ts';
import { commandNamed, settingOf, storeOption } from './setting.ts';

/** `basket` */
export function addBasketCommand(program: Command, effects: Effects): void {
  commandNamed(program, 'basket')
    .description(
      'Finds which goods are bought together in a file with a row for each good of a basket (CSV or Parquet), or in the orders of the current release: ' +
        'frequent sets of goods and rules with support, confidence, lift, leverage, conviction, χ² and p, the highest lift first. Rules that hold no better ' +
        'than a shorter one are left out, and those that could be chance are told apart.',
    )
    .argument(...fileArgument)
    .addOption(storeOption())
    .option('--basket <COLUMN>', 'what tells the baskets of a file apart: an order')
    .option('--item <COLUMN>', 'what was bought')
    .option('--customer <COLUMN>', 'who bought it')
    .option('--quantity <COLUMN>', 'how many pieces; rows with 0 or less, which came back, are left out')
    .option('--category <COLUMN>', 'of the good: with customers, goods of one category that stand in for one another')
    .addOption(
      new Option('--level <LEVEL>', 'bought together in a basket, or by a customer; left out: basket').choices([
        'basket',
        'customer',
      ]),
    )
    .option('--support <SHARE>', 'of the baskets that must hold all goods of a rule; left out: 0.001')
    .option('--min-count <N>', 'baskets that must hold them at least; left out: 5')
    .option('--confidence <SHARE>', 'of the baskets with its left side that must hold the right; left out: 0.2')
    .option('--max-length <N>', 'most goods of a rule, 2 to 10; left out: 10')
    .option(
      '--max-items <N>',
      'a basket of more goods is left out, as wholesale or a mistake; left out: 100, of a customer 500',
    )
    .option('--max-itemsets <N>', 'most sets of one size; where there are more, rules stay shorter; left out: 100000')
    .addOption(nulls())
    .option('--rules <FILE>', `write all rules: .csv or .parquet, ${forPrograms}`)
    .addHelpText(
      'after',
      examples(
        ['bezero basket lines.csv --basket order --item good', 'of a file'],
        ['bezero basket lines.csv --basket order --item good --confidence 0.5', 'surer ones'],
        ['bezero basket lines.csv --customer who --item good --level customer', 'by customer'],
        ['bezero basket --store store --rules rules.csv', 'of a release, all rules'],
      ),
    )
    .action(async (file: string | undefined, options: Omit<BasketCommand, 'json' | 'file'>, command: Command) => {
      const { basket: run } = await import('../basket.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await run({ ...options, ...(file === undefined ? {} : { file }), json }, settled);
    });
}
