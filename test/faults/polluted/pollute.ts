import { columns, field, record, rows, type Column } from './clean.ts';

/** One polluted file. */
export interface Polluted {
  /** What was done to it. */
  readonly kind: string;
  /** Where, for whoever looks for it. */
  readonly where: string;
  readonly bytes: Buffer;
}

const clean = [record(columns), ...rows.map((cells) => record(cells))];
const file = (lines: readonly string[], lineBreak = '\n'): Buffer => Buffer.from(lines.join(lineBreak) + lineBreak);

/** The clean file with one line made anew. */
const withLine = (at: number, line: string): Buffer => file(clean.with(at + 1, line));

/** The written fields of a row, with one made anew. */
const withField = (row: number, column: number, text: string): string =>
  rows[row]!.map((cell, i) => (i === column ? text : field(cell))).join(',');

type CellKind = readonly [kind: string, of: readonly Column[], text: (written: string, cell: string) => string | null];

const all = columns;
const numbers: readonly Column[] = ['quantity', 'unit_price', 'discount'];
const typedOnes: readonly Column[] = [...numbers, 'purchased_at'];

/** What is done to one cell at a time: the text that is written, or null where it would change nothing. */
const cells: readonly CellKind[] = [
  ['a separator too many before a field', all, (written) => `,${written}`],
  ['a quote before a field', all, (written) => `"${written}`],
  ['a quote after a field', all, (written) => `${written}"`],
  [
    'a quote in the middle of a field',
    all,
    (_, cell) => (cell.length < 2 ? null : `${cell.slice(0, 1)}"${cell.slice(1)}`),
  ],
  ['quotes around a field', all, (_, cell) => `"${cell.replaceAll('"', '""')}"`],
  ['single quotes around a field', all, (_, cell) => `'${cell}'`],
  ['a space before a field', all, (written) => ` ${written}`],
  ['a space after a field', all, (written) => `${written} `],
  ['a tab after a field', all, (written) => `${written}\t`],
  ['a line break in a field', all, (written) => `${written.slice(0, 1)}\n${written.slice(1)}`],
  ['a line break in quotes', all, (_, cell) => `"${cell.slice(0, 1)}\n${cell.slice(1).replaceAll('"', '""')}"`],
  ['another separator in a field', all, (_, cell) => (/[,"]/.test(cell) ? null : `${cell};${cell}`)],
  ['a backslash before a quote', all, (_, cell) => `"${cell}\\""`],
  ['NUL in a field', all, (written) => `${written}\u0000`],
  ['a byte order mark in a field', all, (written) => `\uFEFF${written}`],
  ['a space without width in a field', all, (written) => `${written}\u200B`],
  ...['NA', 'NULL', '-', 'n/a', '?'].map((word): CellKind => ['a word for no value', typedOnes, () => word]),
  ...['1,5', '1.234,5', '€ 5', '5 €', '5 EUR', '(5)', '5-', '1e', '0x1F', 'NaN', 'inf', '--1', '1 000', '١٢'].map(
    (text): CellKind => ['a number that is none here', numbers, () => field(text)],
  ),
  ...['99999999999999999999', '1e30', '1e400'].map((text): CellKind => [
    'a number that is too large',
    numbers,
    () => text,
  ]),
  ...[
    '03/04/2025',
    '2025-13-01',
    '2025-02-30',
    '20250101',
    '45000',
    'infinity',
    '2025-1-1T25:00:00',
    '1 Jan 2025',
    '25-01-02',
    '2025-01-01T10:30:61',
  ].map((text): CellKind => ['a time that is none here', ['purchased_at'], () => text]),
];

function* pollutedCells(): Iterable<Polluted> {
  for (const [kind, of, text] of cells)
    for (const column of of)
      for (const [row, values] of rows.entries()) {
        const at = columns.indexOf(column);
        const written = text(field(values[at]!), values[at]!);
        if (written === null || written === field(values[at]!)) continue;
        const shown = JSON.stringify(written);
        yield { kind, where: `row ${row + 1}, ${column}: ${shown}`, bytes: withLine(row, withField(row, at, written)) };
      }
}

function* pollutedSeparators(): Iterable<Polluted> {
  for (const [row, values] of rows.entries())
    for (let at = 0; at + 1 < columns.length; at++) {
      const written = values.map((cell) => field(cell));
      const where = `row ${row + 1}, after ${columns[at]!}`;
      const joined = written.with(at, written[at]! + written[at + 1]!).toSpliced(at + 1, 1);
      yield { kind: 'a separator too few', where, bytes: withLine(row, joined.join(',')) };
      yield { kind: 'a field too few', where, bytes: withLine(row, written.toSpliced(at, 1).join(',')) };
      yield {
        kind: 'fields moved to the right by one, the last cut off',
        where,
        bytes: withLine(row, written.toSpliced(at, 0, '').slice(0, columns.length).join(',')),
      };
      const other = `${written.slice(0, at + 1).join(',')};${written.slice(at + 1).join(',')}`;
      yield { kind: 'another separator in one place', where, bytes: withLine(row, other) };
    }
}

type LineKind = readonly [kind: string, lines: (line: string) => readonly string[]];

const lineKinds: readonly LineKind[] = [
  ['a record twice', (line) => [line, line]],
  ['a record that is missing', () => []],
  ['an empty line', (line) => ['', line]],
  ['a line of spaces', (line) => ['   ', line]],
  ['a line of separators', (line) => [','.repeat(columns.length - 1), line]],
  ['a comment', (line) => ['# exported by the till', line]],
  ['the header again', (line) => [clean[0]!, line]],
  ['a line of totals', (line) => [line, `Total,,,,,${rows.length},,,`]],
  ['another table below', (line) => [line, '', 'rep,sales', 'Ane,12']],
  ['a record that is cut off', (line) => [line.slice(0, line.length >> 1)]],
  ['a separator at the end', (line) => [`${line},`]],
  ['tabs for commas in a record', (line) => [line.replaceAll(',', '\t')]],
  ['two records in one line', (line) => [line + line]],
  ['CRLF after a record', (line) => [`${line}\r`]],
  ['CR for a line break', (line) => [`${line}\r${line}`]],
];

function* pollutedLines(): Iterable<Polluted> {
  for (const [kind, lines] of lineKinds)
    for (const row of rows.keys())
      yield { kind, where: `row ${row + 1}`, bytes: file(clean.toSpliced(row + 1, 1, ...lines(clean[row + 1]!))) };
}

function* pollutedHeaders(): Iterable<Polluted> {
  const kinds: readonly (readonly [string, (name: string) => string])[] = [
    ['a column without a name', () => ''],
    ['a column of another name', (name) => `${name}_2`],
    ['a column name in capitals', (name) => name.toUpperCase()],
    ['a column name in quotes', (name) => `"${name}"`],
    ['a space after a column name', (name) => `${name} `],
    ['a column name twice', () => 'order_id'],
  ];
  for (const [kind, rename] of kinds)
    for (const [at, name] of columns.entries())
      if (rename(name) !== name)
        yield {
          kind,
          where: name,
          bytes: file(clean.with(0, columns.map((one, i) => (i === at ? rename(one) : one)).join(','))),
        };
  for (let at = 0; at + 1 < columns.length; at++) {
    const swapped = columns.toSpliced(at, 2, columns[at + 1]!, columns[at]!);
    yield {
      kind: 'two names in each other’s place',
      where: columns[at]!,
      bytes: file(clean.with(0, swapped.join(','))),
    };
    const lines = [swapped, ...rows.map((cells) => cells.toSpliced(at, 2, cells[at + 1]!, cells[at]!))];
    yield {
      kind: 'two columns in each other’s place',
      where: columns[at]!,
      bytes: file(lines.map((cells) => record(cells))),
    };
    yield {
      kind: 'a name too few',
      where: columns[at]!,
      bytes: file(clean.with(0, columns.toSpliced(at, 1).join(','))),
    };
    yield {
      kind: 'a name too many',
      where: columns[at]!,
      bytes: file(clean.with(0, columns.toSpliced(at, 0, 'more' as Column).join(','))),
    };
    const further = [columns.toSpliced(at, 0, 'more' as Column), ...rows.map((cells) => cells.toSpliced(at, 0, 'x'))];
    yield { kind: 'a column more', where: columns[at]!, bytes: file(further.map((cells) => record(cells))) };
  }
  for (const [kind, lines] of [
    ['no header', []],
    ['a title above the header', ['Sales of November', clean[0]!]],
    ['an empty line above the header', ['', clean[0]!]],
    ['a header of two lines', [clean[0]!, columns.map(() => 'text').join(',')]],
    ['a comment above the header', ['# till 4', clean[0]!]],
  ] as const)
    yield { kind, where: 'header', bytes: file(clean.toSpliced(0, 1, ...lines)) };
}

const utf16 = (text: string, swap: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};

function* pollutedFiles(): Iterable<Polluted> {
  const text = file(clean).toString();
  const written = (delimiter: string, quote = '"'): Buffer =>
    file([columns, ...rows].map((cells) => record(cells, delimiter, quote)));
  const whole: readonly (readonly [string, string, Buffer])[] = [
    ['a byte order mark', 'utf-8', Buffer.from(`\uFEFF${text}`)],
    ['another encoding', 'utf-16le, with its mark', utf16(text, false)],
    ['another encoding', 'utf-16be, with its mark', utf16(text, true)],
    ['another encoding', 'utf-16le, without its mark', Buffer.from(text, 'utf16le')],
    ['another encoding', 'latin1', Buffer.from(text, 'latin1')],
    ['other line breaks', 'CRLF', file(clean, '\r\n')],
    ['other line breaks', 'CR', file(clean, '\r')],
    ['other line breaks', 'CR CR LF', file(clean, '\r\r\n')],
    ['no line break at the end', 'end', Buffer.from(clean.join('\n'))],
    ...[';', '\t', '|', ', ', '::'].map(
      (mark) => ['another separator in all places', JSON.stringify(mark), written(mark)] as const,
    ),
    ...["'", '`'].map((mark) => ['another quote', mark, written(',', mark)] as const),
    [
      'every field in quotes',
      'all',
      file([columns, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))),
    ],
    ['every line in quotes', 'all', file(clean.map((line) => `"${line.replaceAll('"', '""')}"`))],
    ['the file twice', 'all', Buffer.from(text + text)],
    ['nothing', 'an empty file', Buffer.alloc(0)],
    ['nothing', 'a line break', Buffer.from('\n')],
    ['the header alone', 'all', file(clean.slice(0, 1))],
    [
      'another format',
      'HTML',
      Buffer.from(`<html><body><table><tr><td>${clean.join('</td></tr><tr><td>')}</td></tr></table></body></html>`),
    ],
    ['another format', 'JSON', Buffer.from(JSON.stringify(rows))],
    ['another format', 'noise', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 167 + (i >> 3) * 31) % 256))],
  ];
  for (const [kind, where, bytes] of whole) yield { kind, where, bytes };
  const bytes = file(clean);
  for (let at = 97; at < bytes.length; at += 7)
    yield { kind: 'a file that is cut off', where: `byte ${at}`, bytes: bytes.subarray(0, at) };
  for (let at = 97; at < bytes.length; at += 7)
    yield {
      kind: 'a byte that is no UTF-8',
      where: `byte ${at}`,
      bytes: Buffer.concat([bytes.subarray(0, at), Buffer.of(0xff), bytes.subarray(at)]),
    };
  for (const [row, length] of [
    [2, 100_000],
    [5, 3_000_000],
  ] as const)
    yield {
      kind: 'a field that is very long',
      where: `row ${row + 1}`,
      bytes: withLine(row, withField(row, 8, 'x'.repeat(length))),
    };
}

/** Every polluted file, in an order that does not change. */
export const pollutedFilesOfAllKinds = (): Polluted[] => [
  ...pollutedCells(),
  ...pollutedSeparators(),
  ...pollutedLines(),
  ...pollutedHeaders(),
  ...pollutedFiles(),
];
