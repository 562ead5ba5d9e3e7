import { Command } from 'commander';
import type { Effects } from './effects.ts';
import { examples, formatHelp, usageSentence } from './help.ts';
import { verbs } from './verbs.ts';

/** Widest that help is, however wide the terminal. */
const widest = 100;

/** The command line of bezero. Nothing is loaded for a command before it is asked for. */
export function buildProgram(effects: Effects, version: string): Command {
  const program = new Command('bezero');
  program
    .description(
      'An analytical CRM: one nightly command turns purchases and contacts into segments, models, profit and files for marketers.',
    )
    .usage('COMMAND [options]')
    .option('-q, --quiet', 'say nothing but errors and warnings')
    .option('--json', 'print data as JSON, for programs')
    .option('--no-color', 'plain text; so does NO_COLOR=1')
    .option('--debug', 'show where in the program an error came from')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({
      formatHelp,
      subcommandTerm: (command) => [command.name(), command.usage().replace('[options]', '').trim()].join(' ').trim(),
      subcommandDescription: (command) => command.summary(),
      commandUsage: (command) => `${pathOf(command)} ${command.usage()}`.trim(),
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
      getOutHelpWidth: () => Math.max(60, Math.min(effects.stdout.columns, widest)),
      getOutHasColors: () => effects.colors.isColorSupported,
    })
    .addHelpText(
      'after',
      examples(
        ['bezero init shop --from orders.csv', 'a pipeline for your own file, in shop/'],
        ['bezero run shop/nightly.yaml', 'load, segment, publish: every night'],
        ['bezero sql "from marts.segment_profit"', 'look at the result'],
      ) +
        '\n\n"bezero COMMAND --help" explains a command, with examples.\n' +
        'Exit codes: 0 ok, 1 a mistake in bezero, 2 options or pipeline, 3 data, 4 model,\n' +
        '5 database, file or lock, 130 interrupted.',
    );
  for (const { group, commands } of verbs) {
    for (const [name, [usage, summary]] of Object.entries(commands)) {
      program.command(name).helpGroup(group).usage(usage).summary(summary);
    }
  }
  const waiting = new Set(verbs);
  const equip = async (command: Command): Promise<void> => {
    const found = verbs.find(({ commands }) => command.name() in commands);
    if (!found || !waiting.delete(found)) return;
    const add = await found.load();
    add(program, effects);
    for (const one of [command, ...command.commands]) one.showHelpAfterError(`"${pathOf(one)} --help" explains it`);
  };
  program.hook('preSubcommand', (_, command) => equip(command));
  addHelpCommand(program, equip);
  return program.showHelpAfterError('"bezero --help" lists the commands');
}

/** `bezero segments rename` */
const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

/** `bezero help run` for those who expect it. */
function addHelpCommand(program: Command, equip: (command: Command) => Promise<void>): void {
  program
    .command('help', { hidden: true })
    .argument('[COMMAND...]')
    .action(async (path: readonly string[]) => {
      let command = program;
      for (const name of path) {
        const inner = command.commands.find((one) => one.name() === name);
        // Who knows the commands there are says what is wrong with one that they do not know.
        if (!inner && command.commands.length > 0) {
          await program.parseAsync([...path], { from: 'user' });
          return;
        }
        if (inner && command === program) await equip(inner);
        command = inner ?? command;
      }
      command.help();
    });
}
