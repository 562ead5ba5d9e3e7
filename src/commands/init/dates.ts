import { readingsOf } from './readings.ts';

/** strptime formats in the order in which they are believed where several fit; `iso` is the loader's own ISO 8601. */
const dayFormats = [
  '%Y/%m/%d',
  '%Y.%m.%d',
  '%Y%m%d',
  '%d/%m/%Y',
  '%m/%d/%Y',
  '%d.%m.%Y',
  '%d-%m-%Y',
  '%m-%d-%Y',
  '%d/%m/%y',
  '%m/%d/%y',
  '%d.%m.%y',
  '%d-%m-%y',
  '%d %b %Y',
  '%d-%b-%Y',
  '%d-%b-%y',
  '%b %d, %Y',
  '%d %B %Y',
  '%B %d, %Y',
];

const timeFormats = ['', ' %H:%M', ' %H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p'];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullMonths = split('january february march april may june july august september october november december');

function split(words: string): string[] {
  return words.split(' ');
}

const parts: Readonly<Record<string, string>> = {
  Y: '(?<Y>\\d{4})',
  y: '(?<y>\\d{2})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  b: `(?<b>${months.join('|')})`,
  B: `(?<B>${fullMonths.join('|')})`,
  H: '(?<H>\\d{1,2})',
  I: '(?<I>\\d{1,2})',
  M: '(?<M>\\d{2})',
  S: '(?<S>\\d{2})',
  f: '\\d{1,6}',
  p: '[ap]m',
};

function patternOf(format: string): RegExp {
  const exact = format === '%Y%m%d' || format.startsWith('%Y%m%d ');
  const text = format.replaceAll(/%(\w)|([.])/g, (_, part: string | undefined) =>
    part === undefined ? '\\.' : parts[part]!,
  );
  return new RegExp(`^${exact ? text.replaceAll('{1,2}', '{2}') : text}$`, 'i');
}

const formats = dayFormats.flatMap((day) =>
  timeFormats.map((time) => ({ format: day + time, pattern: patternOf(day + time) })),
);

const iso = /^(?<Y>\d{4})-(?<m>\d{2})-(?<d>\d{2})([T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?)?\s*(Z|[+-]\d{2}(:?\d{2})?)?$/;

/** Is it a day of the calendar, in the years that the loader accepts? */
function isPossible(groups: Readonly<Record<string, string | undefined>>): boolean {
  const year = groups['Y'] !== undefined ? Number(groups['Y']) : 2000 + Number(groups['y']);
  const named = groups['b'] ?? groups['B'];
  const month = named === undefined ? Number(groups['m']) : months.indexOf(named.toLowerCase().slice(0, 3)) + 1;
  const day = Number(groups['d']);
  const date = new Date(Date.UTC(year, month - 1, day));
  const hours = Number(groups['H'] ?? 0);
  return year >= 1900 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hours < 24;
}

function isDate({ pattern }: { readonly pattern: RegExp }, value: string): boolean {
  const match = pattern.exec(value.trim());
  return match !== null && isPossible(match.groups ?? {});
}

/** The formats in which the values are dates, but for some mistakes: `iso` alone where that fits, else strptime formats, likeliest first. */
export function dateFormatsOf(values: readonly string[]): string[] {
  if (values.length === 0) return [];
  if (readingsOf(values, [{ pattern: iso }], isDate).length > 0) return ['iso'];
  return readingsOf(values, formats, isDate).map(({ format }) => format);
}

/** The same format with day and month the other way round; null where the order cannot be mistaken. */
export function swapped(format: string): string | null {
  const other = format.replace(/^%d([/.-])%m/, '%m$1%d');
  return other === format ? null : other;
}
