import type { Command } from 'commander';
import type { ResultOptions } from '../campaign/result.ts';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { decimalMark, nulls } from './file-options.ts';
import { settingOf, share, storeOption } from './setting.ts';

/** `campaign` and its commands */
export function addCampaignCommands(program: Command, effects: Effects): void {
  program.commandsGroup('Look:');
  const campaign = program
    .command('campaign')
    .usage('COMMAND [options]')
    .summary('plan a campaign, and measure what it brought against its holdout')
    .description(
      'Campaigns are planned in the pipeline: whom to contact by which channel, what a contact costs and what an answer brings. Each run draws a holdout, ' +
        'takes the people that pay until the budget ends, and writes them to campaigns/NAME.csv.',
    )
    .helpCommand(false)
    .addHelpText(
      'after',
      examples(
        ['bezero campaign result', 'what the campaigns of the release brought'],
        ['bezero campaign result test.csv --arm group --control B --outcome bought', 'any experiment'],
      ),
    );
  campaign.commandsGroup('Commands:');
  campaign
    .command('result')
    .usage('[NAME | FILE] [options]')
    .summary('what a campaign brought against its holdout, or any experiment in a file')
    .description(
      'Of a release: conversion, margin and incremental profit of each campaign against its holdout, in all and by segment; then past campaigns, which have no ' +
        'holdout and tell of correlation alone. Of a FILE (CSV or Parquet, a row for each who took part): the arms against one of them.',
    )
    .argument('[NAME | FILE]', 'a campaign of the release, or a file with --arm; left out: all campaigns')
    .addOption(storeOption())
    .option('--arm <COLUMN>', 'of a file: who was in which arm')
    .option('--control <VALUE>', 'of a file: the arm that the others are compared with')
    .option('--outcome <COLUMNS>', 'of a file: yes or no (1/0, true/false); several with commas')
    .option('--amount <COLUMNS>', 'of a file: numbers, like what was spent; several with commas')
    .option(
      '--control-share <SHARE>',
      'of a file: the share that was drawn for the control, like 0.1; left out: arms were drawn as equals',
      share,
    )
    .option('--by <COLUMN>', 'of a file: also within each value of this column')
    .addOption(decimalMark())
    .addOption(nulls())
    .addHelpText(
      'after',
      examples(
        ['bezero campaign result win_back', 'one campaign of the release'],
        ['bezero campaign result cats.csv --arm version --control gate_30 --outcome retention_7', 'a file'],
      ),
    )
    .action(async (subject: string | undefined, options: Omit<ResultOptions, 'subject' | 'json'>, command: Command) => {
      const { campaignResult } = await import('../campaign/result.ts');
      const { json, effects: settled } = settingOf(command, effects);
      await campaignResult({ ...options, ...(subject === undefined ? {} : { subject }), json }, settled);
    });
}
