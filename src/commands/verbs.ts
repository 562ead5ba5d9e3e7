import { InvalidArgumentError, Option, type Command } from 'commander';
import picocolors from 'picocolors';
import type { Effects } from './effects.ts';
import { examples } from './help.ts';
import { silence } from './progress.ts';
import type { SampleOptions } from './sample.ts';
import type { SqlFormat } from './sql.ts';

/** What the options of every command come to. */
interface Setting {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly effects: Effects;
}

function settingOf(command: Command, effects: Effects): Setting {
  const { quiet, json, color } = command.optsWithGlobals<{ quiet?: true; json?: true; color: boolean }>();
  const talk = quiet ? silence : {};
  const colors = color ? effects.colors : picocolors.createColors(false);
  return { json: json === true, quiet: quiet === true, effects: { ...effects, ...talk, colors } };
}

const store = (): Option =>
  new Option('-s, --store <DIR>', 'folder of the releases; left out: $BEZERO_STORE, else ./store');

const wholeNumber =
  (least: number) =>
  (text: string): number => {
    if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
    throw new InvalidArgumentError(`must be a whole number from ${least} up`);
  };

/** `init`, `sample` */
export function addStartCommands(program: Command, effects: Effects): void {
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
        ['bezero init shop', 'the canonical tables from shop/inbox'],
        ['bezero init shop --from ~/exports/*.csv', 'a proposal for these files'],
      ),
    )
    .action(async (folder: string, { from = [] }: { from?: string[] }, command: Command) => {
      const { init } = await import('./init.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await init({ folder, from, json }, settled);
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
    .option('--force', 'replace files that are there')
    .addHelpText(
      'after',
      examples(
        ['bezero sample --out shop', 'the company of the tutorial'],
        ['bezero sample --customers 1000000 --out big --format parquet', '10 million order lines'],
      ),
    )
    .action(async (options: SampleOptions, command: Command) => {
      const { sample } = await import('./sample.ts');
      await sample(options, settingOf(command, effects).effects);
    });
}

/** `run`, `plan` */
export function addNightCommands(program: Command, effects: Effects): void {
  program.commandsGroup('Every night:');
  program
    .command('run')
    .usage('PIPELINE [options]')
    .summary('load, model and publish a release')
    .description(
      'Reads what is new, builds the warehouse, fits the models and publishes a release: all of it or, where anything fails, nothing. ' +
        'Files that were read before are not read again; where nothing has changed, nothing is built. With --quiet it says errors, every night ' +
        'what is wrong with a source, and what a model remarks of its data when that is new.',
    )
    .argument('<PIPELINE>', 'pipeline file')
    .option('--as-of <DAY>', 'read nothing later than this day, instead of what the pipeline says')
    .option('--dry-run', 'check the pipeline and show its steps, nothing else')
    .option('--copy-to <DIR>', 'copy the released files here too, for shares that follow no links')
    .option('--force', 'publish a new release even where nothing has changed')
    .addHelpText(
      'after',
      examples(
        ['bezero run pipelines/nightly.yaml', 'the nightly job'],
        ['bezero run nightly.yaml --as-of 2026-06-30', 'as the customers were on that day'],
        ['bezero run nightly.yaml --quiet', 'from cron: mail errors and warnings only'],
      ),
    )
    .action(
      async (
        pipeline: string,
        options: { asOf?: string; dryRun?: true; copyTo?: string; force?: true },
        command: Command,
      ) => {
        const { run } = await import('./run.ts');
        const { json, quiet, effects: settled } = settingOf(command, effects);
        await run(
          { ...options, pipeline, dryRun: options.dryRun === true, force: options.force === true, json, quiet },
          settled,
        );
      },
    );
  program
    .command('plan')
    .usage('PIPELINE [options]')
    .summary('check a pipeline and show the steps of its run')
    .description(
      'Checks a pipeline file, the headers and first records of the files it names and the names of its features, and shows its steps in ' +
        'order, with the tables that each reads and writes. It runs nothing, and takes as long for large files as for small ones.',
    )
    .argument('<PIPELINE>', 'pipeline file')
    .option('--sql', 'show the SQL of each step')
    .addHelpText(
      'after',
      examples(
        ['bezero plan pipelines/nightly.yaml', 'the steps'],
        ['bezero plan pipelines/nightly.yaml --sql > plan.sql', 'all SQL, to read'],
      ),
    )
    .action(async (pipeline: string, { sql = false }: { sql?: boolean }, command: Command) => {
      const { plan } = await import('./plan.ts');
      const { json, quiet, effects: settled } = settingOf(command, effects);
      await plan({ pipeline, sql, json, quiet }, settled);
    });
}

/** `sql`, `rejects` */
export function addLookCommands(program: Command, effects: Effects): void {
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
    .addOption(store())
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
    .option('-n, --limit <N>', 'at most so many rows; left out: 1,000 of a table, else all', wholeNumber(1))
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
        options: { store?: string; format?: SqlFormat; output?: string; limit?: number },
        command: Command,
      ) => {
        const { sql } = await import('./sql.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await sql({ ...(json ? { format: 'json' } : {}), ...options, query }, settled);
      },
    );
  program
    .command('rejects')
    .usage('[options]')
    .summary('list the records that were not loaded, and why')
    .description(
      'Counts the rejected records by reason, says what the reasons mean, then lists the records with file, line, column and value: those ' +
        'of the current release, or of the run since that was stopped because too many were rejected. --json and --csv keep the codes of ' +
        'the reasons.',
    )
    .addOption(store())
    .option('--source <NAME>', 'only of this source')
    .option('--reason <REASON>', 'only for this reason')
    .option('-n, --limit <N>', 'list at most so many records', wholeNumber(0), 20)
    .option('--csv <FILE>', 'write all of them to a file')
    .option('--released', 'of the current release, even where a run was stopped since')
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
        options: {
          store?: string;
          source?: string;
          reason?: string;
          limit: number;
          csv?: string;
          released?: true;
        },
        command: Command,
      ) => {
        const { rejects } = await import('./rejects.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await rejects({ ...options, json }, settled);
      },
    );
}

/** `releases`, `rollback` */
export function addReleaseCommands(program: Command, effects: Effects): void {
  program.commandsGroup('Releases:');
  program
    .command('releases')
    .usage('[options]')
    .summary('list the releases of a store')
    .description(
      'Lists the releases, newest first: the day they tell about, when they were made, their size, and which one is current.',
    )
    .addOption(store())
    .addHelpText('after', examples(['bezero releases', 'what there is to roll back to']))
    .action(async (options: { store?: string }, command: Command) => {
      const { releases } = await import('./releases.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await releases({ ...options, json }, settled);
    });
  program
    .command('rollback')
    .usage('[RUN] [options]')
    .summary('make an earlier release the current one')
    .description(
      'Points "current" to the release before it, or to the one named. Who opted out since stays out. Nothing is deleted: a later release ' +
        'can be named to go forward again.',
    )
    .argument('[RUN]', 'release to go to; left out: the one before the current one')
    .addOption(store())
    .addHelpText(
      'after',
      examples(['bezero rollback', 'the release before'], ['bezero rollback 2026-11-20T020000Z-7f3a', 'this release']),
    )
    .action(async (run: string | undefined, options: { store?: string }, command: Command) => {
      const { rollback } = await import('./rollback.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await rollback({ ...options, ...(run === undefined ? {} : { run }), json }, settled);
    });
}
