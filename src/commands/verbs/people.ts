import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { commandNamed, settingOf, storeOption } from './setting.ts';

/** `subject`, `erase` */
export function addPeopleCommands(program: Command, effects: Effects): void {
  commandNamed(program, 'subject')
    .description(
      'Writes everything a store holds of one customer to a folder: what was read of files, accepted or rejected, with every table of every warehouse that is kept ' +
        'and what people decided. JSON is exact, CSV opens in a spreadsheet, index.json lists both.',
    )
    .argument('<ID>', 'customer_id')
    .option('-o, --output <DIR>', 'a new folder', 'subject')
    .addOption(storeOption())
    .addHelpText('after', examples(['bezero subject 0000108 --output for-her', 'all of one person']))
    .action(async (id: string, options: { output: string; store?: string }, command: Command) => {
      const { subject } = await import('../subject.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await subject({ ...options, id, json }, settled);
    });
  commandNamed(program, 'erase')
    .description(
      'Removes people from what was read of files, from every warehouse and every list of every release that is kept, and from what people decided. A hash, by a key of ' +
        'the store, keeps them out when an old file is read again, a release is rolled back to or a backup is restored. It cannot be undone. Releases ' +
        'without a warehouse lose all their lists, of everybody: there is nothing to make them from again. Files that were read are yours and stay. An id that the store holds nothing of is refused, with all beside it. Where it was interrupted, the same command, or the next run, ends it.',
    )
    .option('--customer <ID...>', 'customers')
    .option('--from <FILE>', 'a CSV file with a column customer_id, or an id a line; "-": standard input')
    .addOption(storeOption())
    .addHelpText(
      'after',
      examples(
        ['bezero erase --customer 0000108', 'one person'],
        ['bezero erase --from ids.csv', 'all of a file'],
        ['bezero erase', 'ends what was interrupted'],
      ),
    )
    .action(
      async (
        { customer = [], ...options }: { customer?: string[]; from?: string; store?: string },
        command: Command,
      ) => {
        const { erase } = await import('../erase.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await erase({ ...options, customer, json }, settled);
      },
    );
}
