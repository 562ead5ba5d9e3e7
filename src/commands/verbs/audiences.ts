import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { commandNamed, mustBeKnown, settingOf, storeOption, wholeNumber } from './setting.ts';

/** Decisions by hand that are shown up to here. */
const shown = 20;

const deeds = {
  include: [
    'put customers into an audience by hand',
    'Puts customers into an audience whatever its condition says, until that is forgotten.',
  ],
  exclude: [
    'keep customers out of an audience by hand',
    'Keeps customers out of an audience whatever its condition says, until that is forgotten.',
  ],
  forget: [
    'leave customers to the condition again',
    'Forgets that customers were included or excluded: the condition decides again.',
  ],
} as const;

/** `audiences` and its commands */
export function addAudienceCommands(program: Command, effects: Effects): void {
  const audiences = commandNamed(program, 'audiences')
    .description(
      'Audiences are named conditions in the pipeline; each run writes who is in them to segments/audience-NAME.csv. Whom people include or ' +
        'exclude by hand stays so through every run and rollback; an exclusion beats everything else.',
    )
    .helpCommand(false)
    .addHelpText(
      'after',
      examples(
        ['bezero audiences', 'the audiences, and how many are in them'],
        ['bezero audiences exclude win_back C000123', 'never this customer'],
        ['bezero audiences include win_back --from ids.csv', 'all of a file'],
      ),
    );
  audiences.commandsGroup('Commands:');
  audiences
    .command('list', { isDefault: true })
    .usage('[options]')
    .summary('each audience with its customers and its condition')
    .description('Lists the audiences of the current release.')
    .allowExcessArguments()
    .addOption(storeOption())
    .action(async (options: { store?: string }, command: Command) => {
      mustBeKnown(command);
      const { listAudiences } = await import('../audiences/list.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await listAudiences({ ...options, json }, settled);
    });
  audiences
    .command('show')
    .usage('NAME [options]')
    .summary('an audience, and whom people put in or kept out')
    .description(
      'Tells what an audience is, how many are in it and why, and whom people included or excluded by hand: also of one that the pipeline has no more.',
    )
    .argument('<NAME>', 'its name in the pipeline')
    .option('-n, --limit <N>', 'list at most so many customers', wholeNumber(0), shown)
    .addOption(storeOption())
    .addHelpText('after', examples(['bezero audiences show win_back', '']))
    .action(async (name: string, options: { limit: number; store?: string }, command: Command) => {
      const { showAudience } = await import('../audiences/show.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await showAudience({ ...options, name, json }, settled);
    });
  for (const deed of ['include', 'exclude', 'forget'] as const) {
    const [summary, description] = deeds[deed];
    const command = audiences
      .command(deed)
      .usage('NAME [ID...] [options]')
      .summary(summary)
      .description(`${description} The next run applies it, also where no file is new.`)
      .argument('<NAME>', 'the audience')
      .argument('[ID...]', 'customers')
      .option('--from <FILE>', 'a CSV file with a column customer_id, or an id a line; "-": standard input');
    if (deed !== 'forget') command.option('--force', 'also ids that no customer has, or not yet');
    command
      .addOption(storeOption())
      .addHelpText(
        'after',
        examples(
          [`bezero audiences ${deed} win_back C000123 C000456`, 'two customers'],
          [`bezero audiences ${deed} win_back --from ids.csv`, 'all of a file'],
        ),
      )
      .action(
        async (
          name: string,
          ids: string[],
          { force, ...options }: { from?: string; force?: true; store?: string },
          self: Command,
        ) => {
          const { decideMembers } = await import('../audiences/decide.ts');
          const { json, effects: settled } = settingOf(self, effects);
          await decideMembers({ ...options, name, deed, ids, force: force === true, json }, settled);
        },
      );
  }
}
