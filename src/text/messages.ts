import { ConfigError } from '../errors.ts';
import { english, type Messages } from './en/index.ts';
import { spanish } from './es/index.ts';
import { basque } from './eu/index.ts';
import { formatFor, type Format } from './format.ts';
import { hebrew } from './he/index.ts';

export type { Messages } from './en/index.ts';

/** A term that the report defines. */
export type TermId = keyof Messages['terms'];

/** The languages that a release can speak, by the first part of their tags. */
const languages: Readonly<Record<string, (format: Format) => Messages>> = {
  en: english,
  es: spanish,
  eu: basque,
  he: hebrew,
};

/** Their tags. */
export const spokenLanguages: readonly string[] = Object.keys(languages);

/** The language of a tag, without its region: `es-MX` → `es`. */
export const baseOf = (tag: string): string => tag.split('-')[0]!;

/** Whether a release can speak a language: `es`, `es-MX`. */
export const isSpoken = (tag: string): boolean => spokenLanguages.includes(baseOf(tag));

/** The texts of the language of a format, which writes their figures; refuses a language that has none. */
export function messagesFor(format: Format): Messages {
  const messages = languages[baseOf(format.locale)];
  if (messages === undefined) {
    throw new ConfigError(`language must be one of ${spokenLanguages.join(', ')}; got "${format.locale}"`);
  }
  return messages(format);
}

/** A language with its texts and its figures. */
export interface Language {
  readonly t: Messages;
  readonly f: Format;
}

/** The language of a tag, with amounts in a currency (left out where there are none). */
export function languageOf(tag: string, currency?: string): Language {
  const f = formatFor(tag, currency);
  return { t: messagesFor(f), f };
}
