import { describe, expect, it } from 'vitest';
import { formatFor, type Format, type PluralForms } from '../../src/text/format.ts';
import { messagesFor, spokenLanguages } from '../../src/text/messages.ts';
import { plain, type Phrase } from '../../src/text/phrase.ts';
import { sampleArguments, someText } from './sample-arguments.ts';

const samples = sampleArguments();

/** The language with one sign for every figure, so that words alone are compared; what it says in the plural is noted. */
function wordsOf(tag: string): { said: (path: string, given: readonly unknown[]) => string; forms: PluralForms[] } {
  const format = formatFor(tag, 'EUR');
  const forms: PluralForms[] = [];
  const plural: Format['plural'] = (value, given) => {
    forms.push(given);
    return format.plural(value, given);
  };
  const figures = (Object.keys(format) as (keyof Format)[]).map((key) => [
    key,
    typeof format[key] === 'function' ? () => '#' : format[key],
  ]);
  const messages = messagesFor({
    ...(Object.fromEntries(figures) as Format),
    plural,
    count: (value, given) => `# ${plural(value, given)}`,
    list: (items) => items.join(', '),
    either: (items) => items.join(', '),
    listParts: (items) => items.map((value) => ({ type: 'element', value })),
    moneyLike: () => () => '#',
  });
  const said = (path: string, given: readonly unknown[]): string => {
    const tell = path.split('.').reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], messages);
    return textOf((tell as (...all: unknown[]) => unknown)(...given));
  };
  return { said, forms };
}

/** All that a text says, of sentences, labels, and lists of them. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return textOf((value as (...all: unknown[]) => unknown)(someText, 7, 7));
  if (typeof value !== 'object' || value === null) return '';
  const isPhrase =
    Array.isArray(value) && value.every((part) => typeof part === 'string' || 'kind' in (part as object));
  return isPhrase ? plain(value as Phrase) : Object.values(value).map(textOf).join(' · ');
}

/** Every three words in a row; what is called the same everywhere, such as `marts.customer_profit` and commands, is no word. */
function triples(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/"bezero [^"]+"|\S+_\S+/g, '·')
      .match(/[\p{L}’']{2,}/gu) ?? [];
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}

/** What may be said as in the general plural: Spanish verbs of millions, Basque nouns behind a figure, Hebrew pairs that are written in digits. */
const asOther: Readonly<Record<string, Intl.LDMLPluralRule>> = { es: 'many', eu: 'one', he: 'two' };

const english = wordsOf('en');
const others = spokenLanguages.filter((tag) => tag !== 'en');

it('the samples reach every text that is told of something', () => {
  expect(samples.size).toBeGreaterThan(200);
  for (const [path, choices] of samples) expect(choices.length, path).toBeGreaterThan(0);
});

describe.each(others)('what the texts in %s make of figures and names', (tag) => {
  const { said, forms } = wordsOf(tag);
  const told = [...samples].flatMap(([path, choices]) =>
    choices.map((given) => [path, given, said(path, given)] as const),
  );

  it('is not English, whatever they are given', () => {
    const untranslated = told.flatMap(([path, given, text]) => {
      const own = new Set(triples(text));
      return triples(english.said(path, given))
        .filter((three) => own.has(three))
        .map((three) => `${path}: ${three}`);
    });
    expect([...new Set(untranslated)]).toEqual([]);
  });

  it('holds nothing that is not defined', () => {
    expect(told.filter(([, , text]) => /undefined|NaN|\[object/.test(text)).map(([path]) => path)).toEqual([]);
  });

  it('has each plural form that the language needs, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    const wrong = forms.filter(
      (given) =>
        given.other !== someText &&
        (pluralCategories.some((form) => !(form in given) && form !== asOther[tag]) ||
          Object.keys(given).some((form) => !(pluralCategories as string[]).includes(form))),
    );
    expect(forms.length).toBeGreaterThan(100);
    expect([...new Set(wrong.map((given) => JSON.stringify(given)))]).toEqual([]);
  });
});
