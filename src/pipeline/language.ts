import type { Engine } from '../engine/engine.ts';
import { name, sql } from '../sql/sql.ts';
import { languageOf, type Language } from '../text/messages.ts';

const setting: readonly string[] = ['warehouse', 'setting'];

/** The tag of the language that a release tells of its segments in; those of before there were others spoke English. */
export async function tagOf(engine: Engine, table = setting): Promise<string> {
  const columns = await engine.check(sql`select * from ${name(...table)}`);
  if (!columns.some((column) => column.name === 'language')) return 'en';
  const [row] = await engine.rows(sql`select language from ${name(...table)}`, { language: 'text' }, 1);
  return row!.language;
}

/** The language of the pipeline, amounts in its currency. */
export async function readLanguage(engine: Engine): Promise<Language> {
  const [row] = await engine.rows(sql`select currency from ${name(...setting)}`, { currency: 'text' }, 1);
  return languageOf(await tagOf(engine), row!.currency);
}
