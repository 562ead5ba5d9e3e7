import type { Engine } from '../engine/engine.ts';
import type { FitInput } from '../models/model.ts';
import { noRfmCutPoints, rfmCutPointsSql } from '../models/rfm/cut-points.sql.ts';
import { tooFewForScores } from '../models/rfm/few.ts';
import { fitRfm } from '../models/rfm/fit.ts';
import type { FittedRfm } from '../models/rfm/fitted.ts';
import type { RfmOptions } from '../models/rfm/options.ts';
import { canReuse } from '../models/rfm/reuse.ts';
import { noRfmScores, rfmScoreSql } from '../models/rfm/score.sql.ts';
import type { Before, ModelPart } from './model-part.ts';
import type { Made } from './reuse-model.ts';

/** Cut-points of the release before are used again where the options say so. */
async function refitRfm(
  engine: Engine,
  options: RfmOptions,
  input: FitInput,
  { stored }: Before,
): Promise<Made<FittedRfm>> {
  const reuse = canReuse(stored as FittedRfm | null, options, input);
  if (reuse.reuse) return { fitted: reuse.fitted, how: `by the cut-points of ${reuse.fitted.asOf}` };
  const fitted = await fitRfm(engine, options, input);
  return options.refit === 'never' ? { fitted, how: `cut-points are new: ${reuse.reason}` } : { fitted };
}

/** How RFM takes part in a run. */
export const rfmPart: ModelPart<'rfm', FittedRfm> = {
  model: 'rfm',
  reads: ['features.customer_rfm'],
  scores: 'scores.rfm',
  fit: refitRfm,
  score: rfmScoreSql,
  none: noRfmScores,
  tables: { 'models.rfm_cut_point': (fitted) => (fitted === null ? noRfmCutPoints : rfmCutPointsSql(fitted)) },
  remarks: ({ customers, options }) => tooFewForScores(customers, options),
};
