import type { Command } from 'commander';
import type { PlanCampaignOptions } from '../campaign/plan.ts';
import type { ResultOptions } from '../campaign/result.ts';
import type { Effects } from '../effects.ts';
import { examples } from '../help.ts';
import { decimalMark, nulls } from './file-options.ts';
import { commandNamed, settingOf, share, storeOption } from './setting.ts';

/** `campaign` and its commands */
export function addCampaignCommands(program: Command, effects: Effects): void {
  const campaign = commandNamed(program, 'campaign')
    .description(
      'Campaigns are planned in the pipeline: whom to contact by which channel, what a contact costs and what a purchase brings. Each run draws a holdout, ' +
        'takes the people that pay until the budget ends, and writes them to campaigns/NAME.csv.',
    )
    .helpCommand(false)
    .addHelpText(
      'after',
      examples(
        ['bezero campaign plan', 'the campaigns of the release'],
        ['bezero campaign result', 'what the campaigns of the release brought'],
        ['bezero campaign result test.csv --arm group --control B --outcome bought', 'any experiment'],
      ),
    );
  campaign.commandsGroup('Commands:');
  addPlan(campaign, effects);
  addResult(campaign, effects);
}

function addPlan(campaign: Command, effects: Effects): void {
  campaign
    .command('plan')
    .usage('[NAME] [options]')
    .summary('whom a campaign contacts, what it costs and should bring, and what it can show')
    .description(
      'Of a campaign of the release: whom it is for, who drops out and why, how many are expected to buy because of it and how many buy ' +
        'anyway, cost and expected profit, and how many it takes to show the rise that is wanted. Expected profit is the probability that somebody buys because of the contact, if they are a ' +
        'customer still, times what the purchase brings, at most what is left of their lifetime value, less the cost. With --audience it does the same for a campaign that is only thought of; nothing is written.',
    )
    .argument('[NAME]', 'a campaign of the release; left out: all')
    .addOption(storeOption())
    .option('--audience <NAME>', 'try out a campaign to this audience')
    .option('--channel <CHANNEL>', 'email, phone, sms, post or ads')
    .option('--unit-cost <MONEY>', 'of a contact; or retention_budget: what keeping each may cost')
    .option('--budget <MONEY>', 'for all contacts; left out: no limit')
    .option(
      '--value <MONEY>',
      'what a purchase that it causes brings: an amount, order_margin, value_to_come, value_at_risk or lifetime_value; left out: order_margin',
    )
    .option(
      '--response <SHARE>',
      'share who buy because of it; left out: as campaigns of the channel that are over',
      share,
    )
    .option('--open-complaints', 'contact people whose complaint is open, too')
    .option('--holdout <SHARE>', 'share left alone; left out: 10%', share)
    .option('--lift <SHARE>', 'rise of the share who buy that it should show, in points; left out: 2%', share)
    .addHelpText(
      'after',
      examples(
        ['bezero campaign plan win_back_mail', 'one of the pipeline'],
        ['bezero campaign plan --audience win_back --channel email --unit-cost 0.50 --budget 500', 'a thought'],
      ),
    )
    .action(
      async (named: string | undefined, options: Omit<PlanCampaignOptions, 'name' | 'json'>, command: Command) => {
        const { planCampaign } = await import('../campaign/plan.ts');
        const { json, effects: settled } = settingOf(command, effects);
        await planCampaign({ ...options, ...(named === undefined ? {} : { name: named }), json }, settled);
      },
    );
}

function addResult(campaign: Command, effects: Effects): void {
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
