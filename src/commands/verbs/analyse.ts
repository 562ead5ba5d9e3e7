import { Option, type Command } from 'commander';
import type { DiscriminantCommand } from '../discriminant.ts';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import type { KmeansCommand } from '../kmeans.ts';
import type { RfmCommand } from '../rfm.ts';
import type { TreeCommand } from '../tree.ts';
import { addBasketCommand } from './basket.ts';
import { addClvCommand } from './clv.ts';
import {
  addTransactionColumns,
  addTransactionReading,
  decimalMark,
  discountColumn,
  fileArgument,
  forPrograms,
  nulls,
} from './file-options.ts';
import { addProfitCommand } from './profit.ts';
import { commandNamed, settingOf, storeOption } from './setting.ts';

/** How one of two classes is found, and what that is worth. */
const positive = (): Option =>
  new Option('--positive <CLASS>', 'of two classes: the one that is looked for; left out: the smaller one');
const cost = (): Option =>
  new Option('--cost <MONEY>', 'of two classes: what it costs to take a row, to find the best cut-off');
const benefit = (): Option => new Option('--benefit <MONEY>', 'what a hit brings');

/** `kmeans`, `discriminant`, `rfm`, `tree`, `profit`, `clv` */
export function addAnalyseCommands(program: Command, effects: Effects): void {
  commandNamed(program, 'kmeans')
    .description(
      'Finds k segments of rows that are alike in some columns, and prints their sizes and centres; with --k auto it compares several k and shows ' +
        'all that was measured. FILE is CSV (any delimiter, encoding and decimal mark; gzip too) or Parquet; without it, the customers of the ' +
        'current release are segmented by features as a pipeline names them. Columns of text are coded by level; a text among numbers is refused ' +
        'with its line; empty cells are missing.',
    )
    .argument(...fileArgument)
    .addOption(storeOption())
    .option(
      '-f, --features <LIST>',
      'columns, separated by commas; log1p(…), signed_log(…), winsorise(…, 0.05) bend one',
    )
    .option('-k, --k <K>', 'number of segments: 5, auto (the best of 3 to 8) or a range like 2..10', '5')
    .addOption(new Option('--standardize').default(true).hideHelp())
    .option('--no-standardize', 'take the columns in their own units; left out: in standard deviations of each')
    .option('--weights <LIST>', 'columns that count more or less: income=2,age=0.5')
    .option('--key <COLUMN>', 'what identifies the rows of a file; left out: they are numbered')
    .option(
      '--smallest-share <SHARE>',
      'what every segment must have of the rows with --k auto; with a number, a note tells of smaller ones; left out: 0.02',
    )
    .addOption(
      new Option('--missing <HOW>', 'a row without a value: takes the mean of the others, or has no segment').choices([
        'mean',
        'listwise',
      ]),
    )
    .option('--seed <N>', 'of the starting centres; left out: 1')
    .addOption(decimalMark())
    .addOption(nulls())
    .option(
      '--scores <FILE>',
      `write every row with its segment, distance, second segment and margin: .csv or .parquet, ${forPrograms}`,
    )
    .option('--report <FILE>', 'write a page on the segments: sizes, profiles, centres, how k was chosen (.html)')
    .addHelpText(
      'after',
      examples(
        ['bezero kmeans iris.csv -f petal_length,petal_width -k 3', 'three segments'],
        ['bezero kmeans iris.csv -f petal_length,petal_width -k auto', 'compare k = 3 to 8'],
        ['bezero kmeans people.csv -f "age,log1p(income),region" --scores out.csv', 'each row with its segment'],
        ['bezero kmeans --store store -f "log1p(monetary),category_share:Toys"', 'the customers of a release'],
      ),
    )
    .action(
      async (file: string | undefined, options: Omit<KmeansCommand, 'json' | 'file' | 'version'>, command: Command) => {
        const { kmeans } = await import('../kmeans.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await kmeans(
          { ...options, ...(file === undefined ? {} : { file }), version: program.version() ?? '', json },
          settled,
        );
      },
    );
  commandNamed(program, 'discriminant')
    .description(
      'Discriminant analysis of classes that are known: which columns tell them apart and how well, with the tests and tables of the statistics packages, ' +
        'and to which class each row most likely belongs. FILE is CSV or Parquet; without it, the customers of the current release are analysed, ' +
        'their --class being segment, rfm_segment or a column of features.customer. Columns of text are coded by level. Of two classes it ' +
        'also says how well the probability of one finds its rows.',
    )
    .argument(...fileArgument)
    .addOption(storeOption())
    .option('-c, --class <COLUMN>', 'what is told apart')
    .option(
      '-f, --features <LIST>',
      'columns, separated by commas; log1p(…), signed_log(…), winsorise(…, 0.05) bend one',
    )
    .option(
      '--priors <HOW>',
      'probability of each class beforehand: size, equal, or gold=0.2,basic=0.8; left out: size',
    )
    .option('--quadratic', 'a covariance for each class; left out: one for all (linear)')
    .option(
      '--shrunk [SHARES]',
      'regularised: covariances drawn towards the pooled one and the diagonal, by cross-validation or pooled=0.5,diagonal=0.1',
    )
    .option('--stepwise [METHOD]', 'choose the columns one by one: wilks (where left out), mahalanobis or rao')
    .option('--enter <F>', 'of --stepwise: the F to enter; left out: 3.84')
    .option('--remove <F>', 'of --stepwise: the F to remove; left out: 2.71')
    .addOption(
      new Option('--cv [HOW]', 'how rows are held out: loo (each by itself), or the number of parts from 2 to 10')
        .default('loo')
        .preset('loo'),
    )
    .addOption(
      new Option('--missing <HOW>', 'a row without a value: is left out, or takes the mean of the others').choices([
        'listwise',
        'mean',
      ]),
    )
    .addOption(
      new Option(
        '--singular <HOW>',
        'columns that follow from others: are left out, kept by shrinking, or refused',
      ).choices(['drop', 'shrink', 'refuse']),
    )
    .option('--tolerance <SHARE>', 'of its variance that must be a column’s own; left out: 0.001')
    .addOption(positive())
    .addOption(cost())
    .addOption(benefit())
    .option('--key <COLUMN>', 'what identifies the rows of a file; left out: they are numbered')
    .addOption(decimalMark())
    .addOption(nulls())
    .option(
      '--scores <FILE>',
      `write every row with its class, probabilities, distances and functions: .csv or .parquet; ${forPrograms}`,
    )
    .option('--report <FILE>', 'write a page: tests, functions, maps of the classes, tables of hits (.html)')
    .addHelpText(
      'after',
      examples(
        ['bezero discriminant iris.csv -c species -f petal_length,petal_width', 'linear, each flower held out'],
        ['bezero discriminant bank.csv -c y -f age,campaign --cost 1 --benefit 20', 'two classes, and whom to call'],
        ['bezero discriminant wine.csv -c cultivar -f alcohol,ash,hue --stepwise', 'columns chosen one by one'],
        ['bezero discriminant --store store -c segment -f gender,attribute:tariff', 'the segments of a release'],
      ),
    )
    .action(
      async (
        file: string | undefined,
        options: Omit<DiscriminantCommand, 'json' | 'file' | 'version'>,
        command: Command,
      ) => {
        const { discriminant } = await import('../discriminant.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await discriminant(
          { ...options, ...(file === undefined ? {} : { file }), version: program.version() ?? '', json },
          settled,
        );
      },
    );
  const rfm = commandNamed(program, 'rfm')
    .description(
      'Scores the customers of a file of transactions (order lines or orders, CSV or Parquet) or of the current release by days since their last ' +
        'purchase, number of orders and money, each from 1 to the best; prints cut-points, the grid and ten named segments. Columns that are not ' +
        'named are found by their headers, where only one can be meant. Quantities below 0 are returns, or without ' +
        'them amounts. Without a column of orders, an order is what a ' +
        'customer buys on one day.',
    )
    .argument(...fileArgument)
    .addOption(storeOption());
  addTransactionColumns(rfm, 'who bought; rows without a customer are counted and left out')
    .addOption(discountColumn())
    .option('--bins <N>', 'scores of each measure', '5')
    .option('--nested', 'cut frequency within each recency score, and money within both')
    .option('--weights <R,F,M>', 'what the three count in rfm_score', '1,1,1');
  addTransactionReading(rfm, 'read nothing later, and count days from here')
    .option(
      '--scores <FILE>',
      `write every customer with measures, scores and segment: .csv or .parquet, ${forPrograms}`,
    )
    .addHelpText(
      'after',
      examples(
        ['bezero rfm orders.csv', 'columns found by their headers'],
        ['bezero rfm orders.csv --customer Client --date When --amount Total', 'named'],
        ['bezero rfm lines.csv --amount Price --quantity Units --discount Off', 'order lines: Price × Units − Off'],
        ['bezero rfm orders.csv --nested --scores rfm.csv', 'each customer with scores and segment'],
        ['bezero rfm --store store --bins 3', 'the customers of a release'],
      ),
    )
    .action(async (file: string | undefined, options: Omit<RfmCommand, 'json' | 'file'>, command: Command) => {
      const { rfm: run } = await import('../rfm.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await run({ ...options, ...(file === undefined ? {} : { file }), json }, settled);
    });
  addTreeCommand(program, effects);
  addProfitCommand(program, effects);
  addClvCommand(program, effects);
  addBasketCommand(program, effects);
}

function addTreeCommand(program: Command, effects: Effects): void {
  commandNamed(program, 'tree')
    .description(
      'Grows a classification tree (CART) that tells the values of one column apart by others, cuts it back, and prints its rules, what each feature ' +
        'brings and how often it is right, also for rows that it did not know; of two classes also how well the probability of one finds its rows. FILE is CSV (any delimiter, encoding and decimal mark; gzip too) or ' +
        'Parquet; without it, the customers of the current release. Text is split by level; a missing value goes where the split is better.',
    )
    .argument(...fileArgument)
    .addOption(storeOption())
    .option('-c, --class <COLUMN>', 'what is told apart; of a release segment and rfm_segment too')
    .option('-f, --features <LIST>', 'columns that tell the classes apart, separated by commas')
    .addOption(
      new Option('--criterion <NAME>', 'what splits make smaller; left out: gini').choices(['gini', 'entropy']),
    )
    .addOption(
      new Option(
        '--prune <HOW>',
        'cp: at --cp; cv: the smallest tree within one standard error of the best; cv-min: the best; left out: cp',
      ).choices(['cp', 'cv', 'cv-min']),
    )
    .option(
      '--cp <SHARE>',
      'least that a split must take off the error, as a share of that of the root; left out: 0.01',
    )
    .option('--depth <N>', 'most splits from the root to a leaf; left out: 30')
    .option('--min-split <N>', 'fewest rows of a node that is split; left out: 20')
    .option('--min-leaf <N>', 'fewest rows of a leaf; left out: 7')
    .option('--folds <N>', 'parts of the cross-validation, 0 for none; left out: 10')
    .option('--fold <COLUMN>', 'the part of each row; left out: by its key')
    .option('--priors <WHICH>', 'size, equal, or yes=0.1,no=0.9; left out: size')
    .option('--class-weights <LIST>', 'classes whose rows count more or less: yes=5')
    .option('--costs <LIST>', 'what it costs to put a row of a class into another, 1 where not named: "yes>no=5"')
    .option('--weight <COLUMN>', 'how many rows each row stands for')
    .addOption(positive())
    .addOption(cost())
    .addOption(benefit())
    .option('--key <COLUMN>', 'what identifies the rows of a file; left out: they are numbered')
    .addOption(decimalMark())
    .addOption(nulls())
    .option('--scores <FILE>', 'write every row with its leaf, class and probabilities: .csv or .parquet')
    .option('--report <FILE>', 'write a page with the tree as a picture, rules and tables (.html)')
    .addHelpText(
      'after',
      examples(
        ['bezero tree iris.csv -c species -f petal_length,petal_width', 'the rules of a file'],
        ['bezero tree bank.csv -c y -f age,job,month --prune cv', 'as large as cross-validation supports'],
        ['bezero tree bank.csv -c y -f age,job --costs "yes>no=5"', 'a missed yes costs five'],
        ['bezero tree bank.csv -c y -f age,job --cost 1 --benefit 20', 'two classes, and whom to call'],
        ['bezero tree --store store -c segment -f recency_days,frequency', 'what makes the segments of a release'],
      ),
    )
    .action(
      async (file: string | undefined, options: Omit<TreeCommand, 'json' | 'file' | 'version'>, command: Command) => {
        const { tree } = await import('../tree.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await tree(
          { ...options, ...(file === undefined ? {} : { file }), version: program.version() ?? '', json },
          settled,
        );
      },
    );
}
