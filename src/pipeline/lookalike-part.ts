import { tellLift, lookalikeRemarks } from '../models/lookalike/describe.ts';
import { fitLookalike } from '../models/lookalike/fit.ts';
import type { FittedLookalike } from '../models/lookalike/fitted.ts';
import { lookalikeScoreSql, noLookalikeScores } from '../models/lookalike/score.sql.ts';
import { refuseAfterPurchase } from './after-purchase.ts';
import { readLanguage } from './language.ts';
import type { ModelPart } from './model-part.ts';

/** How the model of who resembles the best customers takes part in a run. */
export const lookalikePart: ModelPart<'lookalike', FittedLookalike> = {
  model: 'lookalike',
  reads: [
    'features.customer',
    'warehouse.customer_attribute',
    'warehouse.interaction',
    'warehouse.setting',
    'marts.customer_profit',
    'scores.segment',
    'segments.segment',
  ],
  scores: 'scores.lookalike',
  fit: async (engine, options, input) => {
    await refuseAfterPurchase(engine, 'lookalike', options.features);
    const fitted = await fitLookalike(engine, options, input);
    return { fitted, how: tellLift(fitted) };
  },
  score: async (fitted, _, engine) => lookalikeScoreSql(fitted, (await readLanguage(engine)).t),
  none: noLookalikeScores,
  tables: {},
  remarks: lookalikeRemarks,
};
