import { Command, InvalidArgumentError, Option } from 'commander';
import picocolors from 'picocolors';
import type { Effects } from './effects.ts';
import { silence } from './progress.ts';
import type { SampleOptions } from './sample.ts';

/** What every command is told, wherever it stands on the line. */
interface GlobalFlags {
  readonly quiet?: true;
  readonly json?: true;
  readonly color: boolean;
}

const globalFlags = (command: Command): GlobalFlags => command.optsWithGlobals<GlobalFlags>();

/** The effects as the global flags want them. */
function settle(effects: Effects, command: Command): Effects {
  const { quiet, color } = globalFlags(command);
  return {
    ...effects,
    ...(quiet ? silence : {}),
    ...(color ? {} : { colors: picocolors.createColors(false) }),
  };
}

const storeOption = (): Option =>
  new Option('-s, --store <DIR>', 'folder of the releases (default: $BEZERO_STORE, else ./store)');

/** Examples under a command's help: what to type, and what it is for. */
function examples(...pairs: readonly (readonly [command: string, meaning: string])[]): string {
  const width = Math.max(...pairs.map(([command]) => command.length));
  return ['', 'Examples:', ...pairs.map(([command, meaning]) => `  ${command.padEnd(width)}  ${meaning}`)].join('\n');
}

const wholeNumber =
  (least: number) =>
  (text: string): number => {
    if (!/^\d+$/.test(text) || Number(text) < least)
      throw new InvalidArgumentError(`must be a whole number from ${least} up`);
    return Number(text);
  };

/** Every command of bezero: its arguments and options, its help, and the function that does it, loaded when it is asked for. */
export function buildProgram(effects: Effects, version: string): Command {
  const program = new Command('bezero');
  program
    .description(
      'An analytical CRM: one nightly command turns purchases and contacts into segments, models, profit and files for marketers.',
    )
    .usage('COMMAND [options]')
    .option('-q, --quiet', 'say nothing unless something is wrong')
    .option('--json', 'print data as JSON, for programs')
    .option('--no-color', 'plain text; so does NO_COLOR=1')
    .option('--debug', 'show where in the program an error came from')
    .helpOption('-h, --help', 'this text; "bezero COMMAND --help" for one command')
    .version(version, '-V, --version', 'version of bezero')
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({
      showGlobalOptions: true,
      subcommandTerm: (command) => [command.name(), command.usage().replace('[options]', '').trim()].join(' ').trim(),
      subcommandDescription: (command) => command.summary(),
      commandUsage: (command) => [command.parent?.name(), command.name(), command.usage()].join(' ').trim(),
      styleTitle: effects.colors.bold,
    })
    .configureOutput({
      writeOut: (text) => {
        effects.print(text.trimEnd());
      },
      writeErr: (text) => {
        effects.say(text.trimEnd());
      },
      outputError: (text, write) => {
        write(usageSentence(text));
      },
      getOutHelpWidth: () => Math.max(60, Math.min(effects.stdout.columns, 100)),
      getErrHelpWidth: () => 100,
      getOutHasColors: () => effects.colors.isColorSupported,
    });
  addStartCommands(program, effects);
  addNightCommands(program, effects);
  addLookCommands(program, effects);
  addReleaseCommands(program, effects);
  program.addHelpText(
    'after',
    examples(
      ['bezero init shop --from orders.csv', 'a pipeline for your own file, in shop/'],
      ['bezero run shop/nightly.yaml', 'load, segment, publish: every night'],
      ['bezero sql "from marts.segment_profit"', 'look at the result'],
    ) +
      '\n\nExit codes: 0 ok, 1 a mistake in bezero, 2 options or pipeline, 3 data, 4 model, 5 database, file or lock, 130 interrupted',
  );
  return program;
}

