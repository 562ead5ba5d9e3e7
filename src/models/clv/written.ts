import { isDay } from '../../text/day.ts';
import type { ClvOptions } from './options.ts';

/* How people write lengths of time, rates and shares. Each reader gives null where a text is none; `musts` says what it must be. */

/** What each option must be, as it is written. */
export const musts = {
  horizon: 'must be a length of time with its unit, like "12 months" or 52w',
  discount: 'must be a rate with its period, like "10% per year" or "1% per month", or 0',
  margin: 'must be a share of the spend above 0, like 30% or 0.3',
  holdout:
    'must be auto, none, whole weeks or days like 39w or 90d, or the last day that is learnt from, like 2026-03-31',
} as const;

const unitWords: Readonly<Record<string, ClvOptions['horizon']['unit']>> = {
  ...{ d: 'day', day: 'day', days: 'day', w: 'week', week: 'week', weeks: 'week' },
  ...{ m: 'month', month: 'month', months: 'month', y: 'year', year: 'year', years: 'year' },
};

/** `12 months`, `39w` */
export function readLength(text: string): ClvOptions['horizon'] | null {
  const [, number, word] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(text) ?? [];
  const unit = unitWords[(word ?? '').toLowerCase()];
  return unit === undefined || !(Number(number) > 0) ? null : { length: Number(number), unit };
}

/** `30%`, `0.3` */
function readShare(text: string): number | null {
  const [, number, percent] = /^\s*(\d*\.?\d+)\s*(%?)\s*$/.exec(text) ?? [];
  return number === undefined ? null : percent === '%' ? Number(number) / 100 : Number(number);
}

/** `30%` of the spend: above 0, at most all of it. */
export function readMargin(text: string): number | null {
  const share = readShare(text);
  return share !== null && share > 0 && share <= 1 ? share : null;
}

/** `10% per year`, `0` */
export function readDiscount(text: string): ClvOptions['discount'] | null {
  if (/^\s*0\s*%?\s*$/.test(text)) return { rate: 0, per: 'year' };
  const [, rate, per] = /^\s*([\d.]+\s*%?)\s*(?:per|a|an|each|\/)\s*(week|month|year)\s*$/i.exec(text) ?? [];
  const share = rate === undefined ? null : readShare(rate);
  return share === null ? null : { rate: share, per: per!.toLowerCase() as ClvOptions['discount']['per'] };
}

/** `auto`, `none`, `39w`, `90 days`, `2026-03-31` */
export function readHoldout(text: string): ClvOptions['holdout'] | null {
  if (text === 'auto' || text === 'none' || isDay(text)) return text;
  const read = readLength(text);
  if (read === null || (read.unit !== 'day' && read.unit !== 'week') || !Number.isInteger(read.length)) return null;
  return { days: read.unit === 'week' ? 7 * read.length : read.length };
}
