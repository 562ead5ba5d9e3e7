import { ConfigError, listProblems } from '../../errors.ts';
import { kmeansOptions, type KmeansOptions } from '../../models/kmeans/options.ts';
import { readPairs, splitList } from './split-list.ts';

/** The options of k-means as the command line has them. */
export interface KmeansFlags {
  /** `recency_days,log1p(winsorise(monetary, 0.05))` */
  readonly features?: string;
  /** `5`, `auto` or `3..8`; left out: 5. */
  readonly k?: string;
  readonly standardize: boolean;
  /** `recency_days=2` */
  readonly weights?: string;
  readonly smallestShare?: string;
  readonly missing?: string;
  readonly seed?: string;
}

function readK(text: string): unknown {
  const [, from, to] = /^(\d+)\.\.(\d+)$/.exec(text) ?? [];
  if (from !== undefined) return { from: Number(from), to: Number(to) };
  return /^\d+$/.test(text) ? Number(text) : text;
}

const number = (text: string): number | string => (/^\d*\.?\d+$/.test(text) ? Number(text) : text);

const flags: Readonly<Record<string, string>> = { smallest_share: '--smallest-share' };

/** What each option must be, where the words of a pipeline file do not fit. */
const musts: Readonly<Record<string, string>> = {
  k: 'must be a whole number from 2 to 100, auto, or a range within 2 to 20 like 3..8',
  smallest_share: 'must be a share from 0 to 0.5, like 0.02',
  weights: 'must be numbers above 0, 1000 at most',
  seed: 'must be a whole number from 0 up',
};

/** Reads the options of k-means; throws `ConfigError` in the words of the command line, all problems at once. */
export function readOptions(given: KmeansFlags): KmeansOptions {
  if (given.features === undefined)
    throw new ConfigError(
      '--features must be given: the columns that rows are compared by, like --features age,income',
    );
  const { k, weights, smallestShare, missing, seed } = given;
  const written = {
    features: splitList(given.features),
    standardize: given.standardize,
    ...(k === undefined ? {} : { k: readK(k) }),
    ...(weights === undefined ? {} : { weights: readPairs(weights, '--weights') }),
    ...(smallestShare === undefined ? {} : { smallest_share: number(smallestShare) }),
    ...(missing === undefined ? {} : { missing }),
    ...(seed === undefined ? {} : { seed: number(seed) }),
  };
  const read = kmeansOptions.safeParse(written);
  if (read.success) return read.data;
  const typed: Readonly<Record<string, string | undefined>> = {
    ...{ k, smallest_share: smallestShare, missing, seed, weights },
  };
  const problems = read.error.issues.map(({ path, message }) => {
    const option = String(path[0]);
    const flag = flags[option] ?? `--${option}`;
    const got = typed[option] === undefined ? '' : `, got "${typed[option]}"`;
    const of = option === 'features' && typeof path[1] === 'number' ? written.features[path[1]]! : path[1];
    const at = of === undefined || option === 'k' ? '' : ` (${String(of)})`;
    return `${flag}${at} ${musts[option] ?? message}${got}`;
  });
  throw new ConfigError(listProblems([...new Set(problems)]));
}
