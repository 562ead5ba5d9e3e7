import type { Engine } from '../../engine/engine.ts';
import { withRelease } from '../analyse/with-engine.ts';
import { ConfigError } from '../../errors.ts';
import type { Effects } from '../effects.ts';
import { adHocRelations, makeAdHoc, type AdHocFlags } from './ad-hoc.ts';
import { findCampaign } from './known.ts';
import { planLines, planTable } from './plan-lines.ts';
import { readPlans, type CampaignPlan } from './read-plan.ts';

/** Options of `bezero campaign plan`. */
export interface PlanCampaignOptions extends AdHocFlags {
  /** A campaign of the release; left out: all, or with `audience` one that is only thought of. */
  readonly name?: string;
  readonly store?: string;
  readonly json: boolean;
}

/** What describes a campaign that is only thought of. */
const thought = ['channel', 'unitCost', 'budget', 'value', 'response', 'holdout', 'lift', 'openComplaints'] as const;

const relations = ['marts.campaign_plan', 'models.campaign_power'];

/** What campaigns of the current release come to, or one that is only thought of would. */
export async function planCampaign(options: PlanCampaignOptions, effects: Effects): Promise<void> {
  const isAdHoc = options.audience !== undefined;
  const [stray] = isAdHoc ? [] : thought.filter((option) => options[option] !== undefined);
  if (stray !== undefined)
    throw new ConfigError(
      `--${stray.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)} is of a campaign that is only thought of: name its people with --audience; what a campaign of the pipeline costs stands in the pipeline`,
    );
  const plans = await withRelease(
    options,
    effects,
    isAdHoc ? adHocRelations : relations,
    async (engine: Engine, { asOf }): Promise<CampaignPlan[]> => {
      if (isAdHoc) await makeAdHoc(engine, options, asOf);
      return readPlans(engine);
    },
  );
  const chosen = options.name === undefined ? plans : [findCampaign(plans, options.name)];
  if (options.json) {
    effects.print(JSON.stringify(chosen));
    return;
  }
  if (chosen.length === 0) {
    effects.say(
      'the current release has no campaigns: "campaigns" in the pipeline plans them, or --audience tries one out',
    );
    return;
  }
  const style = { width: effects.stdout.columns, colors: effects.colors };
  const lines = chosen.length === 1 ? planLines(chosen[0]!, style, isAdHoc) : planTable(chosen, style);
  for (const line of lines) effects.print(line);
}
