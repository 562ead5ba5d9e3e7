import { fitTree } from '../models/tree/fit.ts';
import type { FittedTree } from '../models/tree/fitted.ts';
import { treeInputs } from '../models/tree/inputs.sql.ts';
import { noTreeScores, stepScoreSql } from '../models/tree/step-score.sql.ts';
import { treeRuleSql } from '../models/tree/tree-rule.sql.ts';
import { refuseAfterPurchase } from './after-purchase.ts';
import { readLanguage } from './language.ts';
import { featureTables, type ModelPart } from './model-part.ts';
import { remark } from '../text/remark.ts';

/** How the classification tree takes part in a run: its rules explain the classes that another model makes. */
export const treePart: ModelPart<'tree', FittedTree> = {
  model: 'tree',
  reads: [...featureTables, 'scores.segment', 'scores.rfm', 'warehouse.setting'],
  scores: 'scores.tree',
  fit: async (engine, options, input) => {
    if (options.prospects) await refuseAfterPurchase(engine, 'tree', options.features);
    return { fitted: await fitTree(engine, options, input) };
  },
  inputs: treeInputs,
  score: stepScoreSql,
  none: noTreeScores,
  tables: { 'models.tree_rule': async (fitted, { engine }) => treeRuleSql(await readLanguage(engine), fitted) },
  remarks: ({ dropped, warnings }) => [
    ...dropped.map(({ feature, why }) => remark('dropped', { feature, why, without: 'tree' })),
    ...warnings,
  ],
};