function addStartCommands(program: Command, effects: Effects): void {
  program.commandsGroup('Begin:');
  program
    .command('init')
    .usage('[DIR] [options]')
    .summary('write a pipeline file; --from proposes the mapping of your own files')
    .description(
      'Writes a pipeline file with comments, a JSON Schema for your editor, an inbox and a .gitignore. With --from it looks at your own ' +
        'exports (delimiter, encoding, decimal mark, dates, headers in several languages) and proposes how they map. It never overwrites.',
    )
    .argument('[DIR]', 'folder to write to', '.')
    .option('--from <FILE...>', 'your own CSV files, plain or gzip')
    .addHelpText(
      'after',
      examples(
        ['bezero init shop', 'five canonical tables from shop/inbox'],
        ['bezero init shop --from ~/exports/*.csv', 'propose a mapping of these files'],
      ),
    )
    .action(async (folder: string, options: { from?: string[] }, command: Command) => {
      const { init } = await import('./init.ts');
      await init(
        { folder, from: options.from ?? [], json: globalFlags(command).json === true },
        settle(effects, command),
      );
    });
  program
    .command('sample')
    .usage('[options]')
    .summary('write the sample company, of any size')
    .description(
      'Writes the five tables of a made-up company with a known truth: segments, habits and profit that models should find again.',
    )
    .option('--customers <N>', 'how many customers and prospects', '2000')
    .option('--lines <N>', 'mean order lines per customer', '10')
    .option('--out <DIR>', 'folder to write to', 'sample-data')
    .addOption(new Option('--format <FORMAT>', 'of the files').choices(['csv', 'parquet']).default('csv'))
    .option('--seed <N>', 'another seed makes another company of the same kind', '1')
    .option('--force', 'replace files that are there', false)
    .addHelpText(
      'after',
      examples(
        ['bezero sample --out shop', 'the company of the tutorial'],
        ['bezero sample --customers 1000000 --lines 10 --out big --format parquet', '10 million order lines'],
      ),
    )
    .action(async (options: SampleOptions, command: Command) => {
      const { sample } = await import('./sample.ts');
      await sample(options, settle(effects, command));
    });
}

function addNightCommands(program: Command, effects: Effects): void {
  program.commandsGroup('Every night:');
  program
    .command('run')
    .usage('PIPELINE [options]')
    .summary('load, model and publish a release')
    .description(
      'Reads what is new, builds the warehouse, fits the models and publishes a release: all of it or, where anything fails, nothing. ' +
        'Files that were read before are not read again.',
    )
    .argument('<PIPELINE>', 'pipeline file')
    .option('--as-of <DAY>', 'read nothing later than this day, instead of what the pipeline says')
    .option('--dry-run', 'check the pipeline and show its steps, nothing else', false)
    .option('--copy-to <DIR>', 'copy the released files here too, for shares that follow no links')
    .option('--force', 'publish a new release even where nothing has changed', false)
    .addHelpText(
      'after',
      examples(
        ['bezero run pipelines/nightly.yaml', 'the nightly job'],
        ['bezero run nightly.yaml --as-of 2026-06-30', 'as the customers were on that day'],
        ['bezero run nightly.yaml --quiet', 'from cron: mail only when something is wrong'],
      ),
    )
    .action(
      async (
        pipeline: string,
        options: { asOf?: string; dryRun: boolean; copyTo?: string; force: boolean },
        command: Command,
      ) => {
        const { run } = await import('./run.ts');
        await run({ ...options, pipeline, json: globalFlags(command).json === true }, settle(effects, command));
      },
    );
  program
    .command('plan')
    .usage('PIPELINE [options]')
    .summary('show the steps of a run without running them')
    .description('Checks a pipeline file and shows its steps in order, with the tables that each reads and writes.')
    .argument('<PIPELINE>', 'pipeline file')
    .option('--sql', 'show the SQL of each step', false)
    .addHelpText(
      'after',
      examples(
        ['bezero plan pipelines/nightly.yaml', 'the steps'],
        ['bezero plan nightly.yaml --sql > plan.sql', 'all SQL, to read'],
      ),
    )
    .action(async (pipeline: string, options: { sql: boolean }, command: Command) => {
      const { plan } = await import('./plan.ts');
      await plan({ pipeline, sql: options.sql, json: globalFlags(command).json === true }, settle(effects, command));
    });
}

