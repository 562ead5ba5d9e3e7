import type { Engine } from '../../engine/engine.ts';
import { columnTypes, kindOf } from '../../models/feature-set.ts';
import { relationName } from '../../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { formatFor } from '../../text/format.ts';
import { common } from '../init/things.ts';
import { plainWords, readHeaderWords } from '../init/words.ts';
import { count } from '../words.ts';

/** With fewer values, measures differ from row to row by chance. */
const fewest = 10;

/** From this share of its values on, a column of texts has another one in nearly every row. */
const nearlyAll = 0.9;

/** Whole numbers that differ are numbered through where at least every second one from the lowest to the highest is there. */
const density = 2;

/** Whole numbers below it are told apart as doubles: 2⁵³. */
const exact = 2 ** 53;

const f = formatFor('en');

/** Whether a header is that of an identifier: `id`, `order_no`, `Kundennummer`. */
function isIdName(header: string): boolean {
  const last = plainWords(header).at(-1) ?? '';
  const rests = Object.values(readHeaderWords(header).without);
  return [last, ...rests].some((word) => common.id.includes(word));
}

interface Looked {
  readonly header: string;
  readonly isText: boolean;
  readonly known: number;
  /** Null: text, or no value is known. */
  readonly low: number | null;
  readonly high: number | null;
  /** Values that are whole numbers. */
  readonly wholes: number;
}

/** One row a column, of figures that cost one pass. */
async function look(engine: Engine, relation: string, headers: readonly string[]): Promise<Looked[]> {
  const types = await columnTypes(engine, relation);
  const columns = headers
    .map((header) => ({ header, kind: kindOf(types.get(header)!) }))
    .filter(({ kind }) => kind !== 'other')
    .map(({ header, kind }) => ({ header, isText: kind === 'category' }));
  if (columns.length === 0) return [];
  const figures = columns.flatMap(({ header, isText }, i) => {
    const number = isText ? sql`cast(null as double)` : sql`cast(${name(header)} as double)`;
    const value = sql`case when abs(${number}) < ${exact} then ${number} end`;
    return [
      sql`count(${name(header)}) as ${raw(`known${i}`)}`,
      sql`min(${value}) as ${raw(`low${i}`)}`,
      sql`max(${value}) as ${raw(`high${i}`)}`,
      sql`count(case when ${value} = floor(${value}) then 1 end) as ${raw(`wholes${i}`)}`,
    ];
  });
  const shape = Object.fromEntries(
    columns.flatMap((_, i) => [
      [`known${i}`, 'integer'],
      [`low${i}`, 'number?'],
      [`high${i}`, 'number?'],
      [`wholes${i}`, 'integer'],
    ]),
  ) as Record<string, 'number?'>;
  const [found] = await engine.rows(sql`select ${join(figures)} from ${relationName(relation)}`, shape, 1);
  return columns.map((column, i) => ({
    ...column,
    known: found![`known${i}`]!,
    low: found![`low${i}`]!,
    high: found![`high${i}`]!,
    wholes: found![`wholes${i}`]!,
  }));
}

const isDense = ({ low, high, known }: Looked): boolean => high! - low! < density * known;

/** Whether a column can be an identifier at all, so that its different values are worth counting. */
const canBe = (one: Looked): boolean =>
  one.known >= fewest && (one.isText || (one.wholes === one.known && (isDense(one) || isIdName(one.header))));

function sentence(one: Looked, distinct: number): string | null {
  const advice = 'leave it out of the features, or name it with --key';
  if (one.isText)
    return distinct >= nearlyAll * one.known
      ? `${one.header} has ${count(distinct, 'text')} in ${count(one.known, 'row')}, like an identifier, which makes no rows alike; ${advice}`
      : null;
  if (distinct < one.known) return null;
  const what = isDense(one)
    ? `numbers the rows from ${f.whole(one.low!)} to ${f.whole(one.high!)}`
    : `is another whole number in each of ${count(one.known, 'row')}, under the name of an identifier`;
  return `${one.header} ${what}; unless that is a measure, ${advice}`;
}

/**
 * Sentences on features that look like identifiers: texts of which nearly every row has its own, and whole numbers of which every row
 * has its own that number the rows through, or that are called like an identifier. Measures differ from row to row, too, but with
 * fractions or far apart: of them nothing is said.
 *
 * @param relation a table with a column for each of the headers: a number, text or yes/no
 */
export async function identifierNotes(engine: Engine, relation: string, headers: readonly string[]): Promise<string[]> {
  const candidates = (await look(engine, relation, headers)).filter(canBe);
  if (candidates.length === 0) return [];
  const counts: Sql[] = candidates.map(
    ({ header }, i) => sql`count(distinct ${name(header)}) as ${raw(`distinct${i}`)}`,
  );
  const shape = Object.fromEntries(candidates.map((_, i) => [`distinct${i}`, 'integer'] as const));
  const [found] = await engine.rows(sql`select ${join(counts)} from ${relationName(relation)}`, shape, 1);
  return candidates.flatMap((one, i) => sentence(one, found![`distinct${i}`]!) ?? []);
}
