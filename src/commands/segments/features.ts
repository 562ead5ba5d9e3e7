import type { Engine } from '../../engine/engine.ts';
import { tablesIn } from '../../engine/tables.ts';
import { readFeatures, type ApartFeature } from '../../reports/data/apart.ts';

/** Where segments stand on the features of the model; none in a release of a version that did not tell them. */
export const featuresOf = async (engine: Engine, segments: readonly string[]): Promise<ApartFeature[]> =>
  (await tablesIn(engine)).has('segments.feature') ? readFeatures(engine, segments) : [];
