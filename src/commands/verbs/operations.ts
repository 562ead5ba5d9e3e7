import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { commandNamed, settingOf, storeOption } from './setting.ts';

/** `status`, `doctor` */
export function addOperationCommands(program: Command, effects: Effects): void {
  commandNamed(program, 'status')
    .description(
      'Tells the current release and its age, how the last run ended and why (also one that was interrupted or killed), when the timer of systemd starts the next one, the warnings of the last night that are open, and whether the release was rolled back to. ' +
        'All attempts are in journal.jsonl of the store, a line of JSON each; a run that found the store in use did nothing, and is not there. ' +
        'Exit code 0, whatever it tells, also of a last run that failed: "bezero doctor" ends with 5 then.',
    )
    .addOption(storeOption())
    .addHelpText('after', examples(['bezero status', 'for people'], ['bezero status --json', 'for a monitor']))
    .action(async (options: { store?: string }, command: Command) => {
      const { status } = await import('../status.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await status({ ...options, json }, settled);
    });
  commandNamed(program, 'doctor')
    .description(
      'Looks at Node.js, the database, memory, disk, the store, its lock, the current release file by file and its warehouse to the last value, its loads, what people decided, the key of erasures, the last nights and their warnings; with a pipeline also at ' +
        'its files, thresholds, timer and mail. Each line is ok, warn or fail, with what to do. It changes nothing. Exit code 0: nothing failed; 5: something did.',
    )
    .argument('[PIPELINE]', 'pipeline file; left out: the store alone')
    .addOption(storeOption())
    .addHelpText(
      'after',
      examples(['bezero doctor pipelines/nightly.yaml', 'everything'], ['bezero doctor --json', 'for a monitor']),
    )
    .action(async (pipeline: string | undefined, options: { store?: string }, command: Command) => {
      const { doctor } = await import('../doctor.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await doctor({ ...options, ...(pipeline === undefined ? {} : { pipeline }), json }, settled);
    });
}