function addLookCommands(program: Command, effects: Effects): void {
  program.commandsGroup('Look:');
  program
    .command('sql')
    .usage('QUERY [options]')
    .summary('query the current release, read-only')
    .description(
      'Runs one query of DuckDB SQL on the warehouse of the current release and prints the result: as a table for people, or as CSV, JSON ' +
        '(an object a line), Parquet or Arrow. Nothing in the warehouse can be changed by it.',
    )
    .argument(
      '<QUERY>',
      'one select, from, with, values, describe, show or summarize; "-" reads it from standard input',
    )
    .addOption(storeOption())
    .addOption(
      new Option('-f, --format <FORMAT>', 'left out: by the ending of FILE, else table').choices([
        'table',
        'csv',
        'json',
        'parquet',
        'arrow',
      ]),
    )
    .option('-o, --output <FILE>', 'write to a file instead of standard output')
    .option('-n, --limit <N>', 'at most so many rows (default: 1,000 for tables, else all)', wholeNumber(1))
    .addHelpText(
      'after',
      examples(
        ['bezero sql "show all tables"', 'what is there'],
        ['bezero sql "from marts.segment_profit"', 'profit by segment'],
        ['bezero sql "from marts.customer" -o customers.parquet', 'for a notebook'],
        ['bezero sql "from marts.customer" -f csv | head', 'for other programs'],
      ),
    )
    .action(
      async (
        query: string,
        options: { store?: string; format?: string; output?: string; limit?: number },
        command: Command,
      ) => {
        const { sql } = await import('./sql.ts');
        const json = globalFlags(command).json === true ? { format: 'json' } : {};
        await sql({ ...json, ...options, query } as Parameters<typeof sql>[0], settle(effects, command));
      },
    );
  program
    .command('rejects')
    .usage('[options]')
    .summary('list the records that were not loaded, and why')
    .description(
      'Counts the rejected records of the current release by reason, then lists them with file, line, column and value.',
    )
    .addOption(storeOption())
    .option('--source <NAME>', 'only of this source')
    .option('--reason <REASON>', 'only for this reason')
    .option('-n, --limit <N>', 'list at most so many records', wholeNumber(0), 20)
    .option('--csv <FILE>', 'write all of them to a file')
    .addHelpText(
      'after',
      examples(
        ['bezero rejects', 'reasons, and the first records'],
        ['bezero rejects --reason not_a_date --limit 100', 'more of one kind'],
        ['bezero rejects --csv rejects.csv', 'all, for whoever made the export'],
      ),
    )
    .action(
      async (
        options: { store?: string; source?: string; reason?: string; limit: number; csv?: string },
        command: Command,
      ) => {
        const { rejects } = await import('./rejects.ts');
        await rejects({ ...options, json: globalFlags(command).json === true }, settle(effects, command));
      },
    );
}

function addReleaseCommands(program: Command, effects: Effects): void {
  program.commandsGroup('Releases:');
  program
    .command('releases')
    .usage('[options]')
    .summary('list the releases of a store')
    .description(
      'Lists the releases, newest first: the day they tell about, when they were made, their size, and which one is current.',
    )
    .addOption(storeOption())
    .addHelpText('after', examples(['bezero releases', 'what there is to roll back to']))
    .action(async (options: { store?: string }, command: Command) => {
      const { releases } = await import('./releases.ts');
      await releases({ ...options, json: globalFlags(command).json === true }, settle(effects, command));
    });
  program
    .command('rollback')
    .usage('[RUN] [options]')
    .summary('make an earlier release the current one')
    .description(
      'Points "current" to the release before it, or to the one named. Nothing is deleted; a later release can be named to go forward again.',
    )
    .argument('[RUN]', 'release to go to; left out: the one before the current one')
    .addOption(storeOption())
    .addHelpText(
      'after',
      examples(
        ['bezero rollback', 'yesterday’s files again'],
        ['bezero rollback 2026-11-20T020000Z-7f3a', 'this release'],
      ),
    )
    .action(async (run: string | undefined, options: { store?: string }, command: Command) => {
      const { rollback } = await import('./rollback.ts');
      const named = run === undefined ? {} : { run };
      await rollback({ ...options, ...named, json: globalFlags(command).json === true }, settle(effects, command));
    });
}

/** A usage error in our form: no prefix, one sentence. */
const usageSentence = (text: string): string =>
  text
    .trim()
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.+)\?\)$/s, '; did you mean $1?');
