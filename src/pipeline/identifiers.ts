import type { Engine } from '../engine/engine.ts';
import { common } from '../sources/headers/things.ts';
import { plainWords, readHeaderWords } from '../sources/headers/words.ts';
import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { remark, type Remark } from '../text/remark.ts';

/** With fewer values, measures differ from row to row by chance. */
const fewest = 10;

/** From this share of its values on, a column of texts has another one in nearly every row. */
const nearlyAll = 0.9;

/** Whole numbers that differ are numbered through where at least every second one from the lowest to the highest is there. */
const density = 2;

/** A measure shows itself in so many rows, whichever they are. */
const someRows = 1_000;

/** Whole numbers below it are told apart as doubles: 2⁵³. */
const exact = 2 ** 53;

/** Whether a header is that of an identifier: `id`, `order_no`, `Kundennummer`. */
function isIdName(header: string): boolean {
  const last = plainWords(header).at(-1) ?? '';
  const rests = Object.values(readHeaderWords(header).without);
  return [last, ...rests].some((word) => common.id.includes(word));
}

/** A feature as it is looked at. */
export interface Candidate {
  /** As messages call it. */
  readonly shownAs: string;
  /** Its name alone: `order_no`. */
  readonly header: string;
  /** A text, a number or yes/no, over the rows that are looked at. */
  readonly value: Sql;
  readonly isText: boolean;
}

/** How the rows are spoken of, and what is advised. */
export interface Speech {
  readonly row: 'row' | 'customer';
  /** What the features are called where they are listed: `predictors` */
  readonly list: string;
  /** One of them can be named as the key of the rows. */
  readonly key: boolean;
}

interface Looked extends Candidate {
  readonly known: number;
  readonly distinct: number;
  /** Values that are whole numbers; of texts 0. */
  readonly wholes: number;
  /** Null: text, or no value is known. */
  readonly low: number | null;
  readonly high: number | null;
}

const figures = ['known', 'distinct', 'wholes', 'low', 'high'] as const;

/** The figures of some features, in one pass. */
async function look(engine: Engine, from: Sql, columns: readonly Candidate[]): Promise<Looked[]> {
  if (columns.length === 0) return [];
  const read = columns.flatMap(({ value: given, isText }, i) => {
    const number = isText ? sql`cast(null as double)` : sql`cast(${given} as double)`;
    const value = sql`case when abs(${number}) < ${exact} then ${number} end`;
    return [
      sql`count(${given}) as ${raw(`known${i}`)}`,
      sql`count(distinct ${given}) as ${raw(`distinct${i}`)}`,
      sql`count(case when ${value} = floor(${value}) then 1 end) as ${raw(`wholes${i}`)}`,
      sql`min(${value}) as ${raw(`low${i}`)}`,
      sql`max(${value}) as ${raw(`high${i}`)}`,
    ];
  });
  const shape = Object.fromEntries(
    columns.flatMap((_, i) => figures.map((figure) => [`${figure}${i}`, 'number?'] as const)),
  );
  const [found] = await engine.rows(sql`select ${join(read)} from ${from}`, shape, 1);
  return columns.map((column, i) => {
    const [known, distinct, wholes, low, high] = figures.map((figure) => found![`${figure}${i}`]!);
    return { ...column, known: known!, distinct: distinct!, wholes: wholes!, low: low ?? null, high: high ?? null };
  });
}

const differsWholly = ({ known, distinct, wholes }: Looked): boolean => wholes === known && distinct === known;

function remarkOn(one: Looked, speech: Speech): Remark | null {
  const { shownAs: shown, header, known, distinct, low, high } = one;
  if (known < fewest) return null;
  if (one.isText)
    return distinct >= nearlyAll * known
      ? remark('identifierTexts', { shown, texts: distinct, known, ...speech })
      : null;
  const isDense = high! - low! < density * known;
  if (!differsWholly(one) || !(isDense || isIdName(header))) return null;
  return isDense
    ? remark('identifierNumbers', { shown, low: low!, high: high!, ...speech })
    : remark('identifierNamed', { shown, known, ...speech });
}

/**
 * Remarks on features that look like identifiers: texts of which nearly every row has its own, and whole numbers of which every row
 * has its own that number the rows through, or that are called like an identifier. Measures differ from row to row, too, but with
 * fractions or far apart: of them nothing is said. What is no whole number, or stands twice, in some rows is none in all.
 */
export async function identifierNotes(
  engine: Engine,
  from: Sql,
  candidates: readonly Candidate[],
  speech: Speech,
): Promise<Remark[]> {
  const some = sql`(select * from ${from} limit ${someRows}) as some_row`;
  const numbers = await look(
    engine,
    some,
    candidates.filter(({ isText }) => !isText),
  );
  const ruledOut = new Set(numbers.filter((one) => !differsWholly(one)).map(({ shownAs }) => shownAs));
  const left = candidates.filter(({ shownAs }) => !ruledOut.has(shownAs));
  const looked = await look(engine, from, left);
  return looked.flatMap((one) => remarkOn(one, speech) ?? []);
}
