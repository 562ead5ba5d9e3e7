import { resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import type { Kept } from '../../models/feature-set.sql.ts';
import { columnTypes, kindOf } from '../../models/feature-set.ts';
import type { FitInput } from '../../models/model.ts';
import { join, name, sql, type Sql } from '../../sql/sql.ts';
import { parseFeature } from '../../text/feature.ts';
import type { Effects } from '../effects.ts';
import { classNote } from '../files/class-note.ts';
import { requireHeader, requireRows } from '../files/columns.ts';
import { columnAt, readDataFile, type DataFile, type ReadingOptions } from '../files/data-file.ts';
import { dateNotes } from '../files/date-notes.ts';
import { fileIdentifiers } from '../files/identifiers.ts';
import { makeModelTable, requireKey, type Carried, type Wanted } from '../files/model-table.ts';
import { readingRules } from '../files/style.ts';
import { count } from '../words.ts';
import { refuseOverwriting } from './targets.ts';
import { refuseBoth, refuseOfFile, withEngine, withRelease } from './with-engine.ts';
import { distinctNames, freeNames, scoresFormat, writeScores } from './write-scores.ts';

/** Options of every command that analyses a file or a release. */
export interface SubjectOptions extends ReadingOptions {
  /** A CSV or Parquet file; left out: the current release of the store. */
  readonly file?: string;
  readonly store?: string;
  /** A column of the file that identifies its rows. */
  readonly key?: string;
  /** File to write the scores of every row to. */
  readonly scores?: string;
  /** File to write a page to. */
  readonly report?: string;
}

/** What is read for an analysis. */
export interface Needs {
  /** Of a file. */
  readonly columns: (file: DataFile) => readonly Wanted[];
  /** The column of a file that has the classes. */
  readonly classes?: string | undefined;
  /** Of a release. */
  readonly relations: readonly string[];
}

/** Scores of a model: which of their columns are written, and under which names. */
export interface ScoreColumns {
  /** By `customer_id`; with columns of the table that are kept, of every row. */
  readonly query: (kept?: Kept) => Sql;
  /** The rows that keep columns are in the order of the table. */
  readonly inOrder?: boolean;
  readonly columns: Readonly<Record<string, string>>;
}

/** What is analysed: the rows of a file, or the customers of a release. */
export interface Subject {
  readonly engine: Engine;
  /** What was read: a file as it was named, or a release. */
  readonly shownAs: string;
  readonly row: 'row' | 'customer';
  readonly input: FitInput;
  /** Null: a file. */
  readonly asOf: string | null;
  /** Writes `--scores`, where it was asked for: beside all columns of a file, or beside the customers' ids. */
  readonly writeScores: (scores: ScoreColumns) => Promise<void>;
}

const table = 'file.feature';

/** The columns that features name. Shares and attributes are of a store. */
export function featureColumns(file: DataFile, features: readonly string[]): Wanted[] {
  const wanted = new Map<string, boolean>();
  const parsed = features.map(parseFeature);
  const named = parsed.flatMap(({ source }) => (source.kind === 'column' ? [source.column] : []));
  for (const { text, source, transform, winsorise } of parsed) {
    if (source.kind !== 'column')
      throw new ConfigError(
        `--features must name columns of ${file.shownAs}; ${text} is a feature of a store, and a file has its columns alone`,
      );
    requireHeader(file, source.column, '--features', named);
    const bent = transform !== 'none' || winsorise !== null;
    wanted.set(source.column, bent || wanted.get(source.column) === true);
  }
  return [...wanted].map(([header, bent]) => ({ header, as: bent ? 'number' : 'either' }));
}

/** Opens what is to be analysed; what lives meanwhile is gone afterwards. */
export async function withSubject<T>(
  options: SubjectOptions,
  needs: Needs,
  effects: Effects,
  use: (subject: Subject) => Promise<T>,
): Promise<T> {
  refuseBoth(options.file, options.store);
  if (options.scores !== undefined) scoresFormat(options.scores);
  refuseOverwriting(options, effects);
  return options.file === undefined
    ? ofRelease(options, needs, effects, use)
    : ofFile(options.file, options, needs, effects, use);
}

async function ofRelease<T>(
  options: SubjectOptions,
  { relations }: Needs,
  effects: Effects,
  use: (subject: Subject) => Promise<T>,
): Promise<T> {
  refuseOfFile(options, ['key', 'decimalMark', 'nulls']);
  return withRelease({ store: options.store, writes: options.scores }, effects, relations, (engine, { run, asOf }) =>
    use({
      engine,
      shownAs: run,
      row: 'customer',
      input: { asOf },
      asOf,
      writeScores: async ({ query, columns }) => {
        if (options.scores === undefined) return;
        const named = scoreColumns(columns, ['customer_id']).map(([column, as]) => sql`${name(column)} as ${name(as)}`);
        const all = sql`select ${join([sql`customer_id`, ...named])} from (${query()}) as scored order by customer_id`;
        await writeScores(engine, all, options.scores, effects);
      },
    }),
  );
}

async function ofFile<T>(
  shownAs: string,
  options: SubjectOptions,
  needs: Needs,
  effects: Effects,
  use: (subject: Subject) => Promise<T>,
): Promise<T> {
  return withEngine(effects, { reads: shownAs, writes: options.scores }, async (engine, temporary) => {
    const done = effects.step(`reading ${shownAs}`);
    const file = await readDataFile(engine, resolve(effects.cwd, shownAs), shownAs, temporary, options);
    done(`${count(file.rows, 'row')}, ${count(file.headers.length, 'column')}`);
    requireRows(file);
    const wanted = needs.columns(file);
    const headers = wanted.map(({ header }) => header);
    if (options.key !== undefined) requireHeader(file, options.key, '--key');
    const keyValue =
      options.key === undefined ? sql`cast("row" as varchar)` : await requireKey(engine, file, options.key);
    for (const rule of file.text === null ? [] : readingRules(file.text, headers)) effects.say(`${shownAs}: ${rule}`);
    const { key } = freeNames(['key'], headers);
    const carried = options.scores === undefined ? {} : carriedOf(file);
    const told = await makeModelTable(engine, file, wanted, { relation: table, key, keyValue, carried }, (line) => {
      effects.say(line);
    });
    const untold = wanted.filter(({ header, as }) => as !== 'text' && !told.includes(header));
    const notes = await columnNotes(engine, file, untold.map(({ header }) => header), needs.classes); // prettier-ignore
    for (const note of notes) effects.say(`${shownAs}: ${note}`);
    return use({
      engine,
      shownAs,
      row: 'row',
      input: { asOf: '', relation: table, key, row: 'row', isNumbered: options.key === undefined },
      asOf: null,
      writeScores: async (scores) => {
        if (options.scores === undefined) return;
        const names = distinctNames(file.headers);
        for (const [i, header] of file.headers.entries())
          if (names[i] !== header)
            effects.say(
              `${shownAs}: ${header} is called ${names[i]!} in ${options.scores}: capitals alone do not tell columns apart`,
            );
        await writeScores(engine, besideSql(file, names, scores), options.scores, effects);
      },
    });
  });
}

/** Sentences on columns that are hardly what they are taken for. */
async function columnNotes(
  engine: Engine,
  file: DataFile,
  features: readonly string[],
  classes: string | undefined,
): Promise<string[]> {
  const types = await columnTypes(engine, table);
  const texts = features.filter((header) => kindOf(types.get(header)!) === 'category');
  const dates = dateNotes(file, texts);
  const others = features.filter((header) => !dates.has(header));
  const ofClass = classes === undefined ? null : await classNote(engine, file, table, classes);
  return [...dates.values(), ...(await fileIdentifiers(engine, table, others)), ...(ofClass === null ? [] : [ofClass])];
}

/** The columns of scores by their names in a file: none twice, capitals alone not telling them apart. */
function scoreColumns(columns: ScoreColumns['columns'], taken: readonly string[]): [string, string][] {
  const distinct = distinctNames(Object.values(columns));
  const free = freeNames(distinct, taken);
  return Object.keys(columns).map((column, i) => [column, free[distinct[i]!]!]);
}

/** A name that no header can have. */
const carriedAs = (label: string): string => `\u0001${label}`;

/** The place and all columns of a file, as they stand. */
const carriedOf = ({ headers }: DataFile): Carried => ({
  [carriedAs('row')]: sql`"row"`,
  ...Object.fromEntries(headers.map((_, i) => [carriedAs(`c${i + 1}`), columnAt(i)])),
});

/** All columns of a file, under names of their own, then those of the scores, in the order of the file. */
function besideSql(file: DataFile, own: readonly string[], { query, inOrder = false, columns }: ScoreColumns): Sql {
  const carried = Object.keys(carriedOf(file));
  const [row, ...fields] = carried.map((column) => name(column));
  const read = own.map((header, i) => sql`${fields[i]!} as ${name(header)}`);
  const scored = scoreColumns(columns, own).map(([column, as]) => sql`${name(column)} as ${name(as)}`);
  return sql`select ${join([...read, ...scored])}
    from (${query(Object.fromEntries(carried.map((column) => [column, column])))}) as scored
    ${inOrder ? sql`` : sql`order by ${row!}`}`;
}
