import type { Command, Help } from 'commander';

/** Examples under a command's help: what to type, and what it is for. */
export function examples(...pairs: readonly (readonly [command: string, meaning: string])[]): string {
  const width = Math.max(...pairs.map(([command]) => command.length));
  return ['', 'Examples:', ...pairs.map(([command, meaning]) => `  ${command.padEnd(width)}  ${meaning}`)].join('\n');
}

/** The help of a command: what it is, how it is called, then its commands or arguments and options. */
export function formatHelp(command: Command, helper: Help): string {
  const width = helper.padWidth(command, helper);
  const section = (title: string, items: readonly (readonly [term: string, meaning: string])[]): string[] =>
    helper.formatItemList(
      title,
      items.map(([term, meaning]) => helper.formatItem(term, width, meaning, helper)),
      helper,
    );
  const groups = new Map<string, Command[]>();
  for (const sub of helper.visibleCommands(command))
    groups.set(sub.helpGroup(), [...(groups.get(sub.helpGroup()) ?? []), sub]);
  const options = helper.visibleOptions(command).filter(({ long }) => long !== '--help');
  return [
    helper.boxWrap(helper.commandDescription(command), helper.helpWidth ?? 80),
    '',
    `${helper.styleTitle('Usage:')} ${helper.commandUsage(command)}`,
    '',
    ...[...groups].flatMap(([title, commands]) =>
      section(
        title,
        commands.map((sub) => [helper.subcommandTerm(sub), helper.subcommandDescription(sub)]),
      ),
    ),
    ...section(
      'Arguments:',
      helper.visibleArguments(command).map((one) => [helper.argumentTerm(one), helper.argumentDescription(one)]),
    ),
    ...section(
      command.parent ? 'Options:' : 'Options of every command:',
      options.map((one) => [helper.optionTerm(one), helper.optionDescription(one)]),
    ),
    ...(command.parent ? ['And the options of every command: "bezero --help" lists them.'] : []),
  ].join('\n');
}

/** A usage error of commander in our form: one sentence on what must hold and what was found. */
export function usageSentence(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.+)\?\)$/s, '; did you mean $1?')
    .replace(
      /^option '(?:-\w, )?(--[\w-]+).*?' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s,
      '$1 must be one of $3, got "$2"',
    )
    .replace(/^option '(?:-\w, )?(--[\w-]+).*?' argument '(.*)' is invalid\. (.*)$/s, '$1 $3, got "$2"')
    .replace(/^option '(?:-\w, )?(--[\w-]+) ?<?(\w+)?.*?' argument missing$/s, '$1 must be followed by $2')
    .replace(/^missing required argument '(.+)'$/s, '$1 must be given')
    .replace(/^required option '(--[\w-]+).*?' not specified$/s, '$1 must be given')
    .replace(/^unknown (command|option) '(.+?)'/s, 'unknown $1 $2')
    .replace(
      /^too many arguments(?: for '(.+)')?\. Expected (\d+) arguments? but got (\d+)\.$/s,
      (_, name: string, most: string, got: string) =>
        `${name} takes ${most === '0' ? 'no argument' : most === '1' ? 'one argument' : `${most} arguments`}, got ${got}`,
    );
}
