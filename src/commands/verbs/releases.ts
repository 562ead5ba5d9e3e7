import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { commandNamed, settingOf, storeOption } from './setting.ts';

/** `releases`, `rollback` */
export function addReleaseCommands(program: Command, effects: Effects): void {
  commandNamed(program, 'releases')
    .description(
      'Lists the releases, newest first: the day they tell about, when they were made, their size, and which one is current.',
    )
    .addOption(storeOption())
    .addHelpText('after', examples(['bezero releases', 'what there is to roll back to']))
    .action(async (options: { store?: string }, command: Command) => {
      const { releases } = await import('../releases.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await releases({ ...options, json }, settled);
    });
  commandNamed(program, 'rollback')
    .description(
      'Points "current" to the release before it, or to the one named. Who opted out since stays out. Nothing is deleted: a later release ' +
        'can be named to go forward again.',
    )
    .argument('[RUN]', 'release to go to; left out: the one before the current one')
    .addOption(storeOption())
    .addHelpText(
      'after',
      examples(['bezero rollback', 'the release before'], ['bezero rollback 2026-11-20T020000Z-7f3a', 'this release']),
    )
    .action(async (run: string | undefined, options: { store?: string }, command: Command) => {
      const { rollback } = await import('../rollback.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await rollback({ ...options, ...(run === undefined ? {} : { run }), json }, settled);
    });
}
