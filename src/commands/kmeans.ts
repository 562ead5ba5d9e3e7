import { resolve } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { ConfigError } from '../errors.ts';
import { contrastSegments, type FeatureContrast } from '../models/kmeans/contrast.ts';
import { describeKmeans } from '../models/kmeans/describe.ts';
import { fitKmeans } from '../models/kmeans/fit.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import type { KmeansOptions } from '../models/kmeans/options.ts';
import { kmeansScoreColumns, kmeansScoreSql } from '../models/kmeans/score.sql.ts';
import { parseFeature } from '../text/feature.ts';
import { featureTables } from '../pipeline/model-part.ts';
import { relationName } from '../sql/relation.ts';
import { join, name, sql, type Sql } from '../sql/sql.ts';
import { readOptions, type KmeansFlags } from './analyse/kmeans-options.ts';
import { kmeansPage } from './analyse/kmeans-page.ts';
import { kmeansLines } from './analyse/kmeans-lines.ts';
import { refuseBoth, refuseOfFile, withEngine, withRelease } from './analyse/with-engine.ts';
import { refuseOverwriting } from './analyse/targets.ts';
import { distinctNames, freeNames, scoresFormat, writeScores } from './analyse/write-scores.ts';
import type { Effects } from './effects.ts';
import { requireHeader, requireRows } from './files/columns.ts';
import { columnAt, readDataFile, type DataFile, type ReadingOptions } from './files/data-file.ts';
import { identifierNotes } from './files/identifiers.ts';
import { makeModelTable, requireKey, type Wanted } from './files/model-table.ts';
import { readingRules } from './files/style.ts';
import { count } from './words.ts';
import { writeWhole } from './write-file.ts';

/** Options of `bezero kmeans`. */
export interface KmeansCommand extends KmeansFlags, ReadingOptions {
  /** A CSV or Parquet file; left out: the current release of the store. */
  readonly file?: string;
  readonly store?: string;
  /** A column of the file that identifies its rows. */
  readonly key?: string;
  readonly json: boolean;
  /** File to write the segment of every row to. */
  readonly scores?: string;
  /** File to write a page on the model to. */
  readonly report?: string;
  /** Of this program, for the page. */
  readonly version: string;
}

const table = 'file.feature';

const scored = 'file.score';

/** What a model was fitted on, and how its scores are told. */
interface Fit {
  readonly fitted: FittedKmeans;
  /** What was read: a file, or a release. */
  readonly subject: string;
  /** What a row is. */
  readonly rows: 'row' | 'customer';
}

/** Segments the rows of a file, or the customers of the current release, by k-means. */
export async function kmeans(options: KmeansCommand, effects: Effects): Promise<void> {
  refuseBoth(options.file, options.store);
  if (options.scores !== undefined) scoresFormat(options.scores);
  refuseOverwriting(options, effects);
  const asked = readOptions(options);
  if (options.file !== undefined) await ofFile(options.file, options, asked, effects);
  else await ofRelease(options, asked, effects);
}

async function ofRelease(options: KmeansCommand, asked: KmeansOptions, effects: Effects): Promise<void> {
  refuseOfFile(options, ['key', 'decimalMark', 'nulls']);
  await withRelease(options.store, effects, featureTables, async (engine, { run, asOf }) => {
    const fitted = await fit(engine, asked, { asOf }, effects);
    if (options.scores !== undefined) {
      const scores = sql`select * from (${kmeansScoreSql(fitted)}) as scored order by customer_id`;
      await writeScores(engine, scores, options.scores, effects);
    }
    await show(engine, { fitted, subject: run, rows: 'customer' }, options, effects);
  });
}

async function fit(
  engine: Engine,
  asked: KmeansOptions,
  input: Parameters<typeof fitKmeans>[2],
  effects: Effects,
): Promise<FittedKmeans> {
  const done = effects.step('looking for segments');
  const fitted = await fitKmeans(engine, asked, input);
  done(`${fitted.clusters.length} segments`);
  return fitted;
}

/** The columns that features name. Shares and attributes are of a store. */
function wantedColumns(file: DataFile, features: readonly string[]): Wanted[] {
  const wanted = new Map<string, boolean>();
  for (const { text, source, transform, winsorise } of features.map(parseFeature)) {
    if (source.kind !== 'column')
      throw new ConfigError(
        `--features must name columns of ${file.shownAs}; ${text} is a feature of a store, and a file has its columns alone`,
      );
    requireHeader(file, source.column, '--features');
    const bent = transform !== 'none' || winsorise !== null;
    wanted.set(source.column, bent || wanted.get(source.column) === true);
  }
  return [...wanted].map(([header, mustBeNumber]) => ({ header, mustBeNumber }));
}

