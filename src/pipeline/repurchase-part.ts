import { tellStrange } from '../models/matrix.ts';
import { repurchaseRemarks, tellHoldout } from '../models/repurchase/describe.ts';
import { fitRepurchase } from '../models/repurchase/fit.ts';
import type { FittedRepurchase } from '../models/repurchase/fitted.ts';
import { activeSql } from '../models/repurchase/outcome.sql.ts';
import { noRepurchaseScores, repurchaseScoreSql } from '../models/repurchase/score.sql.ts';
import { sql } from '../sql/sql.ts';
import type { ModelPart } from './model-part.ts';

/** How the model of who buys again takes part in a run: it learns from past windows, and foretells the days to come. */
export const repurchasePart: ModelPart<'repurchase', FittedRepurchase> = {
  model: 'repurchase',
  reads: ['features.customer', 'features.customer_category', 'features.customer_channel', 'warehouse.setting'],
  scores: 'scores.repurchase',
  fit: async (engine, options, input, { windows }) => {
    const [training, holdout] = windows;
    if (training === undefined || holdout === undefined) throw new Error('repurchase needs two windows');
    const fitted = await fitRepurchase(engine, options, { ...input, windows: [training, holdout] });
    return { fitted, how: tellHoldout(fitted) };
  },
  score: repurchaseScoreSql,
  none: noRepurchaseScores,
  tables: {},
  remarks: repurchaseRemarks,
  unscored: async (engine, { used }) => {
    if (used?.classifier.model !== 'discriminant') return [];
    const matrix = { ...used.classifier.matrix, relation: 'features.customer' };
    const told = await tellStrange(engine, matrix, activeSql(sql`base`));
    return told.map((one) => `${one}; nothing is foretold of them`);
  },
};
