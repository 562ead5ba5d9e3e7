import type { Engine } from '../engine/engine.ts';
import { ConfigError } from '../errors.ts';
import { classSource } from '../models/classes.ts';
import { unknownAttribute } from '../models/attribute.ts';
import { parseFeature } from '../text/feature.ts';
import { columnTypes, resolveFeatures } from '../models/feature-set.ts';
import { sql } from '../sql/sql.ts';
import { refuseAfterPurchase } from './after-purchase.ts';
import { whereIn, type Pipeline } from './spec.ts';
import { featuresOf } from './step-features.ts';

const relation = 'features.customer';
const key = 'customer_id';

/** Whether there is anything to check. */
export const hasFeatures = ({ steps }: Pipeline): boolean => steps.some(({ model }) => model !== 'rfm');

/** The attributes that the sources of a pipeline keep. */
const keptAttributes = ({ sources }: Pipeline): string[] =>
  Object.values(sources).flatMap(({ tables: { customers } }) => {
    const kept = typeof customers === 'object' ? (customers as { attributes?: Record<string, string> }).attributes : {};
    return Object.keys(kept ?? {});
  });

/** Whether an attribute is a number only its values tell: before them, that a source keeps it is all there is to check. */
function isKept(text: string, model: string, kept: readonly string[]): boolean {
  const { source } = parseFeature(text);
  if (source.kind !== 'attribute') return false;
  if (!kept.includes(source.attribute)) {
    throw new ConfigError(`${model}: ${unknownAttribute(text, source.attribute, kept)}`);
  }
  return true;
}

/**
 * Finds names of features that no table has, and others that a model cannot take, in the words of a run and with their places. Needs the
 * tables that `buildEmpty` makes.
 */
export async function checkModels(pipeline: Pipeline, engine: Engine): Promise<ConfigError[]> {
  const problems: ConfigError[] = [];
  const kept = keptAttributes(pipeline);
  const attempt = async (path: readonly PropertyKey[], model: string, work: () => unknown): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(new ConfigError(`${whereIn(pipeline, path)}: ${error.message.replace(`${model}: `, '')}`));
    }
  };
  for (const [i, step] of pipeline.steps.entries()) {
    const { model, options } = step;
    if (model === 'rfm') continue;
    const { list, features: names } = featuresOf(step);
    const scope = { model, relation, key, where: sql`true` };
    for (const [j, feature] of names.entries()) {
      await attempt(['steps', i, model, list, j], model, async () => {
        if (!isKept(feature, model, kept)) {
          await resolveFeatures(engine, [feature], scope, model === 'kmeans' ? 'every' : 'code');
        }
      });
    }
    if (model === 'lookalike' || (model === 'tree' && options.prospects))
      await attempt(['steps', i, model, list], model, () => refuseAfterPurchase(engine, model, names));
    if (!('class' in options)) continue;
    await attempt(['steps', i, model, 'class'], model, async () =>
      classSource(model, options.class, relation, key, [...(await columnTypes(engine, relation)).keys()]),
    );
  }
  return problems;
}
