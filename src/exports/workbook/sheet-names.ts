import { wholeWords } from '../../text/whole-words.ts';

/** What Excel takes at most, in UTF-16 code units. */
const longest = 31;

/** Cuts between words, or between characters where that would leave less than half. */
function cut(text: string, length: number): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > length) break;
    short += character;
  }
  return wholeWords(text, short).trim();
}

/** A name that Excel takes: without `: \ / ? * [ ]` and what cannot be seen, no apostrophe at its ends, and not `History`. */
function allowed(text: string): string {
  const seen = text
    .replace(/[:\\/?*[\]\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '');
  const short = cut(seen, longest).replace(/[\s']+$/, '');
  if (short === '') return 'Sheet';
  return short.toLowerCase() === 'history' ? `${short} 1` : short;
}

/** Names of sheets for what they are called, none twice, upper and lower case alike: a number is added. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const first = allowed(title);
    let name = first;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${cut(first, longest - ` (${n})`.length)} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}
