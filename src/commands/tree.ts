import { resolve } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { ConfigError } from '../errors.ts';
import { describeTree } from '../models/tree/describe.ts';
import { fitTree } from '../models/tree/fit.ts';
import type { FittedTree } from '../models/tree/fitted.ts';
import type { TreeOptions } from '../models/tree/options.ts';
import { treeScoreColumns, treeScoreSql } from '../models/tree/score.sql.ts';
import { featureTables } from '../pipeline/model-part.ts';
import { relationName } from '../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../sql/sql.ts';
import { parseFeature } from '../text/feature.ts';
import type { RowNoun } from '../text/en/words.ts';
import { refuseOverwriting } from './analyse/targets.ts';
import { treeLines, treeNotes } from './analyse/tree-lines.ts';
import { readTreeOptions, type TreeFlags } from './analyse/tree-options.ts';
import { refuseBoth, refuseOfFile, withEngine, withRelease } from './analyse/with-engine.ts';
import { distinctNames, freeNames, scoresFormat, writeScores } from './analyse/write-scores.ts';
import type { Effects } from './effects.ts';
import { requireHeader, requireRows } from './files/columns.ts';
import { columnAt, readDataFile, type DataFile, type ReadingOptions } from './files/data-file.ts';
import { makeModelTable, requireKey, type Wanted } from './files/model-table.ts';
import { readingRules } from './files/style.ts';
import { count } from './words.ts';
import { writeWhole } from './write-file.ts';

/** Options of `bezero tree`. */
export interface TreeCommand extends TreeFlags, ReadingOptions {
  /** A CSV or Parquet file; left out: the current release of the store. */
  readonly file?: string;
  readonly store?: string;
  /** A column of the file that identifies its rows. */
  readonly key?: string;
  readonly json: boolean;
  /** File to write the leaf, class and probabilities of every row to. */
  readonly scores?: string;
  /** File to write a page on the tree to. */
  readonly report?: string;
  /** Of this program, for the page. */
  readonly version: string;
}

const table = 'file.feature';

/** What of a release a tree may read. */
const releaseTables = [...featureTables, 'scores.segment', 'scores.rfm'];

/** What a tree was fitted on. */
interface Fit {
  readonly fitted: FittedTree;
  /** What was read: a file, or a release. */
  readonly subject: string;
  readonly rows: RowNoun;
}

/** Tells classes apart by a classification tree: of the rows of a file, or of the customers of the current release. */
export async function tree(options: TreeCommand, effects: Effects): Promise<void> {
  refuseBoth(options.file, options.store);
  if (options.scores !== undefined) scoresFormat(options.scores);
  refuseOverwriting(options, effects);
  const asked = readTreeOptions(options);
  if (options.file !== undefined) await ofFile(options.file, options, asked, effects);
  else await ofRelease(options, asked, effects);
}

async function fit(
  engine: Engine,
  asked: TreeOptions,
  input: Parameters<typeof fitTree>[2],
  effects: Effects,
): Promise<FittedTree> {
  const done = effects.step('growing a tree');
  const fitted = await fitTree(engine, asked, input);
  done(count(fitted.nodes.filter(({ split }) => split === null).length, 'leaf', 'leaves'));
  return fitted;
}

async function ofRelease(options: TreeCommand, asked: TreeOptions, effects: Effects): Promise<void> {
  refuseOfFile(options, ['key', 'decimalMark', 'nulls']);
  await withRelease(options.store, effects, releaseTables, async (engine, { run, asOf }) => {
    const fitted = await fit(engine, asked, { asOf }, effects);
    if (options.scores !== undefined) {
      const names = freeNames(scoreNames(fitted), ['customer_id']);
      const columns = scoreSources(fitted).map(
        (from, i) => sql`${raw(from)} as ${name(names[scoreNames(fitted)[i]!]!)}`,
      );
      const scores = sql`select customer_id, ${join(columns)} from (${treeScoreSql(fitted)}) as scored order by customer_id`;
      await writeScores(engine, scores, options.scores, effects);
    }
    await show({ fitted, subject: run, rows: 'customer' }, options, effects);
  });
}

/** The names of score columns, those of probabilities by class; where capitals alone tell classes apart, numbered. */
const scoreNames = ({ classes }: FittedTree): string[] =>
  distinctNames([...treeScoreColumns, ...classes.map((one) => `probability_${one.class}`)]);

