import type { Command } from 'commander';
import type { Effects } from './effects.ts';

/** Gives commands that have a name, a usage and a summary already what else they have: arguments, options, examples, what they do. */
export type Equip = (program: Command, effects: Effects) => void;

/** Commands that stand together in the help, and are equipped together. */
export interface Verbs {
  readonly group: string;
  readonly load: () => Promise<Equip>;
  /** Name: usage and summary. */
  readonly commands: Readonly<Record<string, readonly [usage: string, summary: string]>>;
}

/** All commands, in the order of the help. What a command has besides is loaded when it is asked for. */
export const verbs: readonly Verbs[] = [
  {
    group: 'Begin:',
    load: async () => (await import('./verbs/begin.ts')).addStartCommands,
    commands: {
      init: ['[DIR] [options]', 'write a pipeline file; --from proposes the mapping of your own files'],
      sample: ['[options]', 'write the sample company, of any size'],
    },
  },
  {
    group: 'Every night:',
    load: async () => (await import('./verbs/nightly.ts')).addNightCommands,
    commands: {
      run: ['PIPELINE [options]', 'load, model and publish a release'],
      backfill: ['PIPELINE [options]', 'compute past days first, so that segments have a history'],
      plan: ['PIPELINE [options]', 'check a pipeline and show the steps of its run'],
      schedule: ['[PIPELINE] [options]', 'units of systemd, or a line for cron, that run it every night'],
    },
  },
  {
    group: 'Every night:',
    load: async () => (await import('./verbs/operations.ts')).addOperationCommands,
    commands: {
      status: ['[options]', 'how the store stands: release, last run, next run, warnings'],
      doctor: ['[PIPELINE] [options]', 'look whether the next night will go well, and what to do'],
    },
  },
  {
    group: 'Look:',
    load: async () => (await import('./verbs/look.ts')).addLookCommands,
    commands: {
      sql: ['QUERY [options]', 'query the current release, read-only'],
      docs: ['[options]', 'write the data dictionary: tables, columns, what they mean and are made from'],
      rejects: ['[options]', 'list the records that were not loaded, and why'],
    },
  },
  {
    group: 'Look:',
    load: async () => (await import('./verbs/customer.ts')).addCustomerCommand,
    commands: { customer: ['ID [options]', 'tell who a customer is, and why they are in their segment'] },
  },
  {
    group: 'Look:',
    load: async () => (await import('./verbs/segments.ts')).addSegmentCommands,
    commands: { segments: ['[COMMAND] [options]', 'list the segments, explain and rename them, see who moved'] },
  },
  {
    group: 'Look:',
    load: async () => (await import('./verbs/audiences.ts')).addAudienceCommands,
    commands: { audiences: ['[COMMAND] [options]', 'list the audiences, put customers in or keep them out'] },
  },
  {
    group: 'Look:',
    load: async () => (await import('./verbs/campaigns.ts')).addCampaignCommands,
    commands: { campaign: ['COMMAND [options]', 'plan a campaign, and measure what it brought against its holdout'] },
  },
  {
    group: 'Analyse:',
    load: async () => (await import('./verbs/analyse.ts')).addAnalyseCommands,
    commands: {
      kmeans: ['[FILE] [options]', 'find segments in any CSV or Parquet file, or in a release'],
      discriminant: [
        '[FILE] --class COLUMN --features LIST [options]',
        'tell classes apart, and say to which a row belongs',
      ],
      rfm: ['[FILE] [options]', 'score customers by recency, frequency and money'],
      tree: ['[FILE] [options]', 'tell classes apart by rules: a classification tree'],
      profit: ['[FILE] [options]', 'say what customers bring and cost, who earns and who loses'],
      clv: ['[FILE] [options]', 'what customers are worth: lifetime value, and who is still one'],
      basket: ['[FILE] [options]', 'what is bought together: rules among goods'],
    },
  },
  {
    group: 'People and their rights:',
    load: async () => (await import('./verbs/people.ts')).addPeopleCommands,
    commands: {
      subject: ['ID [options]', 'write all that is held of a person, for them to have'],
      erase: ['[options]', 'remove people from everything that is held, and keep them out'],
    },
  },
  {
    group: 'Releases:',
    load: async () => (await import('./verbs/releases.ts')).addReleaseCommands,
    commands: {
      releases: ['[options]', 'list the releases of a store'],
      diff: ['[FROM] [TO] [options]', 'what moved between two releases, and why'],
      rollback: ['[RUN] [options]', 'make an earlier release the current one'],
    },
  },
];
