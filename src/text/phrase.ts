import type { Format } from './format.ts';

/** A part of a sentence that stands out: a `figure`, or a `name` that comes from the data and is kept apart from its neighbours. */
export interface Highlight {
  readonly kind: 'figure' | 'name';
  readonly text: string;
}

/** A sentence as parts, so that a page can set figures and names off without any mark-up in the text. */
export type Phrase = readonly (string | Highlight)[];

/** A figure that a sentence is about. */
export const figure = (text: string): Highlight => ({ kind: 'figure', text });

/** A name out of the data: it may be written in another direction than the sentence, or hold any character. */
export const named = (text: string): Highlight => ({ kind: 'name', text });

/** Builds a phrase: `` phrase`We know ${figure('1,204')} customers.` ``; phrases in holes are spliced in. */
export function phrase(strings: TemplateStringsArray, ...holes: readonly (string | Highlight | Phrase)[]): Phrase {
  return strings.flatMap((text, i): Phrase => {
    const hole = holes[i];
    if (hole === undefined) return text === '' ? [] : [text];
    return [...(text === '' ? [] : [text]), ...(Array.isArray(hole) ? (hole as Phrase) : [hole as string | Highlight])];
  });
}

/** The phrase as plain text, for labels and descriptions. */
export const plain = (parts: Phrase): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** Several phrases as a list: `a, b and c`. */
export function listed(f: Pick<Format, 'listParts'>, items: readonly Phrase[]): Phrase {
  let next = 0;
  return f
    .listParts(items.map(plain))
    .flatMap(({ type, value }): Phrase => (type === 'element' ? items[next++]! : [value]));
}
