import type { z } from 'zod';
import { makeThought, thoughtTables } from '../commands/campaign/ad-hoc.ts';
import { readPlans, type CampaignPlan } from '../commands/campaign/read-plan.ts';
import { readHistory, readResults, type CampaignResult, type PastCampaign } from '../commands/campaign/read-result.ts';
import type { Engine } from '../engine/engine.ts';
import { campaignSpec } from '../pipeline/campaigns-spec.ts';
import { relationName } from '../sql/relation.ts';
import { name, sql } from '../sql/sql.ts';
import type { OpenRelease } from './release.ts';

/** A campaign that is only thought of: as in a pipeline, but today. */
export type CampaignThought = Omit<z.input<typeof campaignSpec>, 'starts_on' | 'ends_on' | 'title' | 'priority'>;

/** Lets `work` make tables in the place of some of the release, which are as before afterwards. */
async function inPlaceOf<T>(engine: Engine, tables: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    for (const table of tables) await engine.drop(table);
    return await work();
  } finally {
    for (const table of tables) {
      await engine.drop(table);
      await engine.define(table, sql`select * from ${name('release')}.${relationName(table)}`);
    }
  }
}

/**
 * What a campaign would come to that is only thought of: whom it is for, who drops out and why, how many are expected to buy because of it and how many buy anyway, cost and
 * expected profit, and what its holdout would show. Nothing is written. Rates are shares of one, amounts in the currency of the release.
 *
 * @throws ConfigError where the release has no such audience
 * @example
 * const plan = await planCampaign(release, { audience: 'win_back', channel: 'email', unit_cost: 0.05, budget: 5 });
 */
export async function planCampaign({ engine, asOf }: OpenRelease, thought: CampaignThought): Promise<CampaignPlan> {
  const spec = campaignSpec.parse({ ...thought, starts_on: asOf, ends_on: asOf });
  const [plan] = await inPlaceOf(engine, thoughtTables, async () => {
    await makeThought(engine, spec);
    return readPlans(engine);
  });
  return plan!;
}

/**
 * What the campaigns of a release come to, by name.
 *
 * @example
 * const plans = await campaignPlans(release);
 */
export const campaignPlans = ({ engine }: OpenRelease): Promise<CampaignPlan[]> => readPlans(engine);

/** What campaigns brought. */
export interface CampaignResults {
  /** Those of the pipeline, against their holdouts: conversion and margin, in all and by segment, with 95 % intervals (Newcombe, Welch). */
  readonly campaigns: readonly CampaignResult[];
  /** Past ones, which nobody was held out of: correlation only. */
  readonly past: readonly PastCampaign[];
}

/**
 * What the campaigns of a release brought so far, and past ones.
 *
 * @example
 * const { campaigns } = await campaignResults(release);
 */
export const campaignResults = async ({ engine }: OpenRelease): Promise<CampaignResults> => ({
  campaigns: await readResults(engine),
  past: await readHistory(engine),
});
