import { describe, expect, it } from 'vitest';
import { dateFormatsOf, swapped } from '../../../src/commands/init/dates.ts';
import { detectEncoding } from '../../../src/commands/init/encoding.ts';
import { findStyle, stylesOf } from '../../../src/commands/init/numbers.ts';
import { attributeName, pipelineName, sourceName } from '../../../src/commands/init/names.ts';
import { plainWords, readHeaderWords } from '../../../src/sources/headers/words.ts';

describe('dateFormatsOf(values)', () => {
  it.each([
    [['2026-11-21', '2026-01-02T03:04:05Z'], ['iso']],
    [['21/11/2026', '01/02/2026'], ['%d/%m/%Y']],
    [['11/21/2026', '1/2/2026'], ['%m/%d/%Y']],
    [
      ['01/02/2026', '03/04/2026'],
      ['%d/%m/%Y', '%m/%d/%Y'],
    ],
    [['21.11.2026'], ['%d.%m.%Y']],
    [['21-11-26 9:05'], ['%d-%m-%y %H:%M']],
    [['20261121'], ['%Y%m%d']],
    [['11/21/2026 9:05 PM'], ['%m/%d/%Y %I:%M %p']],
    [['5 Jan 2026', '21 nov 2026'], ['%d %b %Y']],
    [['January 5, 2026'], ['%B %d, %Y']],
    [['2026/11/21 10:00:00'], ['%Y/%m/%d %H:%M:%S']],
  ])('%j', (values, formats) => {
    expect(dateFormatsOf(values)).toEqual(formats);
  });

  it.each([
    [['30/02/2026']],
    [['2026-02-30']],
    [['0001-01-01']],
    [['21/11/2026', 'soon']],
    [['20261341']],
    [['12345']],
    [['25/12/2026 25:00']],
    [[]],
  ])('finds none in %j', (values) => {
    expect(dateFormatsOf(values)).toEqual([]);
  });

  it('knows which formats can be mistaken', () => {
    expect(swapped('%d/%m/%Y %H:%M')).toBe('%m/%d/%Y %H:%M');
    expect(swapped('%Y-%m-%d')).toBeNull();
    expect(swapped('%d.%m.%Y')).toBe('%m.%d.%Y');
  });
});

describe('findStyle(columns)', () => {
  const find = (...columns: readonly (readonly string[])[]) => {
    const { style, rival } = findStyle(columns.map((values) => ({ values, styles: stylesOf(values) })));
    return [style.decimal, style.thousands, rival?.decimal ?? null];
  };

  it.each([
    ['decimal points', [['1', '2.5', '-3.25']], ['.', '', null]],
    ['decimal commas', [['1', '2,5'], ['7']], [',', '', null]],
    ['both marks', [['1.234,50', '2']], [',', '.', null]],
    ['both marks, the other way', [['1,234.50']], ['.', ',', null]],
    ['spaces', [['1 234,5']], [',', ' ', null]],
    ['narrow spaces that do not break', [['1\u202f234,5']], [',', '\u202f', null]],
    ['whole numbers', [['1', '1200']], ['.', '', null]],
    ['a mark that may mean either', [['1,234', '12,345']], [',', '', '.']],
    ['a mark that another column explains', [['1,234', '12,345'], ['2,5']], [',', '', null]],
    ['zero before a mark, which is no thousand', [['0,234']], [',', '', null]],
  ])('%s', (_, columns, style) => {
    expect(find(...columns)).toEqual(style);
  });
});

describe('detectEncoding(bytes)', () => {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  it.each([
    ['plain', Buffer.from('a,b\n1,2\n'), 'utf-8', true],
    ['UTF-8 cut inside a character', Buffer.from('niño').subarray(0, 3), 'utf-8', true],
    ['a byte order mark', Buffer.from('\ufeffa;b'), 'utf-8', true],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('a;b')]), 'utf-16le', true],
    ['UTF-16 without', utf16('name;city\nAne;Bilbo'), 'utf-16le', true],
    ['Western', Buffer.from('Nombre;Jos\xe9 Mu\xf1oz;Begon\xf1a', 'latin1'), 'windows-1252', false],
    ['Hebrew', Buffer.from('id;\xf9\xec\xe5\xed;\xf2\xe5\xec\xed', 'latin1'), 'windows-1255', false],
    ['Cyrillic', Buffer.from('id;\xcc\xee\xf1\xea\xe2\xe0;\xca\xe8\xe5\xe2', 'latin1'), 'windows-1251', false],
  ])('%s', (_, bytes, label, sure) => {
    expect(detectEncoding(bytes)).toEqual({ label, sure });
  });
});

describe('headers as words', () => {
  it.each([
    ['OrderDate', 'order date', 'order', 'date'],
    ['Nombre del Cliente', 'nombre cliente', 'customer', 'nombre'],
    ['Código_Postal', 'codigo postal', 'customer', undefined],
    ['Kundennummer', 'kundennummer', 'customer', 'nummer'],
    ['bezeroaren izena', 'bezeroaren izena', 'customer', 'izena'],
    ['מספר לקוח', 'מספר לקוח', 'customer', 'מספר'],
    ['N° de commande', 'n commande', 'order', 'n'],
    ['customers', 'customers', 'customer', undefined],
  ] as const)('%s', (header, phrase, thing, rest) => {
    const words = readHeaderWords(header);
    expect([words.phrase, words.without[thing]]).toEqual([phrase, rest]);
  });

  it('has words alone, without accents, case and camels', () => {
    expect(plainWords('dtCustomer_IDÑandú2 (€)')).toEqual(['dt', 'customer', 'idnandu2']);
  });
});

describe('names', () => {
  it('are such that a pipeline takes them', () => {
    expect(sourceName('Pedidos 2024.csv.gz', [])).toBe('pedidos_2024');
    expect(sourceName('2024.txt', [])).toBe('source_2024');
    expect(sourceName('הזמנות.csv', [])).toBe('source');
    expect(sourceName('a.csv', ['a', 'a_2'])).toBe('a_3');
    expect(attributeName('NumWebVisits / Month')).toBe('num_web_visits_month');
    expect(pipelineName('Mi Tienda')).toBe('mi-tienda');
    expect(pipelineName('חנות')).toBe('nightly');
  });
});
