/** The columns of the file that is polluted: texts that names are made of, a time, numbers. */
export const columns = [
  ...[
    'order_id',
    'line_number',
    'customer_id',
    'product_id',
    'purchased_at',
    'quantity',
    'unit_price',
    'discount',
    'store',
  ],
] as const;

/** The column a cell stands in. */
export type Column = (typeof columns)[number];

const stores = ['Bilbo', 'Donostia, centro', 'Gasteiz "Boulevard"', '', 'Iruñea', 'חיפה', 'Baiona; Biarritz', '=1+1'];

/** Twelve order lines as they should be: commas and quotes in texts, ids with zeros in front, a return, empty fields. */
export const rows: readonly (readonly string[])[] = Array.from({ length: 12 }, (_, i) => [
  `00${i}7`,
  '1',
  `C${900 + i}`,
  `P-${i % 5}`,
  `2025-0${1 + (i % 9)}-1${i % 10}T1${i % 10}:30:00`,
  i === 7 ? '-2' : String(1 + (i % 3)),
  `${10 + i}.${i}5`,
  i % 4 === 0 ? '' : `0.${i}`,
  stores[i % stores.length]!,
]);

/** A field as it is written: in quotes where it must be. */
export const field = (text: string, delimiter = ',', quote = '"'): string =>
  [delimiter, quote, '\n', '\r'].some((mark) => text.includes(mark))
    ? quote + text.replaceAll(quote, quote + quote) + quote
    : text;

/** A record as it is written, without its line break. */
export const record = (cells: readonly string[], delimiter = ',', quote = '"'): string =>
  cells.map((text) => field(text, delimiter, quote)).join(delimiter);

const number = (text: string): string | null => (text === '' ? null : Number(text).toFixed(4));

/** The row as the warehouse should hold it. */
export const typed = (cells: readonly string[]): (string | null)[] =>
  cells.map((text, i) => {
    if (['quantity', 'unit_price', 'discount'].includes(columns[i]!)) return number(text);
    if (columns[i] === 'purchased_at') return text.replace('T', ' ');
    // The driver drops the mark at the beginning of a text.
    return text === '' ? null : text.replaceAll('\uFEFF', '<mark>');
  });
