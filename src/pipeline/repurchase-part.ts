import { tellStrange } from '../models/matrix.ts';
import { repurchaseRemarks, tellHoldout } from '../models/repurchase/describe.ts';
import { fitRepurchase } from '../models/repurchase/fit.ts';
import type { FittedRepurchase } from '../models/repurchase/fitted.ts';
import { activeSql } from '../models/repurchase/outcome.sql.ts';
import { noRepurchaseScores, repurchaseScoreSql } from '../models/repurchase/score.sql.ts';
import { sql } from '../sql/sql.ts';
import type { Before, ModelPart } from './model-part.ts';
import { remark } from '../text/remark.ts';

/** `features.customer` as of the last day on which purchases are known. */
const lastKnown = ({ windows }: Before): string => windows.at(-1)!.after;

/** How the model of who buys again takes part in a run: it learns from past windows, and foretells the days to come. */
export const repurchasePart: ModelPart<'repurchase', FittedRepurchase> = {
  model: 'repurchase',
  reads: ['features.customer', 'features.customer_category', 'features.customer_channel', 'warehouse.setting'],
  scores: 'scores.repurchase',
  fit: async (engine, options, input, { windows, stored }) => {
    const [training, holdout] = windows;
    if (training === undefined || holdout === undefined) throw new Error('repurchase needs two windows');
    const former = stored as FittedRepurchase | null;
    const fitted = await fitRepurchase(engine, options, { ...input, windows: [training, holdout], former });
    return { fitted, how: tellHoldout(fitted) };
  },
  score: (fitted, before) => repurchaseScoreSql(fitted, lastKnown(before)),
  none: noRepurchaseScores,
  tables: {},
  remarks: repurchaseRemarks,
  unscored: async (engine, { used }, before) => {
    if (used?.classifier.model !== 'discriminant') return [];
    const matrix = { ...used.classifier.matrix, relation: lastKnown(before) };
    const told = await tellStrange(engine, matrix, activeSql(sql`base`));
    return told.map((values) => remark('strange', { ...values, lack: 'forecast' }));
  },
};
