import { ConfigError, listProblems } from '../../errors.ts';
import { treeOptions, type TreeOptions } from '../../models/tree/options.ts';
import { splitList } from './split-list.ts';

/** The options of a tree as the command line has them. */
export interface TreeFlags {
  readonly class?: string;
  readonly features?: string;
  readonly criterion?: string;
  /** `size`, `equal` or `yes=0.1,no=0.9` */
  readonly priors?: string;
  /** `yes=5` */
  readonly classWeights?: string;
  /** `yes>no=5`: what it costs to put a row of `yes` into `no`. */
  readonly costs?: string;
  readonly minSplit?: string;
  readonly minLeaf?: string;
  readonly depth?: string;
  readonly cp?: string;
  readonly prune?: string;
  readonly folds?: string;
  readonly fold?: string;
  readonly weight?: string;
}

const number = (text: string): number | string => (/^\d*\.?\d+(e-?\d+)?$/i.test(text) ? Number(text) : text);

/** Reads `yes=5,no=1`; a name may hold `=`. */
function readNumbers(flag: string, text: string): Record<string, number> {
  const pairs = splitList(text).map((pair): [string, number] => {
    const at = pair.lastIndexOf('=');
    const value = Number(pair.slice(at + 1).trim() || 'none');
    if (at <= 0 || !Number.isFinite(value))
      throw new ConfigError(
        `${flag} must be names with a number each, like ${flag === '--costs' ? 'yes>no=5' : 'yes=5'}, got "${pair}"`,
      );
    return [pair.slice(0, at).trim(), value];
  });
  return Object.fromEntries(pairs);
}

function readCosts(text: string): Record<string, Record<string, number>> {
  const costs: Record<string, Record<string, number>> = {};
  for (const [pair, cost] of Object.entries(readNumbers('--costs', text))) {
    const [actual, assigned, ...more] = pair.split('>').map((label) => label.trim());
    if (actual === undefined || assigned === undefined || more.length > 0)
      throw new ConfigError(`--costs must name the true and the assigned class, like yes>no=5, got "${pair}"`);
    costs[actual] = { ...costs[actual], [assigned]: cost };
  }
  return costs;
}

/** What each option must be, where the words of a pipeline file do not fit. */
const musts: Readonly<Record<string, string>> = {
  priors: 'must be size, equal or every class with its probability, like yes=0.1,no=0.9',
  class_weights: 'must be classes with a weight above 0 each, like yes=5',
  costs: 'must be pairs of classes with a cost from 0 up each, like yes>no=5',
  min_split: 'must be a whole number from 2 up',
  min_leaf: 'must be a whole number from 1 up',
  depth: 'must be a whole number from 0 to 30',
  cp: 'must be a share from 0 to 1, like 0.01',
  prune: 'must be one of cp, cv, cv-min',
  folds: 'must be a whole number from 2 to 20, or 0 for none',
};

/** Reads the options of a tree; throws `ConfigError` in the words of the command line, all problems at once. */
export function readTreeOptions(given: TreeFlags): TreeOptions {
  if (given.class === undefined)
    throw new ConfigError('--class must be given: the column whose values are told apart, like --class segment');
  if (given.features === undefined)
    throw new ConfigError(
      '--features must be given: the columns that tell the classes apart, like --features age,income',
    );
  const { priors } = given;
  const typed: Readonly<Record<string, string | undefined>> = {
    ...{ criterion: given.criterion, min_split: given.minSplit, min_leaf: given.minLeaf, depth: given.depth },
    ...{ cp: given.cp, folds: given.folds },
  };
  const written: Record<string, unknown> = {
    class: given.class,
    features: splitList(given.features),
    ...Object.fromEntries(
      Object.entries(typed).flatMap(([key, text]) => (text === undefined ? [] : [[key, number(text)]])),
    ),
    ...(given.prune === undefined ? {} : { prune: given.prune.replace('-', '_') }),
    ...(priors === undefined ? {} : { priors: priors.includes('=') ? readNumbers('--priors', priors) : priors }),
    ...(given.classWeights === undefined ? {} : { class_weights: readNumbers('--class-weights', given.classWeights) }),
    ...(given.costs === undefined ? {} : { costs: readCosts(given.costs) }),
    ...(given.fold === undefined ? {} : { fold: given.fold }),
    ...(given.weight === undefined ? {} : { weight: given.weight }),
  };
  const read = treeOptions.safeParse(written);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => {
    const option = String(path[0]);
    const text = option === 'priors' ? priors : option === 'prune' ? given.prune : typed[option];
    const got = text === undefined ? '' : `, got "${text}"`;
    const features = written['features'] as string[];
    const at = option === 'features' && typeof path[1] === 'number' ? ` (${features[path[1]]!})` : '';
    return `--${option.replaceAll('_', '-')}${at} ${musts[option] ?? message}${got}`;
  });
  throw new ConfigError(listProblems([...new Set(problems)]));
}
