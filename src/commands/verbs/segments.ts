import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { commandNamed, mustBeKnown, settingOf, storeOption, wholeNumber } from './setting.ts';

/** Lists of customers are shown up to here. */
const shown = 20;

/** `segments` and its commands */
export function addSegmentCommands(program: Command, effects: Effects): void {
  const segments = commandNamed(program, 'segments')
    .description(
      'Segments of the current release: what they are, how large they were from night to night, and who went from where to where. A segment ' +
        'keeps its code, and the name that people give it stays: through new fits, rebuilds and rollbacks.',
    )
    .helpCommand(false)
    .addHelpText(
      'after',
      examples(
        ['bezero segments', 'the segments, with their sizes and shares'],
        ['bezero segments show s2', 'all that is known of one'],
        ['bezero segments rename s2 "Mountain regulars"', 'a name that stays'],
        ['bezero segments migrations --entered s2', 'who entered it in the last night'],
      ),
    );
  segments.commandsGroup('Commands:');
  segments
    .command('list', { isDefault: true })
    .usage('[options]')
    .summary('each segment with its size and its share of customers and money')
    .description(
      'Lists the segments of the current release. Shares are of all segments together: of the customers with a segment, and of their money.',
    )
    .allowExcessArguments()
    .addOption(storeOption())
    .action(async (options: { store?: string }, command: Command) => {
      mustBeKnown(command);
      const { listSegments } = await import('../segments/list.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await listSegments({ ...options, json }, settled);
    });
  segments
    .command('show')
    .usage('SEGMENT [options]')
    .summary('all that is known of a segment')
    .description(
      'Tells what a segment is: its money, what sets it apart from all customers with a segment, the segment most like it, typical customers, its size by day, who entered and who left.',
    )
    .argument('<SEGMENT>', 'its code or its name')
    .addOption(storeOption())
    .addHelpText('after', examples(['bezero segments show s2', ''], ['bezero segments show "Mountain regulars"', '']))
    .action(async (segment: string, options: { store?: string }, command: Command) => {
      const { showSegment } = await import('../segments/show.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await showSegment({ ...options, segment, json }, settled);
    });
  segments
    .command('rename')
    .usage('SEGMENT [NAME] [options]')
    .summary('give a segment a name that stays, or take it back')
    .description(
      'Gives a segment a name that stays whatever its features become. It is shown at once here; the next run writes it into tables, files and ' +
        'report even where no file is new, and a rollback writes it into the release that it goes to.',
    )
    .argument('<SEGMENT>', 'its code or its name')
    .argument('[NAME]', 'what it is to be called, in 60 characters or fewer; no other segment may be called so')
    .option('--automatic', 'take the name back: it gets the one again that was made of its features')
    .addOption(storeOption())
    .addHelpText(
      'after',
      examples(
        ['bezero segments rename s2 "Mountain regulars"', 'by its code'],
        ['bezero segments rename "Mountain regulars" Climbers', 'by its name'],
        ['bezero segments rename s2 --automatic', 'as before'],
      ),
    )
    .action(
      async (
        segment: string,
        name: string | undefined,
        { automatic, ...options }: { automatic?: true; store?: string },
        command: Command,
      ) => {
        const { renameSegment } = await import('../segments/rename.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await renameSegment(
          { ...options, segment, automatic: automatic === true, json, ...(name === undefined ? {} : { name }) },
          settled,
        );
      },
    );
  segments
    .command('history')
    .usage('(SEGMENT | --customer ID) [options]')
    .summary('the size of a segment by day, or the segments of a customer')
    .description(
      'Tells how many customers a segment had on each day that was run, or where one customer was from when to when: SEGMENT or --customer must be given.',
    )
    .argument('[SEGMENT]', 'its code or its name; one that is gone, by its code')
    .option('--customer <ID>', 'of this customer instead')
    .addOption(storeOption())
    .addHelpText(
      'after',
      examples(
        ['bezero segments history s2', 'by day'],
        ['bezero segments history --customer C000123', 'of one customer'],
      ),
    )
    .action(async (segment: string | undefined, options: { customer?: string; store?: string }, command: Command) => {
      const { segmentHistory } = await import('../segments/history.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await segmentHistory({ ...options, json, ...(segment === undefined ? {} : { segment }) }, settled);
    });
  segments
    .command('migrations')
    .usage('[options]')
    .summary('who went from where to where, between two runs or two days')
    .description(
      'Counts the customers by where they were on a day and where they are on a later one; with --entered or --left it lists who entered a ' +
        'segment or left it in between, with the day.',
    )
    .option(
      '--from <DAY>',
      'the state of this day or, where it was not run, of the last run before; left out: the run before --to',
    )
    .option('--to <DAY>', 'left out: the last run')
    .option('--entered <SEGMENT>', 'list who entered this segment')
    .option('--left <SEGMENT>', 'list who left it; one that is gone, by its code')
    .option('-n, --limit <N>', 'list at most so many customers', wholeNumber(0), shown)
    .option('--csv <FILE>', 'write all of the list to a file')
    .addOption(storeOption())
    .addHelpText(
      'after',
      examples(
        ['bezero segments migrations', 'between the last two runs'],
        ['bezero segments migrations --from 2026-10-31', 'since then'],
        ['bezero segments migrations --left s2 --csv left.csv', 'whom to ask why'],
      ),
    )
    .action(
      async (
        options: {
          from?: string;
          to?: string;
          entered?: string;
          left?: string;
          limit: number;
          csv?: string;
          store?: string;
        },
        command: Command,
      ) => {
        const { segmentMigrations } = await import('../segments/migrations.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await segmentMigrations({ ...options, json }, settled);
      },
    );
}
