import { ConfigError } from '../errors.ts';
import { english } from './en/index.ts';
import type { Format } from './format.ts';

/** Every text that people read, by the part of the report it belongs to. A language that lacks one does not compile. */
export type Messages = ReturnType<typeof english>;

/** A term that the report defines. */
export type TermId = keyof Messages['terms'];

const languages: Readonly<Record<string, (format: Format) => Messages>> = { en: english };

/** Every language that has texts, as its BCP 47 code. */
export const languageCodes: readonly string[] = Object.keys(languages);

/** The texts of the language of a format, which writes their figures; refuses a language that has none. */
export function messagesFor(format: Format): Messages {
  const language = format.locale.split('-')[0]!;
  const messages = languages[language];
  if (messages === undefined) {
    throw new ConfigError(`locale must be one of ${Object.keys(languages).join(', ')}; got "${format.locale}"`);
  }
  return messages(format);
}
