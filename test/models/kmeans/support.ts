import type { Engine } from '../../../src/engine/engine.ts';
import { shareBeyond } from '../../../src/models/kmeans/beyond.ts';
import { fitKmeans } from '../../../src/models/kmeans/fit.ts';
import type { FittedKmeans } from '../../../src/models/kmeans/fitted.ts';
import { kmeansInputs } from '../../../src/models/kmeans/inputs.sql.ts';
import type { KmeansOptions } from '../../../src/models/kmeans/options.ts';
import type { FitInput } from '../../../src/models/model.ts';
import { basisOf, judgeReuse, modelVersion, type Basis, type Ground, type Reuse } from '../../../src/models/reuse.ts';

/** A k-means with what tells whether it still holds. */
export type KeptKmeans = FittedKmeans & { readonly basis: Basis };

const groundOf = ({ refit: _, drift: __, ...own }: KmeansOptions, asOf: string): Ground => ({
  ...{ version: '', modelVersion, asOf, options: JSON.stringify(own), erasures: null, segments: null },
});

/** Fits a k-means as a night does. */
export async function keepKmeans(engine: Engine, options: KmeansOptions, input: FitInput): Promise<KeptKmeans> {
  const fitted = await fitKmeans(engine, options, input);
  return { ...fitted, basis: await basisOf(engine, groundOf(options, input.asOf), kmeansInputs(fitted)) };
}

/** Judges one as a later night does. */
export const judgeKmeans = (
  engine: Engine,
  stored: KeptKmeans,
  options: KmeansOptions,
  { asOf }: Pick<FitInput, 'asOf'>,
): Promise<Reuse> =>
  judgeReuse(
    engine,
    {
      basis: stored.basis,
      inputs: () => kmeansInputs(stored),
      beyond: async () => ({ share: await shareBeyond(engine, stored), limit: options.drift.beyond }),
    },
    groundOf(options, asOf),
    options,
  );
