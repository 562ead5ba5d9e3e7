/** A name that people give to a segment or an audience has at most so many characters. */
export const longestName = 60;

/** A name without what people do not see as a difference. */
export const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Names that people would take for one another. */
export const isSameName = (one: string, other: string): boolean => plainName(one) === plainName(other);

/** What cannot stand in a name, the first that is found. Joiners of letters and of pictures can: some scripts are not written without. */
const refused: readonly (readonly [RegExp, string])[] = [
  [/[\n\v\f\r\u0085\u2028\u2029]/u, 'a line break'],
  [/\p{Cc}/u, 'a control character'],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, 'a mark that turns the direction of the text around it'],
  [
    /[\p{Co}\p{Cn}\p{Cs}\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u,
    'a character that is not seen',
  ],
];

/** A text without what turns the direction of the text behind it; marks that only stand between two characters stay. */
export const withoutTurning = (text: string): string => text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, '');

/** Characters that a message shows by their code alone. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;

const codeOf = (character: string): string => character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');

/** A text with what is not seen, or turns the text around it, as codes: `a\u202Eb`. */
export const withoutUnseen = (text: string): string =>
  text.replaceAll(unseen, (character) => `\\u${codeOf(character)}`);

/**
 * What is wrong with the characters of a name, as a rule that it breaks; null: nothing. A name is one line of characters that are seen, in the
 * order in which they stand; any punctuation may be among them: whoever shows a name escapes it.
 */
export function nameProblem(name: string): string | null {
  for (const [pattern, what] of refused) {
    const found = pattern.exec(name)?.[0];
    if (found !== undefined)
      return `must be one line of characters that can be seen; it holds ${what} (U+${codeOf(found)})`;
  }
  return null;
}
