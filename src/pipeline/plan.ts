import { relationsOf } from '../sql/relation.ts';
import { attributionStep } from './attribution-step.ts';
import { audienceStep } from './audience-step.ts';
import { lexiconStep } from './lexicon-step.ts';
import { campaignEffectStep } from './campaign-effect-step.ts';
import { campaignStep } from './campaign-step.ts';
import { historyStep } from './history-step.ts';
import { modelSteps } from './model-steps.ts';
import { mostAwaitedFirst, orderSteps } from './order.ts';
import { outputSteps } from './output-steps.ts';
import { relationStep } from './relation-step.ts';
import { settingsStep } from './settings.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';

export type { PlannedStep } from './step.ts';

/** Loading is done before the other steps, since the as-of day may depend on it; here it stands for what it writes. */
const loadStep: PlannedStep = {
  name: 'load',
  kind: 'load',
  reads: [],
  writes: ['raw.*'],
  run: () => Promise.resolve({ rows: null, outcome: '' }),
};

/** All steps of a pipeline, in the order in which they run. */
export function planPipeline(pipeline: Pipeline): PlannedStep[] {
  const relations = ['warehouse', 'features', 'marts'].flatMap(relationsOf);
  const marts = relations.map(({ id }) => id).filter((id) => id.startsWith('marts.'));
  const ordered = orderSteps([
    loadStep,
    settingsStep(pipeline),
    lexiconStep,
    ...relations.map(relationStep),
    ...modelSteps(pipeline),
    historyStep,
    audienceStep(pipeline),
    campaignStep(pipeline),
    campaignEffectStep,
    attributionStep,
  ]);
  const steps = mostAwaitedFirst(ordered);
  return orderSteps([...steps, ...outputSteps(pipeline, marts, steps)]);
}
