import { ConfigError, listProblems } from '../../errors.ts';
import { clvOptions, type ClvOptions } from '../../models/clv/options.ts';
import { isDay } from '../../text/day.ts';

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

const unitWords: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  ...{ d: 'day', day: 'day', days: 'day', w: 'week', week: 'week', weeks: 'week' },
  ...{ m: 'month', month: 'month', months: 'month', y: 'year', year: 'year', years: 'year' },
};

/** `12 months`, `39w`; null where it is no length of time. */
function readLength(text: string): { length: number; unit: 'day' | 'week' | 'month' | 'year' } | null {
  const [, number, word] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text) ?? [];
  const unit = unitWords[(word ?? '').toLowerCase()];
  return unit === undefined || !(Number(number) > 0) ? null : { length: Number(number), unit };
}

/** `30%` or `0.3`; null where it is no share. */
function readShare(text: string): number | null {
  const [, number, percent] = /^\s*(\d*\.?\d+)\s*(%?)\s*$/.exec(text) ?? [];
  return number === undefined ? null : percent === '%' ? Number(number) / 100 : Number(number);
}

function readHorizon(text: string): ClvOptions['horizon'] {
  const read = readLength(text);
  if (read === null)
    throw new ConfigError(`--horizon must be a length of time with its unit, like "12 months" or 52w, got "${text}"`);
  return read;
}

function readDiscount(text: string): ClvOptions['discount'] {
  if (/^\s*0\s*%?\s*$/.test(text)) return { rate: 0, per: 'year' };
  const [, rate, per] = /^\s*([\d.]+\s*%?)\s*(?:per|a|an|each|\/)\s*(week|month|year)\s*$/i.exec(text) ?? [];
  const share = rate === undefined ? null : readShare(rate);
  if (share === null)
    throw new ConfigError(
      `--discount must be a rate with its period, like "10% per year" or "1% per month", or 0, got "${text}"`,
    );
  return { rate: share, per: per!.toLowerCase() as 'week' | 'month' | 'year' };
}

function readMargin(text: string): number {
  const share = readShare(text);
  if (share === null || !(share > 0) || share > 1)
    throw new ConfigError(`--margin must be a share of the spend above 0, like 30% or 0.3, got "${text}"`);
  return share;
}

function readHoldout(text: string): ClvOptions['holdout'] {
  if (text === 'auto' || text === 'none' || isDay(text)) return text;
  const read = readLength(text);
  if (read === null || (read.unit !== 'day' && read.unit !== 'week') || !Number.isInteger(read.length))
    throw new ConfigError(
      `--holdout must be auto, none, whole weeks or days like 39w or 90d, or the last day that is learnt from, like 2026-03-31, got "${text}"`,
    );
  return { days: read.unit === 'week' ? 7 * read.length : read.length };
}

const number = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

/** What each option must be, where the words of the model do not fit. */
const musts: Readonly<Record<string, string>> = {
  horizon: 'must be a length of time above 0',
  discount: 'must be from 0 to 1000% a period',
  bootstrap: 'must be a whole number of replicates from 0 to 10000',
  seed: 'must be a whole number from 0 up',
};

/** Reads the options of lifetime value; throws `ConfigError` in the words of the command line. */
export function readClvOptions(given: ClvFlags): ClvOptions {
  const { model, unit, horizon, discount, margin, returns, dropZero, holdout, bootstrap, seed } = given;
  const read = clvOptions.safeParse({
    ...(model === undefined ? {} : { model }),
    ...(unit === undefined ? {} : { unit }),
    ...(horizon === undefined ? {} : { horizon: readHorizon(horizon) }),
    ...(discount === undefined ? {} : { discount: readDiscount(discount) }),
    ...(margin === undefined ? {} : { margin: readMargin(margin) }),
    ...(returns === undefined ? {} : { returns }),
    ...(dropZero === true ? { zero: 'drop' } : {}),
    ...(holdout === undefined ? {} : { holdout: readHoldout(holdout) }),
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
