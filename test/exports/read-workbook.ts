import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive as text, by path. Source: APPNOTE.TXT, 4.3: the central directory at its end says where they are. */
export function unzip(file: string): Map<string, string> {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const found = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const path = bytes.toString('utf8', at + 46, at + 46 + name);
    found.set(path, inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return found;
}

/** A cell as a spreadsheet takes it. */
export interface ReadCell {
  readonly kind: 'text' | 'number';
  readonly style: number;
  readonly text: string;
}

/** What Excel makes of `_x005F_` and its like. */
const decoded = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const cellPattern =
  /<c r="([A-Z]+\d+)"(?: t="(\w+)")?(?: s="(\d+)")?>(?:<v>([^<]*)<\/v>|<is><t xml:space="preserve">([^<]*)<\/t><\/is>)<\/c>/g;

/** The cells of a sheet; throws where something is between them that is no such cell. */
function cellsOf(xml: string): Map<string, ReadCell> {
  const data = /<sheetData>(.*)<\/sheetData>/s.exec(xml)![1]!;
  const rest = data.replace(cellPattern, '').replace(/<row r="\d+">|<\/row>/g, '');
  if (rest !== '') throw new Error(`not a cell: ${rest.slice(0, 200)}`);
  return new Map(
    [...data.matchAll(cellPattern)].map(([, place, type, style, value, text]) => [
      place!,
      {
        kind: type === 'inlineStr' ? 'text' : 'number',
        style: Number(style ?? 0),
        text: decoded(unescaped(text ?? value!)),
      },
    ]),
  );
}

/** A sheet with its name and its cells by their place: `A1`. */
export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  readonly cells: ReadonlyMap<string, ReadCell>;
}

/** The sheets of a workbook, in order. */
export function readWorkbook(file: string): ReadSheet[] {
  const parts = unzip(file);
  const names = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]*)"/g)];
  return names.map(([, name], i) => {
    const xml = parts.get(`xl/worksheets/sheet${i + 1}.xml`)!;
    return { name: unescaped(name!), xml, cells: cellsOf(xml) };
  });
}

/** The records of a sheet of customers, by header. */
export function recordsOfSheet({ cells }: ReadSheet): Record<string, string>[] {
  const headers = new Map(
    [...cells].filter(([place]) => /^[A-Z]+1$/.test(place)).map(([place, { text }]) => [place.slice(0, -1), text]),
  );
  const records = new Map<number, Record<string, string>>();
  for (const [place, { text }] of cells) {
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(place)!;
    if (row === '1') continue;
    records.set(Number(row), { ...records.get(Number(row)), [headers.get(column!)!]: text });
  }
  return [...records.values()];
}
