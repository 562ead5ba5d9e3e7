import { plainWords } from '../../sources/headers/words.ts';

const joined = (text: string, other: RegExp): string =>
  text
    .toLowerCase()
    .replaceAll(other, '_')
    .replaceAll(/^_+|_+$/g, '');

/** The name of a source for a file, unlike those taken: `Pedidos 2024.csv.gz` → `pedidos_2024`. */
export function sourceName(file: string, taken: readonly string[]): string {
  const base = file.replace(/(\.(csv|txt|tsv|gz))+$/i, '');
  const plain = joined(base.normalize('NFKD').replaceAll(/\p{M}/gu, ''), /[^a-z0-9]+/g);
  const name = /^[a-z]/.test(plain) ? plain : plain === '' ? 'source' : `source_${plain}`;
  for (let i = 2; ; i++) {
    const candidate = taken.includes(name) ? `${name}_${i}` : name;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** The name of an attribute for a header: `MaritalStatus` → `marital_status`. */
export const attributeName = (header: string): string => plainWords(header).join('_');

/** The name of a pipeline for the folder it is in. */
export const pipelineName = (folder: string): string =>
  joined(folder.normalize('NFKD').replaceAll(/\p{M}/gu, ''), /[^a-z0-9]+/g).replaceAll('_', '-') || 'nightly';