const scoreSources = ({ classes }: FittedTree): string[] => [
  ...treeScoreColumns,
  ...classes.map((_, c) => `p${c + 1}`),
];

/** The columns of a file that a tree reads. */
function wantedColumns(file: DataFile, asked: TreeOptions): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const { text, source } of asked.features.map(parseFeature)) {
    if (source.kind !== 'column')
      throw new ConfigError(
        `--features must name columns of ${file.shownAs}; ${text} is a feature of a store, and a file has its columns alone`,
      );
    requireHeader(file, source.column, '--features');
    wanted.set(source.column, { header: source.column, mustBeNumber: false });
  }
  const further = [
    { flag: '--class', header: asked.class, mustBeNumber: false, isText: true },
    ...(asked.fold === undefined ? [] : [{ flag: '--fold', header: asked.fold, mustBeNumber: false, isText: true }]),
    ...(asked.weight === undefined
      ? []
      : [{ flag: '--weight', header: asked.weight, mustBeNumber: true, isText: false }]),
  ];
  for (const { flag, header, ...kind } of further) {
    requireHeader(file, header, flag);
    if (wanted.has(header)) throw new ConfigError(`${flag} must be a column of its own; ${header} is named twice`);
    wanted.set(header, { header, ...kind });
  }
  return [...wanted.values()];
}

async function ofFile(shownAs: string, options: TreeCommand, asked: TreeOptions, effects: Effects): Promise<void> {
  await withEngine(effects, undefined, async (engine, temporary) => {
    const done = effects.step(`reading ${shownAs}`);
    const file = await readDataFile(engine, resolve(effects.cwd, shownAs), shownAs, temporary, options);
    done(`${count(file.rows, 'row')}, ${count(file.headers.length, 'column')}`);
    requireRows(file);
    const wanted = wantedColumns(file, asked);
    const headers = wanted.map(({ header }) => header);
    if (options.key !== undefined) requireHeader(file, options.key, '--key');
    const keyValue =
      options.key === undefined ? sql`cast("row" as varchar)` : await requireKey(engine, file, options.key);
    for (const rule of file.text === null ? [] : readingRules(file.text, headers)) effects.say(`${shownAs}: ${rule}`);
    const { key } = freeNames(['key'], headers);
    await makeModelTable(engine, file, wanted, { relation: table, key, keyValue }, (line) => {
      effects.say(line);
    });
    const fitted = await fit(engine, asked, { asOf: '', relation: table, key }, effects);
    if (options.scores !== undefined)
      await writeScores(engine, fileScoresSql(file, keyValue, fitted), options.scores, effects);
    await show({ fitted, subject: shownAs, rows: 'row' }, options, effects);
  });
}

/** All columns of a file as they stand, then those of the scores, under names of their own. */
function fileScoresSql(file: DataFile, keyValue: Sql, fitted: FittedTree): Sql {
  const own = distinctNames(file.headers);
  const wanted = scoreNames(fitted);
  const names = freeNames(wanted, own);
  const read = own.map((header, i) => sql`record.${columnAt(i)} as ${name(header)}`);
  const scored = scoreSources(fitted).map((from, i) => sql`scored.${raw(from)} as ${name(names[wanted[i]!]!)}`);
  return sql`select ${join([...read, ...scored])}
    from (select *, ${keyValue} as "\u0001key" from ${relationName(file.relation)}) as record
    left join (${treeScoreSql(fitted)}) as scored on scored.customer_id = record."\u0001key"
    order by record."row"`;
}

async function show({ fitted, subject, rows }: Fit, options: TreeCommand, effects: Effects): Promise<void> {
  const report = describeTree(fitted);
  const asOf = fitted.asOf === '' ? null : fitted.asOf;
  if (options.report !== undefined) {
    const { buildTreePage } = await import('../reports/tree/page.tsx');
    const html = buildTreePage({
      ...{ subject, noun: rows, asOf, version: options.version, class: fitted.options.class },
      ...{ report, notes: treeNotes(report, rows) },
    });
    await writeWhole(resolve(effects.cwd, options.report), (_, send) => send(Buffer.from(html)));
    effects.say(`${options.report}: written`);
  }
  if (options.json) {
    const { asOf: _, ...model } = fitted;
    effects.print(JSON.stringify({ source: subject, ...(asOf === null ? {} : { asOf }), report, model }));
    return;
  }
  const frame = { subject, rows, class: fitted.options.class, width: effects.stdout.columns, colors: effects.colors };
  for (const line of treeLines(report, frame)) effects.print(line);
}
