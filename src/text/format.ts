import { withBasqueYear } from './basque-year.ts';

/** Words by plural category of the language: English needs `one` and `other`, Hebrew also `two`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Figures as the reader of one language writes them. Amounts are in one currency; missing values are the caller's to show. */
export interface Format {
  /** BCP 47 tag of the language. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly currency: string;
  /** `1,204` */
  readonly whole: (value: number) => string;
  /** At most `digits` decimals (1 where not said): `12.4`. */
  readonly number: (value: number, digits?: number) => string;
  /** Always `digits` decimals, for columns and statistics: `0.620`. */
  readonly fixed: (value: number, digits: number) => string;
  /** The same with its sign, be it plus or minus: `+0.62`. */
  readonly signed: (value: number, digits: number) => string;
  /** Three digits, whatever the size: `0.00412`, `1.2E-11`. */
  readonly significant: (value: number) => string;
  /** At most six digits: `12.0125`. */
  readonly sixDigits: (value: number) => string;
  /** An amount in a sentence: cents below 100, none above. */
  readonly money: (value: number) => string;
  /** An amount beside others in large letters: millions in four digits. */
  readonly largeMoney: (value: number) => string;
  /** An amount to the cent. */
  readonly exactMoney: (value: number) => string;
  /** An amount in three digits, for axes and cells: `€12.3K`. */
  readonly shortMoney: (value: number) => string;
  /** One way to write all amounts of a column: with cents only where every amount is below 1,000. */
  readonly moneyLike: (values: readonly (number | null)[]) => (value: number) => string;
  /** A share of one as a percentage; what is more than nothing never reads as 0%, and what is less than all never as 100%. */
  readonly share: (value: number, digits?: number) => string;
  /** A rate of one as a percentage of at most two decimals: `10%`, `0.75%`. */
  readonly rate: (value: number) => string;
  /** A span of years: `42.2 years`. */
  readonly years: (value: number) => string;
  /** A change as a signed percentage: `+3.2%`. */
  readonly change: (value: number) => string;
  /** `2026-11-21` → `21 November 2026` */
  readonly day: (day: string) => string;
  /** `2026-11-21` → `21 Nov` */
  readonly shortDay: (day: string) => string;
  /** `2026-11-21` → `Nov 2026` */
  readonly month: (day: string) => string;
  /** 1 = Monday … 7 = Sunday → `Monday`, as the language writes it */
  readonly weekday: (place: number) => string;
  /** 0 to 23 → `17:00` */
  readonly hour: (place: number) => string;
  /** `a, b and c` */
  readonly list: (items: readonly string[]) => string;
  /** The same in parts: the items, and what stands between them. */
  readonly listParts: (
    items: readonly string[],
  ) => readonly { readonly type: 'element' | 'literal'; readonly value: string }[];
  /** `a, b or c` */
  readonly either: (items: readonly string[]) => string;
  /** The number with its word: `1 customer`, `1,204 customers`. */
  readonly count: (value: number, forms: PluralForms) => string;
  /** The word alone. */
  readonly plural: (value: number, forms: PluralForms) => string;
}

/** What a reader of plain English expects day first, and currencies by their short symbol. */
const spoken: Readonly<Record<string, string>> = { en: 'en-GB' };

const rightToLeft: ReadonlySet<string> = new Set(['he', 'ar', 'fa', 'ur', 'yi']);

/** A true minus sign, as wide as the plus. */
export const typeset = (text: string): string => text.replaceAll('-', '−');

/** What stands in a table where there is no figure. */
export const none = '–';

/** A quotient of sums that are equal may be less than 1 by this much. */
const rounding = 1e-12;

/** Noon, so that no zone moves the day. */
const noon = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`);

/** The figures of a language (`en`, `es`, `he` …) with amounts in a currency (ISO 4217; left out where there are none). By `Intl`; nothing is read from the system. */
export function formatFor(locale: string, currency = 'XXX'): Format {
  const tag = spoken[locale] ?? locale;
  const numbers = new Map<string, Intl.NumberFormat>();
  const write = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    const format = numbers.get(key) ?? new Intl.NumberFormat(tag, { signDisplay: 'negative', ...options });
    numbers.set(key, format);
    return typeset(format.format(value));
  };
  const money = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const rounded = { ...money, minimumFractionDigits: 0, maximumFractionDigits: 0 } as const;
  const rules = new Intl.PluralRules(tag);
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const choices = new Intl.ListFormat(tag, { type: 'disjunction' });
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDays = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const weekdays = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' });
  const hours = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
  const whole = (value: number): string => write(value, { maximumFractionDigits: 0 });
  const plural = (value: number, forms: PluralForms): string => forms[rules.select(value)] ?? forms.other;
  /** The sign stands before the figure, also where that of percent comes first: `<1%`, `% <1`. */
  const bounded = (sign: '<' | '>', text: string): string => text.replace(/\d/, `${sign}$&`);
  const percent = (value: number, digits: number): string =>
    write(value, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });

  return Object.freeze({
    locale,
    direction: rightToLeft.has(locale.split('-')[0]!) ? 'rtl' : 'ltr',
    currency,
    whole,
    number: (value, digits = 1) => write(value, { maximumFractionDigits: digits }),
    fixed: (value, digits) => write(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    signed: (value, digits) =>
      write(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'always' }),
    significant: (value) =>
      write(value, {
        maximumSignificantDigits: 3,
        notation: value !== 0 && Math.abs(value) < 1e-4 ? 'scientific' : 'standard',
      }),
    sixDigits: (value) => write(value, { maximumSignificantDigits: 6 }),
    money: (value) => write(value, Math.abs(value) < 99.995 ? money : rounded),
    largeMoney: (value) =>
      Math.abs(value) < 1_000_000
        ? write(value, Math.abs(value) < 99.995 ? money : rounded)
        : write(value, { ...rounded, notation: 'compact', maximumSignificantDigits: 4 }),
    exactMoney: (value) => write(value, money),
    shortMoney: (value) =>
      write(value, { ...rounded, useGrouping: true, notation: 'compact', maximumSignificantDigits: 3 }),
    moneyLike: (values) => {
      const large = values.some((value) => Math.abs(value ?? 0) >= 1_000);
      return (value) => write(value, large ? rounded : money);
    },
    share: (value, digits = 0) => {
      const least = 10 ** -(digits + 2);
      if (value > 0 && value < least / 2) return bounded('<', percent(least, digits));
      return value < 1 - rounding && value >= 1 - least / 2
        ? bounded('>', percent(1 - least, digits))
        : percent(value, digits);
    },
    rate: (value) => write(value, { style: 'percent', maximumFractionDigits: 2 }),
    years: (value) => write(value, { style: 'unit', unit: 'year', unitDisplay: 'long', maximumFractionDigits: 1 }),
    change: (value) => write(value, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    day: (day) => withBasqueYear(days.format(noon(day))),
    shortDay: (day) => withBasqueYear(shortDays.format(noon(day))),
    month: (day) => months.format(noon(day)),
    weekday: (place) => weekdays.format(new Date(Date.UTC(2024, 0, place))), // 1 January 2024 was a Monday
    hour: (place) => hours.format(new Date(Date.UTC(2024, 0, 1, place))),
    list: (items) => lists.format(items),
    listParts: (items) => lists.formatToParts(items),
    either: (items) => choices.format(items),
    count: (value, forms) => `${whole(value)} ${plural(value, forms)}`,
    plural,
  } satisfies Format);
}
