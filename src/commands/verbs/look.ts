import { Option, type Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import type { SqlFormat } from '../sql.ts';
import { commandNamed, settingOf, storeOption, wholeNumber } from './setting.ts';

/** `sql`, `docs`, `rejects` */
export function addLookCommands(program: Command, effects: Effects): void {
  commandNamed(program, 'sql')
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
        const { sql } = await import('../sql.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await sql({ ...(json ? { format: 'json' } : {}), ...options, query }, settled);
      },
    );
  commandNamed(program, 'docs')
    .description(
      'Writes one page on the warehouse of a release: of each table what it is, what it is made from and into, its columns with type, unit and definition, what every run ' +
        'checks of it, and the SQL that makes it. It needs no release. With --json the same for programs.',
    )
    .option('-o, --output <FILE>', 'the page', 'dictionary.html')
    .addHelpText('after', examples(['bezero docs', 'writes dictionary.html'], ['bezero docs --json', 'for programs']))
    .action(async (options: { output: string }, command: Command) => {
      const { docs } = await import('../docs.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await docs({ ...options, json }, settled);
    });
  commandNamed(program, 'rejects')
    .description(
      'Counts the rejected records by reason, says what the reasons mean, then lists the records with file, line, column and value: those ' +
        'of the current release, or of the run since that was stopped because too many were rejected. --json and --csv keep the codes of ' +
        'the reasons.',
    )
    .addOption(storeOption())
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
        const { rejects } = await import('../rejects.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await rejects({ ...options, json }, settled);
      },
    );
}
