import { ConfigError, listProblems } from '../../errors.ts';
import { clvOptions, type ClvOptions } from '../../models/clv/options.ts';
import { musts as written, readDiscount, readHoldout, readLength, readMargin } from '../../models/clv/written.ts';

/** The options of lifetime value as the command line has them. */
export interface ClvFlags {
  readonly model?: string;
  readonly unit?: string;
  /** `12 months` */
  readonly horizon?: string;
  /** `10% per year` */
  readonly discount?: string;
  /** `30%` */
  readonly margin?: string;
  readonly returns?: string;
  readonly dropZero?: true;
  /** `39w`, `90 days`, a day, `auto` or `none` */
  readonly holdout?: string;
  readonly bootstrap?: string;
  readonly seed?: string;
}

/** Reads an option that is written as a text; throws in the words of the command line where it cannot be. */
function readWritten<T>(option: keyof typeof written, read: (text: string) => T | null, text: string): T {
  const value = read(text);
  if (value === null) throw new ConfigError(`--${option} ${written[option]}, got "${text}"`);
  return value;
}

const number = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

/** What each option must be, where the words of the model do not fit. */
const musts: Readonly<Record<string, string>> = {
  horizon: 'must be a length of time above 0',
  discount: 'must be from 0 to 1000% a period',
  bootstrap: 'must be a whole number of replicates from 0 to 10000',
  seed: 'must be a whole number from 0 up',
};

/**
 * Reads the options of lifetime value; throws `ConfigError` in the words of the command line.
 *
 * @param usual what counts where nothing is given; left out: the defaults of the model
 */
export function readClvOptions(given: ClvFlags, usual: Partial<ClvOptions> = {}): ClvOptions {
  const { model, unit, horizon, discount, margin, returns, dropZero, holdout, bootstrap, seed } = given;
  const read = clvOptions.safeParse({
    ...usual,
    ...(model === undefined ? {} : { model }),
    ...(unit === undefined ? {} : { unit }),
    ...(horizon === undefined ? {} : { horizon: readWritten('horizon', readLength, horizon) }),
    ...(discount === undefined ? {} : { discount: readWritten('discount', readDiscount, discount) }),
    ...(margin === undefined ? {} : { margin: readWritten('margin', readMargin, margin) }),
    ...(returns === undefined ? {} : { returns }),
    ...(dropZero === true ? { zero: 'drop' } : {}),
    ...(holdout === undefined ? {} : { holdout: readWritten('holdout', readHoldout, holdout) }),
    ...(bootstrap === undefined ? {} : { bootstrap: number(bootstrap) }),
    ...(seed === undefined ? {} : { seed: number(seed) }),
  });
  if (read.success) return read.data;
  const typed = given as Readonly<Record<string, unknown>>;
  const problems = read.error.issues.map(({ path, message }) => {
    const option = String(path[0]);
    return `--${option} ${musts[option] ?? message}, got "${String(typed[option])}"`;
  });
  throw new ConfigError(listProblems([...new Set(problems)]));
}
