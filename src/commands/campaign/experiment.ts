import { resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { ConfigError, DataError } from '../../errors.ts';
import type { GroupSums } from '../../math/effect-size.ts';
import { sampleRatioP } from '../../math/sample-ratio.ts';
import { compareMeans, compareRates, type Effect } from '../../models/campaign/compare.ts';
import { readField } from '../../sources/convert.sql.ts';
import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { splitList } from '../analyse/split-list.ts';
import { withEngine } from '../analyse/with-engine.ts';
import type { Effects } from '../effects.ts';
import { refuseBad, requireHeader, requireRows, type TypedColumn } from '../files/columns.ts';
import { fieldText, readDataFile, type DataFile, type ReadingOptions } from '../files/data-file.ts';
import { readingRules } from '../files/style.ts';

/** What is said of a file in which each row is somebody who was treated, or was not. */
export interface ExperimentOptions extends ReadingOptions {
  readonly file: string;
  /** The column of the arms. */
  readonly arm: string;
  /** The value in it that the others are compared with. */
  readonly control: string;
  /** Columns of yes and no. */
  readonly outcome?: string;
  /** Columns of numbers. */
  readonly amount?: string;
  /** A column whose values are looked at each. */
  readonly by?: string;
  /** The share of people that was drawn for the control group; left out: all arms are drawn as equals. */
  readonly controlShare?: number;
}

/** An arm and how many were in it; the control group comes first. */
export interface Arm {
  readonly arm: string;
  readonly n: number;
}

/** An arm against the control group in one measure. */
export interface Comparison {
  readonly measure: string;
  readonly kind: 'rate' | 'mean';
  readonly arm: string;
  /** A value of the column of `by`; null: all rows. */
  readonly level: string | null;
  /** Of those treated, and of the control group. */
  readonly n: readonly [treated: number, control: number];
  /** Null: there are too few values to compare. */
  readonly effect: Effect | null;
}

/** What an experiment shows. */
export interface Experiment {
  readonly source: string;
  readonly control: string;
  readonly arms: readonly Arm[];
  /** Of the arms being as large as they were drawn. */
  readonly sampleRatioP: number;
  readonly by: string | null;
  readonly comparisons: readonly Comparison[];
}

const mostArms = 20;
const mostLevels = 50;

/** Units of a sum that are one of its values: amounts have four decimals. */
const scale = 10_000;

const words = {
  yes: ['1', '1.0', 'true', 't', 'yes', 'y'],
  no: ['0', '0.0', 'false', 'f', 'no', 'n'],
} as const;

const oneOf = (text: Sql, list: readonly string[]): Sql =>
  sql`coalesce(lower(trim(${text})) in (${join(list.map((word) => sql`${word}`))}), false)`;

/** The measures of a file as typed columns `m0`, `m1` …: yes and no as 1 and 0, amounts with four decimals. */
function measuresOf(file: DataFile, rates: readonly string[], means: readonly string[]): readonly TypedColumn[] {
  const plain = {
    decimalMark: '.',
    thousandsMark: '',
    sourceZone: 'UTC',
    zone: 'UTC',
    nulls: [],
    dateFormat: undefined,
  } as const;
  const style = file.text === null ? plain : file.text.style;
  const rate = (header: string, i: number): TypedColumn => {
    const text = fieldText(file, header);
    const yes = oneOf(text, words.yes);
    return {
      ...{ header, as: `m${i}`, value: sql`case when ${yes} then 1 else 0 end` },
      isBad: sql`not (${yes} or ${oneOf(text, words.no)})`,
      what: 'yes or no (1 or 0, true or false)',
    };
  };
  const mean = (header: string, i: number): TypedColumn => {
    const field = fieldText(file, header);
    const read = readField(field, 'money', style);
    const problems = read.problems!(read.value).map(({ when }) => when);
    return {
      ...{ header, as: `m${rates.length + i}`, value: read.value, what: 'a number' },
      isBad: sql`coalesce(${join([sql`${field} is null`, ...problems], ' or ')}, true)`,
    };
  };
  return [...rates.map(rate), ...means.map(mean)];
}

/** What is added up of one measure in a group. */
interface Sums extends GroupSums {
  readonly arm: string;
  readonly level: string | null;
}

async function readSums(engine: Engine, file: DataFile, options: ExperimentOptions, columns: readonly TypedColumn[]) {
  const level = options.by === undefined ? sql`cast(null as varchar)` : fieldText(file, options.by);
  const exact = (as: string, i: number): Sql =>
    sql`cast(sum(cast(${raw(as)} * ${scale} as hugeint)) as varchar) as ${raw(`s${i}`)},
      cast(sum(cast(${raw(as)} * ${scale} as hugeint) * cast(${raw(as)} * ${scale} as hugeint)) as varchar) as ${raw(`q${i}`)}`;
  const shape = Object.fromEntries(columns.flatMap((_, i) => [`s${i}`, `q${i}`].map((key) => [key, 'text'] as const)));
  const typed = columns.map(({ value, as }) => sql`${value} as ${raw(as)}`);
  const rows = await engine.rows(
    sql`select arm, level, count(*) as n, ${join(columns.map(({ as }, i) => exact(as, i)))}
      from (select ${fieldText(file, options.arm)} as arm, ${level} as level, ${join(typed)} from ${relationName(file.relation)}) as typed
      group by arm, level order by arm, level nulls first`,
    { arm: 'text', level: 'text?', n: 'bigint', ...shape },
    mostArms * mostLevels,
  );
  const figures = rows as unknown as readonly Record<string, string>[];
  return columns.map((_, i) =>
    rows.map(({ arm, level, n }, row): Sums => ({
      ...{ arm, level, n, sum: BigInt(figures[row]![`s${i}`]!), squares: BigInt(figures[row]![`q${i}`]!) },
    })),
  );
}

const nobody: GroupSums = { n: 0n, sum: 0n, squares: 0n };

const addUp = (groups: readonly GroupSums[]): GroupSums =>
  groups.reduce(
    (all, { n, sum, squares }) => ({ n: all.n + n, sum: all.sum + sum, squares: all.squares + squares }),
    nobody,
  );

/** The arms, that of the control first. @throws ConfigError where there is none to compare */
async function readArms(engine: Engine, file: DataFile, { arm, control }: ExperimentOptions): Promise<Arm[]> {
  const rows = await engine.rows(
    sql`select ${fieldText(file, arm)} as arm, count(*) as n from ${relationName(file.relation)} group by 1 order by 1 nulls first limit ${mostArms + 1}`,
    { arm: 'text?', n: 'integer' },
    mostArms + 1,
  );
  if (rows.length > mostArms)
    throw new ConfigError(`--arm must name a column of at most ${mostArms} arms; ${arm} of ${file.shownAs} has more`);
  if (rows.some((row) => row.arm === null))
    throw new DataError(`${file.shownAs}: ${arm} must say the arm of every row; it is empty in ${rows[0]!.n}`);
  const arms = rows.map((row) => ({ arm: row.arm!, n: row.n }));
  const names = arms.map((one) => one.arm);
  const held = arms.find((one) => one.arm === control);
  if (held === undefined) {
    throw new ConfigError(`--control must be a value of ${arm}, got "${control}"; there are ${names.join(', ')}`);
  }
  if (arms.length < 2)
    throw new ConfigError(`${file.shownAs}: ${arm} must have two arms or more; it has ${control} alone`);
  return [held, ...arms.filter((one) => one !== held)];
}

async function mustHaveFewLevels(engine: Engine, file: DataFile, by: string | undefined): Promise<void> {
  if (by === undefined) return;
  const [levels] = await engine.rows(
    sql`select count(distinct ${fieldText(file, by)}) as n from ${relationName(file.relation)}`,
    { n: 'integer' },
    1,
  );
  if (levels!.n > mostLevels)
    throw new ConfigError(`--by must name a column of at most ${mostLevels} values; ${by} has ${levels!.n}`);
}

/** The share that an arm was drawn with; the control group is the first, the others are equals. */
const shareAt = (i: number, arms: number, control = 1 / arms): number =>
  i === 0 ? control : (1 - control) / (arms - 1);

/** Compares the arms of a file with the control group: in all, and by the values of a column. */
export async function readExperiment(options: ExperimentOptions, effects: Effects): Promise<Experiment> {
  const { file: shownAs, by, control } = options;
  const [rates, means] = [splitList(options.outcome ?? ''), splitList(options.amount ?? '')];
  if (rates.length + means.length === 0)
    throw new ConfigError('--outcome must name a column of yes and no, or --amount one of numbers');
  return withEngine(effects, { reads: shownAs }, async (engine, temporary) => {
    const file = await readDataFile(engine, resolve(effects.cwd, shownAs), shownAs, temporary, options);
    requireRows(file);
    requireHeader(file, options.arm, '--arm');
    for (const header of rates) requireHeader(file, header, '--outcome');
    for (const header of means) requireHeader(file, header, '--amount');
    if (by !== undefined) requireHeader(file, by, '--by');
    for (const rule of file.text === null ? [] : readingRules(file.text, means)) effects.say(`${shownAs}: ${rule}`);
    const arms = await readArms(engine, file, options);
    await mustHaveFewLevels(engine, file, by);
    const columns = measuresOf(file, rates, means);
    await refuseBad(engine, file, columns, 'Correct the file, or name other columns');
    const sums = await readSums(engine, file, options, columns);
    const levels = by === undefined ? [] : [...new Set(sums[0]!.map(({ level }) => level ?? ''))];
    const compare = (i: number, arm: string, level: string | null): Comparison => {
      const of = (which: string): GroupSums =>
        addUp(sums[i]!.filter((one) => one.arm === which && (level === null || (one.level ?? '') === level)));
      const [treated, held] = [of(arm), of(control)];
      const kind = i < rates.length ? 'rate' : 'mean';
      const rateOf = ({ n, sum }: GroupSums) => ({ n: Number(n), successes: Number(sum) / scale });
      const effect = kind === 'rate' ? compareRates(rateOf(treated), rateOf(held)) : compareMeans(treated, held, scale);
      const n = [Number(treated.n), Number(held.n)] as const;
      return { measure: columns[i]!.header, kind, arm, level, n, effect };
    };
    const comparisons = columns.flatMap((_, i) =>
      arms.slice(1).flatMap(({ arm }) => [null, ...levels].map((level) => compare(i, arm, level))),
    );
    const ratio = sampleRatioP(
      arms.map(({ n }) => n),
      arms.map((_, i) => shareAt(i, arms.length, options.controlShare)),
    );
    return { source: shownAs, control, arms, sampleRatioP: ratio, by: by ?? null, comparisons };
  });
}
