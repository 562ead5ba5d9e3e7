import type { Engine } from '../engine/engine.ts';
import { relationsOf } from '../sql/relation.ts';
import { orderSteps, stepsFor } from './order.ts';
import { nobody } from './people/file.ts';
import { relationStep } from './relation-step.ts';
import { lexiconStep } from './lexicon-step.ts';
import { runSteps } from './run-steps.ts';
import { settingsStep, type Settings } from './settings.ts';
import type { PlannedStep, StepContext } from './step.ts';

const relations = (): PlannedStep[] => ['warehouse', 'features', 'marts'].flatMap(relationsOf).map(relationStep);

/** Everything that the steps read and none of them writes; it is there, or nothing that is wanted needs it. */
function there(steps: readonly PlannedStep[]): PlannedStep {
  const written = new Set(steps.flatMap(({ writes }) => writes));
  const writes = [...new Set(steps.flatMap(({ reads }) => reads))].filter((read) => !written.has(read));
  return { name: 'there', kind: 'load', reads: [], writes, run: () => Promise.resolve({ rows: null, outcome: '' }) };
}

/** Builds and audits some relations, and what they follow from, on raw tables that are there: as a run does, but for models. */
export async function buildRelations(
  engine: Engine,
  settings: Settings,
  asOf: string,
  wanted: readonly string[],
): Promise<void> {
  const steps = [settingsStep(settings), lexiconStep, ...relations()];
  const context: StepContext = {
    ...{
      engine,
      asOf,
      today: asOf,
      runId: '',
      folder: '',
      version: '',
      erasures: null,
      lanes: 1,
      previous: null,
      former: null,
    },
    ...{ people: nobody, windows: [], audits: [], warnings: [], remarks: [], files: [] },
  };
  await runSteps(stepsFor(orderSteps([there(steps), ...steps]), wanted), context, () => () => undefined);
}
