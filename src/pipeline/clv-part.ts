import { clvRemarks, tellClv } from '../models/clv/figures.ts';
import type { FittedClv } from '../models/clv/fitted.ts';
import { clvInputs } from '../models/clv/inputs.sql.ts';
import { clvScoreSql, noClvScores } from '../models/clv/score.sql.ts';
import { clvSummarySql, noClvSummary } from '../models/clv/summary.sql.ts';
import { tables } from '../models/clv/tables.ts';
import { isFitted, valueOrders, type ValuedOrders } from '../models/clv/value-orders.ts';
import type { ModelPart } from './model-part.ts';

/** How lifetime value takes part in a run: it values everybody who has bought. */
export const clvPart: ModelPart<'clv', ValuedOrders> = {
  model: 'clv',
  reads: ['warehouse.customer_order', 'features.customer_rfm'],
  scores: 'scores.clv',
  fit: async (engine, options, { asOf }) => {
    const fitted = await valueOrders(engine, options, asOf);
    return { fitted, how: tellClv(fitted) };
  },
  inputs: (fitted) => (isFitted(fitted) ? clvInputs : null),
  renew: async (engine, stored, options, { asOf }) => {
    const fitted = await valueOrders(engine, options, asOf, stored as FittedClv);
    return { fitted, how: tellClv(fitted) };
  },
  score: (fitted) => (isFitted(fitted) ? clvScoreSql(fitted, tables) : noClvScores),
  none: noClvScores,
  tables: {
    'models.clv': (fitted) => (fitted !== null && isFitted(fitted) ? clvSummarySql(fitted) : noClvSummary),
  },
  working: Object.values(tables),
  remarks: clvRemarks,
};
