import { join, literal, sql, type Sql } from '../sql/sql.ts';
import { baseOf, languageOf } from '../text/messages.ts';

/** For columns that hold words of ours: what is stored → what people read. */
export type SpokenWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The words of files for people in a language. English says what is stored. */
export function spokenWords(language = 'en'): SpokenWords {
  if (baseOf(language) === 'en') return {};
  const { t } = languageOf(language);
  return {
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
  const cases = Object.entries(said).map(([stored, word]) => sql`when ${literal(stored)} then ${literal(word)}`);
  return sql`case ${value} ${join(cases, ' ')} else ${value} end`;
}
