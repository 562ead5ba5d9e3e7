import { ConfigError } from '../errors.ts';
import { describeTree } from '../models/tree/describe.ts';
import { fitTree } from '../models/tree/fit.ts';
import type { FittedTree } from '../models/tree/fitted.ts';
import type { TreeOptions } from '../models/tree/options.ts';
import { rateTree } from '../models/tree/rate.ts';
import { treeScoreColumns, treeScoreSql } from '../models/tree/score.sql.ts';
import { featureTables } from '../pipeline/model-part.ts';
import { featureColumns, withSubject, type Subject, type SubjectOptions } from './analyse/subject.ts';
import { treeLines, treeNotes } from './analyse/tree-lines.ts';
import { readTreeOptions, type TreeFlags } from './analyse/tree-options.ts';
import {
  fittedRows,
  leftOutInParts,
  rateTwoClasses,
  readStakes,
  responseOf,
  twoClassLines,
  type RatedClasses,
  type TwoClassFlags,
} from './analyse/two-classes.ts';
import { writePage } from './analyse/write-page.ts';
import type { Effects } from './effects.ts';
import { requireHeader } from './files/columns.ts';
import type { DataFile } from './files/data-file.ts';
import type { Wanted } from './files/model-table.ts';
import { count } from './words.ts';

/** Options of `bezero tree`. */
export interface TreeCommand extends TreeFlags, TwoClassFlags, SubjectOptions {
  readonly json: boolean;
  /** Of this program, for the page. */
  readonly version: string;
}

/** The columns of a file that a tree reads. */
function wantedColumns(file: DataFile, asked: TreeOptions): Wanted[] {
  const wanted = featureColumns(file, asked.features).map(({ header }): Wanted => ({ header, as: 'either' }));
  const further: [string, string | undefined, Wanted['as']][] = [
    ['--class', asked.class, 'text'],
    ['--fold', asked.fold, 'text'],
    ['--weight', asked.weight, 'number'],
  ];
  for (const [flag, header, as] of further) {
    if (header === undefined) continue;
    requireHeader(file, header, flag);
    if (wanted.some((one) => one.header === header))
      throw new ConfigError(`${flag} must be a column of its own; ${header} is named twice`);
    wanted.push({ header, as });
  }
  return wanted;
}

/** Tells classes apart by a classification tree: of the rows of a file, or of the customers of the current release. */
export async function tree(options: TreeCommand, effects: Effects): Promise<void> {
  const asked = readTreeOptions(options);
  readStakes(options);
  const needs = {
    columns: (file: DataFile) => wantedColumns(file, asked),
    classes: asked.class,
    relations: [...featureTables, 'scores.segment', 'scores.rfm'],
  };
  await withSubject(options, needs, effects, async (subject) => {
    const done = effects.step('growing a tree');
    const fitted = await fitTree(subject.engine, asked, subject.input);
    done(count(fitted.nodes.filter(({ split }) => split === null).length, 'leaf', 'leaves'));
    const own = treeScoreColumns.map((column) => [column, column] as const);
    const probabilities = fitted.classes.map((one, c) => [`p${c + 1}`, `probability_${one.class}`] as const);
    const columns = Object.fromEntries<string>([...own, ...probabilities]);
    await subject.writeScores({ query: (kept) => treeScoreSql(fitted, kept), columns });
    await show(subject, fitted, await rate(subject, fitted, options), options, effects);
  });
}

/** How well the probabilities of two classes are: of rows that took no part in their own tree where there are parts. */
function rate({ engine }: Subject, fitted: FittedTree, flags: TwoClassFlags): Promise<RatedClasses | null> {
  const { crossValidated, classes } = fitted;
  const judgedOn = crossValidated === null ? fittedRows : leftOutInParts('tree', crossValidated.folds);
  return rateTwoClasses(classes, flags, judgedOn, (positive, stakes) => rateTree(engine, fitted, positive, stakes));
}

async function show(
  { shownAs, row, asOf }: Subject,
  fitted: FittedTree,
  rated: RatedClasses | null,
  options: TreeCommand,
  effects: Effects,
): Promise<void> {
  const report = describeTree(fitted);
  if (options.report !== undefined) {
    const { buildTreePage } = await import('../reports/tree/page.tsx');
    const html = buildTreePage({
      ...{ subject: shownAs, noun: row, asOf, version: options.version, class: fitted.options.class },
      ...{ report, notes: treeNotes(report, row), response: responseOf(rated) },
    });
    await writePage(html, options.report, effects);
  }
  if (options.json) {
    const { asOf: _, ...model } = fitted;
    effects.print(
      JSON.stringify({ source: shownAs, ...(asOf === null ? {} : { asOf }), report, evaluation: rated, model }),
    );
    return;
  }
  const frame = {
    ...{ subject: shownAs, rows: row, class: fitted.options.class },
    ...{ width: effects.stdout.columns, colors: effects.colors },
  };
  for (const line of treeLines(report, frame)) effects.print(line);
  for (const line of rated === null ? [] : twoClassLines(rated, frame)) effects.print(line);
}
