import { literal, raw, sql, type Sql } from '../../sql/sql.ts';

/** White space of every script, and marks that nobody sees, such as those of direction. */
const unseen = '[\\s\\p{Z}\\p{Cf}]';

const without = (text: Sql, pattern: string): Sql => sql`regexp_replace(${text}, ${literal(pattern)}, '', 'g')`;

/** One form of every letter, whether its accent came with it or behind it, in lower case. */
const lowered = (text: Sql): Sql => sql`lower(nfc_normalize(${text}))`;

/** In lower case, without any white space. */
export const squeezed = (text: Sql): Sql => without(lowered(text), unseen);

/** In lower case, letters and digits of every script alone, words apart by one space. */
export const words = (text: Sql): Sql =>
  sql`trim(regexp_replace(${without(lowered(text), `[^\\p{L}\\p{M}\\p{N}\\s\\p{Z}]`)}, ${literal('[\\s\\p{Z}]+')}, ' ', 'g'))`;

/** In lower case, letters of every script alone: `San Sebastián` → `sansebastián`. */
export const letters = (text: Sql): Sql => without(lowered(text), '[^\\p{L}\\p{M}]');

/** In lower case, letters and digits alone: `CR0 9ZZ` → `cr09zz`. */
export const lettersAndDigits = (text: Sql): Sql => without(lowered(text), '[^\\p{L}\\p{M}\\p{N}]');

/** An address in lower case, without white space; null where it is none. */
export const emailAddress: Sql = sql`case
  when regexp_full_match(${squeezed(raw('email'))}, ${literal('[^@]+@[^@.]+(\\.[^@.]+)+')}) then ${squeezed(raw('email'))} end`;

/** A zero in brackets behind the country, `+44 (0)20`, is dialled only within it. */
const dialled = sql`regexp_replace(${without(without(raw('phone'), '\\(0\\)'), '[\\s\\p{Z}\\p{Cf}\\p{Pd}().·/]')}, '^00', '+')`;

/**
 * A number in E.164: `+34600123456`. It may be written with spaces, dots, hyphens, slashes and brackets, and with 00 for the plus. Without
 * its country nobody knows whose number it is; with letters it is not known whole: null.
 */
export const e164: Sql = sql`case when regexp_full_match(${dialled}, ${literal('\\+[1-9][0-9]{6,14}')}) then ${dialled} end`;

/** ISO 3166-1 alpha-2 in capitals; null where it has not that form. */
export const countryCode: Sql = sql`case when regexp_full_match(trim(country), '[A-Za-z]{2}') then upper(trim(country)) end`;

/**
 * The given name or the family's. Where no column tells, the name does if it has two words, given name first, or one comma:
 * `López Vázquez, Sofía`. Where the given name ends among three words nobody knows: null.
 */
export function namePart(part: 'first_name' | 'last_name'): Sql {
  const [ofTwo, atComma] = part === 'first_name' ? [1, 2] : [2, 1];
  const found = (pattern: string, group: number): Sql =>
    sql`nullif(regexp_extract(trim(name), ${literal(pattern)}, ${raw(String(group))}), '')`;
  const word = '([^\\s\\p{Z},]+)';
  return sql`coalesce(nullif(trim(${raw(part)}), ''), ${found(`^${word}[\\s\\p{Z}]+${word}$`, ofTwo)},
    ${found('^([^,]*[^\\s,])\\s*,\\s*([^,]+)$', atComma)})`;
}
