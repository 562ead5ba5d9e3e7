import { formatFor, type Format } from '../text/format.ts';

/** The figures of a page; amounts stand without a currency where none is known. */
export function formatOf(currency: string | null): Format {
  const f = formatFor('en', currency ?? 'XXX');
  if (currency !== null) return f;
  const money = (value: number): string => f.fixed(value, Math.abs(value) < 99.995 ? 2 : 0);
  const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
  return {
    ...{ ...f, money, largeMoney: money, shortMoney: (value) => short.format(value).replaceAll('-', '−') },
    exactMoney: (value) => f.fixed(value, 2),
    moneyLike: (values) => {
      const large = values.some((value) => Math.abs(value ?? 0) >= 1_000);
      return (value) => f.fixed(value, large ? 0 : 2);
    },
  };
}
