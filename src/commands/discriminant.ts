import { ConfigError } from '../errors.ts';
import { describeDiscriminant } from '../models/discriminant/describe.ts';
import { fitDiscriminant } from '../models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../models/discriminant/fitted.ts';
import { withHeldOut } from '../models/discriminant/held-out.ts';
import { sampleScores } from '../models/discriminant/score-sample.ts';
import { discriminantScoreSql } from '../models/discriminant/score.sql.ts';
import { evaluateTwoClasses } from '../models/evaluation/evaluate.ts';
import { featureTables } from '../pipeline/model-part.ts';
import { literal, raw, sql } from '../sql/sql.ts';
import { readOptions, type DiscriminantFlags } from './analyse/discriminant-options.ts';
import { discriminantLines, discriminantNotes } from './analyse/discriminant-lines.ts';
import { discriminantPage, plottedRows } from './analyse/discriminant-page.ts';
import { featureColumns, withSubject, type Subject, type SubjectOptions } from './analyse/subject.ts';
import {
  leftOutInParts,
  rateTwoClasses,
  readStakes,
  twoClassLines,
  type RatedClasses,
  type TwoClassFlags,
} from './analyse/two-classes.ts';
import { writePage } from './analyse/write-page.ts';
import type { Effects } from './effects.ts';
import { requireHeader } from './files/columns.ts';
import type { DataFile } from './files/data-file.ts';
import { whole } from './words.ts';

/** Options of `bezero discriminant`. */
export interface DiscriminantCommand extends DiscriminantFlags, TwoClassFlags, SubjectOptions {
  readonly json: boolean;
  /** Of this program, for the page. */
  readonly version: string;
}

/** The columns of the scores, by what they are called in a file. */
const columns = {
  assigned_segment: 'assigned_class',
  posterior: 'posterior',
  squared_distance: 'squared_distance',
  typicality: 'typicality',
  second_segment: 'second_class',
  second_posterior: 'second_posterior',
  second_squared_distance: 'second_squared_distance',
} as const;

/** Tells the classes of the rows of a file, or of the customers of the current release, apart. */
export async function discriminant(options: DiscriminantCommand, effects: Effects): Promise<void> {
  const asked = readOptions(options);
  readStakes(options);
  const needs = {
    columns: (file: DataFile) => {
      requireHeader(file, asked.class, '--class');
      const features = featureColumns(file, asked.predictors);
      if (features.some(({ header }) => header === asked.class))
        throw new ConfigError(`--features must not name ${asked.class}: it is the class`);
      return [...features, { header: asked.class, as: 'text' as const }];
    },
    classes: asked.class,
    relations: [...featureTables, 'scores.segment', 'scores.rfm'],
  };
  await withSubject(options, needs, effects, async (subject) => {
    const done = effects.step('telling the classes apart');
    const fitted = await fitDiscriminant(subject.engine, asked, subject.input);
    done(`${fitted.classes.length} classes`);
    const scores = fitted.functions.map((_, i) => [`score_${i + 1}`, `score_${i + 1}`] as const);
    const posteriors = fitted.classes.map((one, i) => [`posterior_${i + 1}`, `posterior_${one.class}`] as const);
    await subject.writeScores({
      query: (kept) => discriminantScoreSql(fitted, { functions: true, posteriors: true, ...(kept && { kept }) }),
      inOrder: true,
      columns: { ...columns, ...Object.fromEntries<string>([...posteriors, ...scores]) },
    });
    await show(subject, fitted, await rate(subject, fitted, options, effects), options, effects);
  });
}

/** How well the probabilities of two classes are, of rows that took no part in their own fit. */
function rate(
  { engine }: Subject,
  fitted: FittedDiscriminant,
  flags: TwoClassFlags,
  effects: Effects,
): Promise<RatedClasses | null> {
  const { folds } = fitted.crossValidated;
  const judgedOn = folds === null ? 'rows left out of their own fit' : leftOutInParts('fit', folds);
  const classes = fitted.classes.map((one) => ({ class: one.class, rows: one.customers }));
  return rateTwoClasses(classes, flags, judgedOn, async (positive, stakes) => {
    const done = effects.step('rating the probabilities');
    const posterior = raw(`posterior_${classes.findIndex((one) => one.class === positive) + 1}`);
    const rated = await withHeldOut(engine, fitted, (rows) =>
      evaluateTwoClasses(
        engine,
        sql`select ${posterior} as score, class = ${literal(positive)} as hit from (${rows}) as judged`,
        stakes,
      ),
    );
    done(`${whole(rated.rows)} rows held out`);
    return rated;
  });
}

async function show(
  { engine, shownAs, row, asOf, input }: Subject,
  fitted: FittedDiscriminant,
  rated: RatedClasses | null,
  options: DiscriminantCommand,
  effects: Effects,
): Promise<void> {
  const report = describeDiscriminant(fitted);
  if (options.report !== undefined) {
    const { buildDiscriminantPage } = await import('../reports/discriminant/page.tsx');
    const points = await sampleScores(engine, fitted, plottedRows, input.isNumbered ?? false);
    const notes = discriminantNotes(report, row);
    const frame = { subject: shownAs, rows: row, asOf, notes, version: options.version };
    const page = discriminantPage(fitted, report, points, rated, frame);
    await writePage(buildDiscriminantPage(page), options.report, effects);
  }
  if (options.json) {
    const { asOf: _, ...model } = fitted;
    effects.print(
      JSON.stringify({ source: shownAs, ...(asOf === null ? {} : { asOf }), report, evaluation: rated, model }),
    );
    return;
  }
  const style = { subject: shownAs, rows: row, width: effects.stdout.columns, colors: effects.colors };
  for (const line of discriminantLines(report, style)) effects.print(line);
  for (const line of rated === null ? [] : twoClassLines(rated, style)) effects.print(line);
}
