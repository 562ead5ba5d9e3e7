import { ConfigError, listProblems } from '../../errors.ts';
import { discriminantOptions, type DiscriminantOptions } from '../../models/discriminant/options.ts';
import { readPairs, splitList } from './split-list.ts';

/** The options of a discriminant analysis as the command line has them. */
export interface DiscriminantFlags {
  readonly class?: string;
  readonly features?: string;
  /** `size`, `equal` or `gold=0.2,basic=0.8` */
  readonly priors?: string;
  readonly quadratic?: boolean;
  /** True, or `pooled=0.5,diagonal=0.1`. */
  readonly shrunk?: boolean | string;
  /** True, or a method. */
  readonly stepwise?: boolean | string;
  readonly enter?: string;
  readonly remove?: string;
  /** `loo` or a number of folds. */
  readonly cv: string;
  readonly missing?: string;
  readonly singular?: string;
  readonly tolerance?: string;
}

const number = (text: string): number | string => (/^\d*\.?\d+(e-?\d+)?$/i.test(text) ? Number(text) : text);

const flags: Readonly<Record<string, string>> = {
  predictors: '--features',
  folds: '--cv',
  shrinkage: '--shrunk',
  'stepwise.method': '--stepwise',
  'stepwise.enter': '--enter',
  'stepwise.remove': '--remove',
};

/** What each option must be, where the words of a pipeline file do not fit. */
const musts: Readonly<Record<string, string>> = {
  '--cv': 'must be loo, or the number of folds from 2 to 10',
  '--priors': 'must be size, equal, or every class with its probability, like gold=0.2,basic=0.8',
  '--shrunk': 'must have shares from 0 to 1, like pooled=0.5,diagonal=0.1',
  '--stepwise': 'must be wilks, mahalanobis or rao',
};

function covarianceOf({ quadratic, shrunk }: DiscriminantFlags): object {
  if (quadratic === true && shrunk !== undefined)
    throw new ConfigError(
      '--quadratic and --shrunk must not be given together; --shrunk goes as far as it where that is best',
    );
  if (quadratic === true) return { covariance: 'separate' };
  if (shrunk === undefined) return {};
  return { covariance: 'shrunk', ...(typeof shrunk === 'string' ? { shrinkage: readPairs(shrunk, '--shrunk') } : {}) };
}

function stepwiseOf({ stepwise, enter, remove }: DiscriminantFlags): object {
  if (stepwise === undefined) {
    if (enter !== undefined || remove !== undefined)
      throw new ConfigError('--enter and --remove must go with --stepwise: they say when predictors enter and leave');
    return {};
  }
  return {
    stepwise: {
      ...(typeof stepwise === 'string' ? { method: stepwise } : {}),
      ...(enter === undefined ? {} : { enter: number(enter) }),
      ...(remove === undefined ? {} : { remove: number(remove) }),
    },
  };
}

/** Reads the options of a discriminant analysis; throws `ConfigError` in the words of the command line, all problems at once. */
export function readOptions(given: DiscriminantFlags): DiscriminantOptions {
  const { class: label, features, priors, cv, missing, singular, tolerance } = given;
  if (label === undefined)
    throw new ConfigError(
      '--class must be given: the column that says to which class a row belongs, like --class species',
    );
  if (features === undefined)
    throw new ConfigError(
      '--features must be given: the columns that tell the classes apart, like --features age,income',
    );
  const read = discriminantOptions.safeParse({
    class: label,
    predictors: splitList(features),
    ...(priors === undefined ? {} : { priors: priors.includes('=') ? readPairs(priors, '--priors') : priors }),
    ...covarianceOf(given),
    ...stepwiseOf(given),
    ...(cv === 'loo' ? { validation: 'leave_one_out' } : { validation: 'folds', folds: number(cv) }),
    ...(missing === undefined ? {} : { missing }),
    ...(singular === undefined ? {} : { singular }),
    ...(tolerance === undefined ? {} : { tolerance: number(tolerance) }),
  });
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => {
    const flag = flags[path.join('.')] ?? flags[String(path[0])] ?? `--${String(path[0])}`;
    return `${flag} ${musts[flag] ?? message}`;
  });
  throw new ConfigError(listProblems([...new Set(problems)]));
}
