import { synonyms } from './synonyms.ts';
import { fillers, things, type Thing } from './things.ts';

/** A header as plain words: `OrderDate` → `order date`, `Código_Postal` → `codigo postal`. */
export function plainWords(header: string): string[] {
  return header
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’"״׳]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A header without words that say nothing, and what it is about. */
export interface HeaderWords {
  /** All words: `customer name`. */
  readonly phrase: string;
  /** By thing that it names, the rest: customer → `name`. */
  readonly without: Readonly<Partial<Record<Thing, string>>>;
}

/** Reads a header: `Nombre del cliente` → `nombre cliente`, and `nombre` of the customer. */
export function readHeaderWords(header: string): HeaderWords {
  const words = plainWords(header).filter((word) => !fillers.includes(word));
  const without: Partial<Record<Thing, string>> = {};
  for (const thing of Object.keys(things) as Thing[]) {
    const apart = glued(words, thing);
    const rest = apart.filter((word) => !things[thing].includes(word));
    if (rest.length < apart.length) without[thing] = rest.join(' ');
  }
  return { phrase: words.join(' '), without };
}

const vocabulary = new Set(
  Object.values(synonyms).flatMap((table) => Object.values(table).flatMap(({ words }) => words)),
);

/** Splits words that are written together: `kundennummer` → `kunden nummer`, `customerid` → `customer id`. */
function glued(words: readonly string[], thing: Thing): string[] {
  return words.flatMap((word) => {
    const start = things[thing].find((name) => word.startsWith(name) && vocabulary.has(word.slice(name.length)));
    return start === undefined ? [word] : [start, word.slice(start.length)];
  });
}
