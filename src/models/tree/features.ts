import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { parseFeature, plainFeature } from '../../text/feature.ts';
import { columnTypes, kindOfFeature, type FeatureScope, type ModelColumn } from '../feature-set.ts';
import { levelsSql } from '../feature-set.sql.ts';
import { type Dropped, droppedFor } from '../model.ts';

/** Levels of a text or yes/no feature that are told apart; the rest is one more, `(other)`. */
export const mostLevels = 100;

/** A feature before its values are read. */
export interface RawFeature {
  readonly name: string;
  readonly column: ModelColumn;
  /** By code; null: it is a number. */
  readonly levels: readonly string[] | null;
}

/** Levels by code point, so that their codes depend on nothing else. */
const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function readLevels(engine: Engine, scope: FeatureScope, text: string): Promise<RawFeature | null> {
  const rows = await engine.rows(levelsSql(scope, text, mostLevels + 1), { level: 'text' }, mostLevels + 1);
  if (rows.length === 0) return null;
  const named = rows
    .slice(0, mostLevels)
    .map(({ level }) => level)
    .sort(byCodePoint);
  const hasRest = rows.length > mostLevels;
  const source = { kind: 'code', column: text, levels: named, unknown: hasRest ? named.length : -2 } as const;
  return {
    name: text,
    column: { name: text, limits: null, transform: 'none', source },
    levels: hasRest ? [...named, '(other)'] : named,
  };
}

/**
 * The features of a tree. Logarithms and winsorising are taken off: they leave the order of values as it is, and a tree sees
 * nothing else. Throws `ConfigError` for what is not there or is neither number, text nor yes/no.
 */
export async function readFeatures(
  engine: Engine,
  texts: readonly string[],
  scope: FeatureScope,
): Promise<{ features: RawFeature[]; dropped: Dropped[] }> {
  const types = await columnTypes(engine, scope.relation);
  const names = texts.map(plainFeature);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new ConfigError(`tree: features must not name ${twice} twice`);
  const features: RawFeature[] = [];
  const dropped: Dropped[] = [];
  for (const name of names) {
    const feature = parseFeature(name);
    if ((await kindOfFeature(engine, feature, types, scope)) === 'number') {
      const column = { name, limits: null, transform: 'none', source: feature.source } as const;
      features.push({ name, column, levels: null });
      continue;
    }
    const coded = await readLevels(engine, scope, name);
    if (coded) features.push(coded);
    else dropped.push(droppedFor(name, { code: 'empty' }));
  }
  return { features, dropped };
}
