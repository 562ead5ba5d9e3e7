import type { Engine } from '../engine/engine.ts';
import { ConfigError } from '../errors.ts';
import { classSource } from '../models/discriminant/classes.ts';
import { columnTypes, resolveFeatures } from '../models/feature-set.ts';
import { sql } from '../sql/sql.ts';
import { whereIn, type Pipeline } from './spec.ts';

const relation = 'features.customer';
const key = 'customer_id';

/** Whether there is anything to check. */
export const hasFeatures = ({ steps }: Pipeline): boolean => steps.some(({ model }) => model !== 'rfm');

/**
 * Finds names of features that no table has, and others that a model cannot take, in the words of a run and with their places. Needs the
 * tables that `buildEmpty` makes.
 */
export async function checkModels(pipeline: Pipeline, engine: Engine): Promise<ConfigError[]> {
  const problems: ConfigError[] = [];
  const attempt = async (path: readonly PropertyKey[], model: string, work: () => unknown): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(new ConfigError(`${whereIn(pipeline, path)}: ${error.message.replace(`${model}: `, '')}`));
    }
  };
  for (const [i, { model, options }] of pipeline.steps.entries()) {
    if (model === 'rfm') continue;
    const isKmeans = model === 'kmeans';
    const [list, names] = isKmeans
      ? (['features', options.features] as const)
      : (['predictors', options.predictors] as const);
    const scope = { model, relation, key, where: sql`true` };
    for (const [j, feature] of names.entries()) {
      await attempt(['steps', i, model, list, j], model, () =>
        resolveFeatures(engine, [feature], scope, isKmeans ? 'refuse' : 'code'),
      );
    }
    if (isKmeans) continue;
    await attempt(['steps', i, model, 'class'], model, async () =>
      classSource(options.class, relation, key, [...(await columnTypes(engine, relation)).keys()]),
    );
  }
  return problems;
}
