import type { Assignment } from './assign.ts';
import type { FoundDates } from './date-format.ts';
import { parseNumber } from './numbers.ts';
import type { ProbedFile } from './probe.ts';
import type { MappingLine, SettingLine } from './proposal.ts';

/** The settings of a source that differ from the defaults. */
export function settingsOf(
  file: ProbedFile,
  tables: Assignment,
  dates: FoundDates,
  lines: readonly MappingLine[],
): SettingLine[] {
  const types = lines.filter(({ asText }) => asText).flatMap(({ uses }) => uses.map(({ header }) => [header, 'text']));
  return [
    ...(file.header ? [] : [{ key: 'header', value: false }]),
    ...(file.delimiter === ',' ? [] : [{ key: 'delimiter', value: file.delimiter }]),
    ...encodingOf(file),
    ...numbersOf(file),
    ...datesOf(dates),
    ...(file.nulls.length === 0 ? [] : [{ key: 'nulls', value: ['', ...file.nulls] }]),
    ...anonymousLines(file, tables),
    ...(types.length === 0 ? [] : [{ key: 'types', value: Object.fromEntries(types) as Record<string, string> }]),
  ];
}

function encodingOf({ encoding, columns }: ProbedFile): SettingLine[] {
  if (encoding.label === 'utf-8') return [];
  if (encoding.sure) return [{ key: 'encoding', value: encoding.label }];
  const accented = columns.flatMap(({ values }) => values).find((value) => /(?![a-z])\p{L}/iu.test(value));
  return [
    {
      key: 'encoding',
      value: encoding.label,
      check: accented === undefined ? 'guessed' : `guessed; does this read right? ${accented}`,
    },
  ];
}

function numbersOf({ style: { style, rival, example } }: ProbedFile): SettingLine[] {
  const check = rival
    ? {
        check: `is ${example} ${parseNumber(example, style)} or ${parseNumber(example, rival)}? nothing tells; the first is taken`,
      }
    : {};
  return [
    ...(style.decimal === '.' && !rival ? [] : [{ key: 'decimal_mark', value: style.decimal, ...check }]),
    ...(style.thousands === '' ? [] : [{ key: 'thousands_mark', value: style.thousands }]),
  ];
}

function datesOf({ format, rival, example }: FoundDates): SettingLine[] {
  if (format === 'iso') return [];
  if (rival === null) return [{ key: 'date_format', value: format }];
  const order = format.startsWith('%d') ? 'day' : 'month';
  const check = `day or month first? nothing tells: ${example} is taken with the ${order} first; else write ${rival}`;
  return [{ key: 'date_format', value: format, check }];
}

/** Lines without a customer stay, but belong to nobody. */
function anonymousLines({ records }: ProbedFile, { purchases }: Assignment): SettingLine[] {
  const missing = records.length - (purchases?.['customer_id']?.values.length ?? records.length);
  if (missing === 0) return [];
  const check = `${missing} of the first ${records.length} lines have no customer: they count in totals only`;
  return [{ key: 'missing_customer', value: 'anonymous', check }];
}

const signs: Readonly<Record<string, RegExp>> = {
  EUR: /€|\beuros?\b|\beur\b/i,
  GBP: /£|\bgbp\b/i,
  ILS: /₪|\bnis\b|\bils\b/i,
  USD: /\$|\busd\b|\bdollars?\b/i,
};

/** The currency that amounts seem to be in: their currency column, a sign in them, a word in their header. */
export function findCurrency({ purchases }: Assignment): string | null {
  const named = purchases?.['currency']?.values[0];
  if (named !== undefined && /^[A-Z]{3}$/.test(named)) return named;
  const texts = [purchases?.['amount'], purchases?.['unit_price']].flatMap((column) =>
    column ? [column.header.replaceAll('_', ' '), column.values[0] ?? ''] : [],
  );
  return Object.keys(signs).find((code) => texts.some((text) => signs[code]!.test(text))) ?? null;
}
