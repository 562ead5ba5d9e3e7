import { ConfigError, ModelError } from '../../errors.ts';
import { nearest } from '../../text/nearest.ts';
import { parseFeature } from '../../text/feature.ts';
import type { FeatureSet, ModelColumn } from '../feature-set.ts';
import type { KmeansOptions } from './options.ts';
import type { Spread } from './working.ts';

/** The feature that a column comes from, as the user wrote it: a coded level belongs to its column. */
const featureOf = ({ name, source }: ModelColumn): string => (source.kind === 'level' ? source.column : name);

/**
 * The weight of each feature, as the user wrote it. A weight is named by its feature, or by its column or attribute where one
 * feature alone is of it. Throws `ConfigError` for a name that is neither.
 */
export function weightsOf({ features, weights }: Pick<KmeansOptions, 'features' | 'weights'>): Map<string, number> {
  const texts = features.map((text) => text.trim());
  const found = new Map(texts.map((text) => [text, 1]));
  for (const [name, weight] of Object.entries(weights)) {
    const ofColumn = texts.filter((text) => {
      const { source } = parseFeature(text);
      return (
        (source.kind === 'column' && source.column === name) ||
        (source.kind === 'attribute' && `attribute:${source.attribute}` === name)
      );
    });
    const feature = texts.includes(name) ? name : ofColumn.length === 1 ? ofColumn[0]! : null;
    if (feature === null) {
      const like = nearest(name, texts);
      throw new ConfigError(
        `kmeans: weights.${name} must be named like a feature${like === null ? '' : `; did you mean ${like}?`}`,
      );
    }
    found.set(feature, weight);
  }
  return found;
}

/** Refuses a text or yes/no column without any value: it makes no columns. */
export function refuseEmptyCategories({ codings }: FeatureSet): void {
  const empty = codings.find(({ levels }) => levels.length === 0);
  if (empty) throw new ModelError(`kmeans: ${empty.column} has no values; leave it out`);
}

/** A column of a matrix, as distances see it. */
export interface Weighed {
  readonly weight: number;
  /** Units of distance that one point of its grid is. */
  readonly factor: number;
}

/**
 * How far apart one point of each grid is. Standardised: √w/sd for a number. The columns of a coded feature share one
 * factor, √w/√G with G = Σ p(1 − p) over its levels, the mean dissimilarity of two customers: so two customers differ in
 * it, on average, by as much as in a standardised number, and features have equal influence (Hastie, Tibshirani &
 * Friedman 2009, 14.3.3). Not standardised: √w units of the column. Squared distances are weighted by w: a feature of
 * weight 2 counts as if it stood there twice.
 */
export function weigh(
  columns: readonly (ModelColumn & { readonly grid: { readonly scale: number } })[],
  { deviations }: Spread,
  weights: ReadonlyMap<string, number>,
  standardize: boolean,
): Weighed[] {
  const own = columns.map(({ grid }, j) => (deviations[j]! / grid.scale) ** 2);
  return columns.map((column, j) => {
    const feature = featureOf(column);
    const weight = weights.get(feature) ?? 1;
    const levels = columns.flatMap((one, i) =>
      one.source.kind === 'level' && featureOf(one) === feature ? [own[i]!] : [],
    );
    const dissimilarity = levels.reduce((sum, variance) => sum + variance, 0);
    const unit = !standardize
      ? 1 / column.grid.scale
      : column.source.kind === 'level'
        ? 1 / (Math.sqrt(dissimilarity) * column.grid.scale)
        : 1 / deviations[j]!;
    return { weight, factor: unit * Math.sqrt(weight) };
  });
}
