import { join, literal, sql, type Sql } from '../sql/sql.ts';
import { baseOf, languageOf } from '../text/messages.ts';

/** For columns that hold words of ours: what is stored → what people read. */
export type SpokenWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The words of files for people in a language. English says what is stored, but for weekdays. */
export function spokenWords(language = 'en'): SpokenWords {
  const { t, f } = languageOf(language);
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((place) => [String(place), f.weekday(place)]);
  const best_weekday = Object.fromEntries(weekdays) as Readonly<Record<string, string>>;
  if (baseOf(language) === 'en') return { best_weekday };
  return {
    best_weekday,
    best_channel: t.channels,
    rfm_segment: t.rfm.names,
    usage_class: t.status.classes,
    lifecycle: t.status.classes,
    priority_reason: t.spread.priorityReasons,
    how: t.audiences.how,
  };
}

/** The value of a column as people read it; what has no word of theirs stays as it is. */
export function spokenSql(words: SpokenWords, column: string, value: Sql): Sql {
  const said = words[column];
  if (said === undefined) return value;
  const stored = sql`cast(${value} as varchar)`;
  const cases = Object.entries(said).map(([one, word]) => sql`when ${literal(one)} then ${literal(word)}`);
  return sql`case ${stored} ${join(cases, ' ')} else ${stored} end`;
}
