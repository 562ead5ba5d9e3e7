import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { commandNamed, settingOf, storeOption } from './setting.ts';

/** `releases`, `diff`, `rollback` */
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
  commandNamed(program, 'diff')
    .description(
      'Compares two releases: why anything may have moved (day, files, pipeline, versions, decisions), totals, records, rows of files, segments with who came and went, and models.',
    )
    .argument('[FROM]', 'the earlier release; left out: the one before')
    .argument('[TO]', 'the later one; left out: the current one')
    .addOption(storeOption())
    .addHelpText(
      'after',
      examples(['bezero diff', 'last night against the night before'], ['bezero diff --json', 'for programs']),
    )
    .action(async (from: string | undefined, to: string | undefined, options: { store?: string }, command: Command) => {
      const { diff } = await import('../diff.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await diff({ ...options, ...(from !== undefined && { from }), ...(to !== undefined && { to }), json }, settled);
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