async function ofFile(shownAs: string, options: KmeansCommand, asked: KmeansOptions, effects: Effects): Promise<void> {
  await withEngine(effects, undefined, async (engine, temporary) => {
    const done = effects.step(`reading ${shownAs}`);
    const file = await readDataFile(engine, resolve(effects.cwd, shownAs), shownAs, temporary, options);
    done(`${count(file.rows, 'row')}, ${count(file.headers.length, 'column')}`);
    requireRows(file);
    const wanted = wantedColumns(file, asked.features);
    const headers = wanted.map(({ header }) => header);
    if (options.key !== undefined) requireHeader(file, options.key, '--key');
    const keyValue =
      options.key === undefined ? sql`cast("row" as varchar)` : await requireKey(engine, file, options.key);
    for (const rule of file.text === null ? [] : readingRules(file.text, headers)) effects.say(`${shownAs}: ${rule}`);
    const { key } = freeNames(['key'], headers);
    const told = await makeModelTable(engine, file, wanted, { relation: table, key, keyValue }, (line) => {
      effects.say(line);
    });
    const untold = headers.filter((header) => !told.includes(header));
    for (const note of await identifierNotes(engine, table, untold)) effects.say(`${shownAs}: ${note}`);
    const all = { ...asked, customers: 'all' } as const;
    const fitted = await fit(engine, all, { asOf: '', relation: table, key }, effects);
    if (options.scores !== undefined) {
      const names = distinctNames(file.headers);
      for (const [i, header] of file.headers.entries())
        if (names[i] !== header)
          effects.say(
            `${shownAs}: ${header} is called ${names[i]!} in ${options.scores}: capitals alone do not tell columns apart`,
          );
      await writeScores(engine, fileScoresSql(file, names, keyValue, fitted), options.scores, effects);
    }
    await show(engine, { fitted, subject: shownAs, rows: 'row' }, options, effects);
  });
}

/** All columns of a file as they stand, under names of their own, then those of the scores. */
function fileScoresSql(file: DataFile, own: readonly string[], keyValue: Sql, fitted: FittedKmeans): Sql {
  const { customer_id: _, ...columns } = kmeansScoreColumns;
  const names = freeNames(Object.keys(columns), own);
  const read = own.map((header, i) => sql`record.${columnAt(i)} as ${name(header)}`);
  const scored = Object.entries(names).map(([column, as]) => sql`scored.${name(column)} as ${name(as)}`);
  return sql`select ${join([...read, ...scored])}
    from (select *, ${keyValue} as "\u0001key" from ${relationName(file.relation)}) as record
    left join (${kmeansScoreSql(fitted)}) as scored on scored.customer_id = record."\u0001key"
    order by record."row"`;
}

/** How each segment differs from the others, on each feature. */
async function contrastsOf(engine: Engine, fitted: FittedKmeans): Promise<FeatureContrast[]> {
  await engine.create(scored, kmeansScoreSql(fitted));
  return contrastSegments(engine, fitted, scored);
}

async function show(
  engine: Engine,
  { fitted, subject, rows }: Fit,
  options: KmeansCommand,
  effects: Effects,
): Promise<void> {
  const report = describeKmeans(fitted);
  const asOf = fitted.asOf === '' ? null : fitted.asOf;
  if (options.report !== undefined) {
    const { buildKmeansPage } = await import('../reports/kmeans/page.tsx');
    const frame = { subject, rows, asOf, version: options.version };
    const html = buildKmeansPage(kmeansPage(fitted, report, await contrastsOf(engine, fitted), frame));
    await writeWhole(resolve(effects.cwd, options.report), (_, send) => send(Buffer.from(html)));
    effects.say(`${options.report}: written`);
  }
  if (options.json) {
    const { asOf: _, ...model } = fitted;
    effects.print(JSON.stringify({ source: subject, ...(asOf === null ? {} : { asOf }), report, model }));
    return;
  }
  for (const line of kmeansLines(fitted, report, {
    subject,
    rows,
    width: effects.stdout.columns,
    colors: effects.colors,
  }))
    effects.print(line);
}
