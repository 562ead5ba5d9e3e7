import { describe, expect, it } from 'vitest';
import { spokenWords } from '../../src/exports/spoken.sql.ts';
import { rfmSegments } from '../../src/models/rfm/segments.ts';
import { relationsOf } from '../../src/sql/relation.ts';
import { formatFor } from '../../src/text/format.ts';
import { languageOf, messagesFor, spokenLanguages } from '../../src/text/messages.ts';
import { plain, type Phrase } from '../../src/text/phrase.ts';
import { remark, sayRemark } from '../../src/text/remark.ts';

const { t: english } = languageOf('en', 'EUR');
const others = spokenLanguages.filter((tag) => tag !== 'en');

const isPhrase = (value: unknown): value is Phrase => Array.isArray(value);

/** Every text by its path: a string, a sentence, or a function that makes one. */
function textsOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value === 'object' && value !== null && !isPhrase(value))
    return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
  return [[path, value]];
}

/** Words of the data in the language of the reader: English says them as they are. */
const ofTheData = /^(rfm\.names|spread\.priorityReasons)\./;

/** Plural forms are those of the language. */
const forms = /\.(zero|one|two|few|many|other)$/;

const pathsOf = (of: unknown): string[] =>
  [...new Set(textsOf(of).map(([path]) => path.replace(forms, '')))].filter((path) => !ofTheData.test(path)).sort();

/** What is the same in some languages: signs, abbreviations, words of Latin and Greek. */
const short = /^[^\p{L}]*$|^\p{L}{0,3}$/u;

describe.each(others)('the texts in %s', (tag) => {
  const { t } = languageOf(tag, 'EUR');

  it('are all there', () => {
    expect(pathsOf(t)).toEqual(pathsOf(english));
  });

  it('are not English', () => {
    const own = new Map(textsOf(t));
    const told = (value: unknown): string | null =>
      typeof value === 'string' ? value : isPhrase(value) ? plain(value) : null;
    const left = textsOf(english).filter(([path, value]) => {
      const text = told(value);
      return text !== null && !short.test(text) && told(own.get(path)) === text;
    });
    // Words that are the same in both, such as "Total".
    const words = (of: unknown): number => told(of)!.match(/\p{L}{2,}/gu)!.length;
    expect(left.filter(([, value]) => words(value) > 2).map(([path]) => path)).toEqual([]);
    expect(left.length).toBeLessThan(30);
  });

  it('have words for the RFM segments and for every reason of account priority', () => {
    expect(Object.keys(t.rfm.names).sort()).toEqual(rfmSegments.map(({ segment }) => segment).sort());
    const priority = relationsOf('marts').find(({ id }) => id === 'marts.account_priority')!;
    const [reasons] = /case\s+when value_to_come <= 0.*?end as reason/s.exec(priority.text)!;
    const said = [...reasons.matchAll(/(?:then|else) '([^']+)'/g)].map(([, reason]) => reason!);
    expect(said.length).toBeGreaterThan(5);
    expect(Object.keys(t.spread.priorityReasons).sort()).toEqual(said.sort());
  });

  it('explain the columns of files for people without words that the files do not have', () => {
    const stored = Object.entries(spokenWords(tag)).flatMap(([column, words]) =>
      Object.entries(words)
        .filter(([one, word]) => one !== word)
        .map(([one]) => [column, one] as const),
    );
    expect(stored.length).toBeGreaterThan(20);
    expect(stored.filter(([column, one]) => t.columns[column]?.match(/[\p{L}\p{N}_]+/gu)?.includes(one))).toEqual([]);
  });

  it('tell the day that a remark is of as they tell every day', () => {
    const { f } = languageOf(tag);
    const said = sayRemark(t, {
      ...remark('noHoldout'),
      model: 'clv',
      learntUpTo: '2026-01-04',
      pastDay: '2026-02-05',
    });
    expect(said).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    for (const day of ['2026-01-04', '2026-02-05']) expect(said).toContain(f.day(day));
  });

  it('have a plural form for every number', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    for (const [noun, words] of Object.entries(t.nouns))
      expect(
        Object.keys(words).filter((form) => !(pluralCategories as string[]).includes(form)),
        noun,
      ).toEqual([]);
  });

  it('write no figure, sign of percent or currency of their own', () => {
    const written = textsOf(t).flatMap(([path, value]) =>
      typeof value === 'function' ? [[path, String(value)] as const] : [],
    );
    expect(written.filter(([, code]) => /\}\s?%|%\$\{|€\d|\}\s?€/.test(code)).map(([path]) => path)).toEqual([]);
  });
});

it('a region says how figures are written, not what is said', () => {
  expect(spokenLanguages).toContain('en');
  const mexican = formatFor(others.includes('es') ? 'es-MX' : 'en-US', 'EUR');
  expect(messagesFor(mexican).page.sections).toEqual(languageOf(others.includes('es') ? 'es' : 'en').t.page.sections);
});
