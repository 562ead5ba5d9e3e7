import { touchEffectSql } from '../models/attribution/touch-effect.ts';
import type { PlannedStep } from './step.ts';

/** What would be lost without each touch, by the paths of touches. */
export const attributionStep: PlannedStep = {
  name: 'attribution',
  does: (reads) => `says by ${reads} what is lost without each touch`,
  kind: 'model',
  reads: ['marts.touch_transition'],
  writes: ['models.touch_effect'],
  async run({ engine }) {
    const { rows } = await engine.create('models.touch_effect', await touchEffectSql(engine));
    return { rows, outcome: `${rows} touches` };
  },
};
