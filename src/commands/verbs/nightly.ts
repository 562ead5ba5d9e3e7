import type { Command } from 'commander';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { commandNamed, settingOf } from './setting.ts';

/** `run`, `backfill`, `plan`, `schedule` */
export function addNightCommands(program: Command, effects: Effects): void {
  commandNamed(program, 'run')
    .description(
      'Reads what is new, builds the warehouse, fits the models and publishes a release: all of it or, where anything fails, nothing. ' +
        'Files that were read before are not read again; where nothing has changed, nothing is built. With --quiet it says errors, every night ' +
        'what is wrong with a source, and what a model remarks of its data when that is new.',
    )
    .argument('<PIPELINE>', 'pipeline file')
    .option(
      '--as-of <DAY>',
      'read nothing later than this day, instead of what the pipeline says; the history goes on from it, without later days',
    )
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
        const { run } = await import('../run.ts');
        const { json, quiet, effects: settled } = settingOf(command, effects);
        await run(
          { ...options, pipeline, dryRun: options.dryRun === true, force: options.force === true, json, quiet },
          settled,
        );
      },
    );
  commandNamed(program, 'backfill')
    .description(
      'Computes the segments of past days, each from what was known by that day and each going on from the one before, and publishes a ' +
        'release as of the day of the pipeline, as run does: with the history, the migrations and what came after (marts.segment_outcome). ' +
        'Readers never see a past day, and where anything fails nothing changes. In a store with releases, what their history says of days ' +
        'before --from stays, and all later days are told anew, also nights that were run if --replace-history says so; segments that are ' +
        'found again keep their ids.',
    )
    .argument('<PIPELINE>', 'pipeline file')
    .requiredOption('--from <DAY>', 'the first past day; must be given')
    .option('--to <DAY>', 'no past day after this one; left out: up to the as-of day of the pipeline')
    .option('--replace-history', 'let past days take the place of nights that were run; without it they are refused')
    .option('--every <STEP>', 'how far days lie apart: day, week, month, or days as in 14d', 'month')
    .addHelpText(
      'after',
      examples(
        ['bezero backfill nightly.yaml --from 2024-01-31', 'the ends of months since then'],
        ['bezero backfill nightly.yaml --from 2026-01-05 --every week', 'Mondays of this year'],
      ),
    )
    .action(
      async (
        pipeline: string,
        options: { from: string; to?: string; every: string; replaceHistory?: true },
        command: Command,
      ) => {
        const { backfill } = await import('../backfill.ts');
        const { json, effects: settled } = settingOf(command, effects);
        const replaceHistory = options.replaceHistory === true;
        await backfill({ ...options, pipeline, replaceHistory, json }, settled);
      },
    );
  commandNamed(program, 'plan')
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
      const { plan } = await import('../plan.ts');
      const { json, quiet, effects: settled } = settingOf(command, effects);
      await plan({ pipeline, sql, json, quiet }, settled);
    });
  addSchedule(program, effects);
}

function addSchedule(program: Command, effects: Effects): void {
  commandNamed(program, 'schedule')
    .description(
      'Prints what makes this machine run a pipeline every night: a service and a timer of systemd, which knows time zones and makes up for ' +
        'a night that the machine slept through, or the line of a crontab. It installs nothing, and says what to type for that.',
    )
    .argument('[PIPELINE]', 'pipeline file', 'nightly.yaml')
    .option('--at <TIME>', 'time of the day, in the zone of the pipeline', '05:00')
    .option('--systemd', 'a service and a timer, as where nothing is chosen')
    .option('--cron', 'the line of a crontab')
    .option('--write <DIR>', 'write the service and the timer to this folder, over those written before')
    .addHelpText(
      'after',
      examples(
        ['bezero schedule shop/nightly.yaml', 'look at the units'],
        ['bezero schedule shop/nightly.yaml --write ~/.config/systemd/user', 'write them to where systemd looks'],
        ['bezero schedule shop/nightly.yaml --cron --at 2:30', 'a line for "crontab -e"'],
      ),
    )
    .action(
      async (
        pipeline: string,
        {
          cron = false,
          systemd = false,
          ...options
        }: { at: string; cron?: boolean; systemd?: boolean; write?: string },
        command: Command,
      ) => {
        const { schedule } = await import('../schedule.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await schedule({ ...options, pipeline, cron, systemd, json }, settled);
      },
    );
}
