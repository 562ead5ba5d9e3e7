import type { DiscriminantReport } from '../../models/discriminant/describe.ts';
import type { ClassificationTable, TableJudgement } from '../../models/classification-table.ts';
import type { FittedDiscriminant, FStatistic } from '../../models/discriminant/fitted.ts';
import type { ScorePoint } from '../../models/discriminant/score-sample.ts';
import { dot, submatrix, times, type Rows } from '../../math/linear-algebra.ts';
import type { DiscriminantPage, PageClass, PageTable } from '../../reports/discriminant/data.ts';
import { surfacesOf } from './surface.ts';
import { responseOf, type RatedClasses } from './two-classes.ts';

/** What the page cannot tell from the model. */
export interface DiscriminantPageFrame {
  readonly subject: string;
  readonly rows: 'row' | 'customer';
  readonly asOf: string | null;
  /** Sentences on what a reader should know. */
  readonly notes: readonly string[];
  readonly version: string;
}

/** Rows of the score plot. */
export const plottedRows = 1500;

const testOf = ({ f, df1, df2, p }: FStatistic) => ({ f, df1, df2, p });

/** The covariance of the first two functions where the predictors have this one: A′SA. */
function spreadOf({ functions }: FittedDiscriminant, covariance: Rows | null): PageClass['spread'] {
  const [first, second] = functions.map(({ raw }) => raw);
  if (covariance === null || first === undefined) return [1, 0, 1];
  const x = times(covariance, first);
  return second === undefined
    ? [dot(first, x), 0, 1]
    : [dot(first, x), dot(second, x), dot(second, times(covariance, second))];
}

/** A table by the classes that were fitted, in their order. */
function tableOf(
  names: readonly string[],
  { classes, counts, hitRatio }: ClassificationTable,
  judged: TableJudgement,
): PageTable {
  const places = names.map((label) => classes.indexOf(label));
  return {
    counts: submatrix(counts, places),
    hitRatio,
    recall: places.map((place) => judged.classes[place]!.recall),
    precision: places.map((place) => judged.classes[place]!.precision),
  };
}

function selectionOf({ selection }: DiscriminantReport): DiscriminantPage['selection'] {
  if (selection === null) return null;
  const { method, enter, remove, start, steps, ended } = selection;
  return {
    ...{ method, enter, remove, ended },
    steps: steps.map(({ step, action, predictor, count, wilks, raoV, nearest }) => ({
      ...{ step, action, predictor, count },
      wilks: wilks.wilks,
      test: testOf(wilks),
      raoV: raoV.chiSquare,
      nearest: { classes: nearest.classes, squaredDistance: nearest.squaredDistance },
    })),
    out: (steps.at(-1)?.out ?? start).map(({ predictor, tolerance, fToEnter }) => ({
      predictor,
      tolerance,
      fToEnter,
    })),
  };
}

/**
 * A fitted discriminant analysis as its page shows it.
 *
 * @param points a sample of the rows (`sampleScores`, at most `plottedRows`)
 * @param rated of two classes; null where there are more
 */
export function discriminantPage(
  fitted: FittedDiscriminant,
  report: DiscriminantReport,
  points: readonly ScorePoint[],
  rated: RatedClasses | null,
  frame: DiscriminantPageFrame,
): DiscriminantPage {
  const { classes, order, covariance, judged, multivariate } = report;
  const names = classes.map((one) => one.class);
  const surfaces = surfacesOf(fitted);
  const places = new Map(names.map((label, c) => [label, c]));
  const { pooled, diagonal } = covariance.shrinkage;
  const { wilks, pillai, hotellingLawley, roy } = multivariate;
  return {
    ...{ subject: frame.subject, noun: frame.rows, asOf: frame.asOf, notes: frame.notes, version: frame.version },
    column: fitted.options.class,
    kind: covariance.kind,
    linear: covariance.classes.length === 0,
    rows: report.customers,
    classes: classes.map(({ class: label, customers, prior, centroid }, c) => ({
      name: label,
      rows: customers,
      ...{ prior, centroid },
      spread: spreadOf(fitted, covariance.classes[c]?.covariance ?? null),
      surface: surfaces[c]!,
    })),
    predictors: report.predictors.map(({ predictor, mean, totalSd, wilks: lambda, tolerance, ...row }) => {
      const at = order.indexOf(predictor);
      return {
        ...{ predictor, mean, tolerance, sd: totalSd, wilks: lambda },
        cells: classes.map(({ means, deviations }) => ({ mean: means[at]!, sd: deviations[at]! })),
        test: testOf(row),
        ...{ standardised: row.standardised, raw: row.raw, structure: row.structure },
      };
    }),
    functions: report.functions.map(
      ({ eigenvalue, variance, cumulative, canonicalCorrelation, wilks: lambda, test, constant }) => ({
        ...{ eigenvalue, variance, cumulative, test, constant },
        correlation: canonicalCorrelation,
        wilks: lambda,
      }),
    ),
    overall: { wilks: report.overall.wilks, ...testOf(report.overall) },
    multivariate: Object.entries({ wilks, pillai, hotellingLawley, roy }).map(
      ([criterion, { value, f, df1, df2, p }]) => ({
        criterion: criterion as DiscriminantPage['multivariate'][number]['criterion'],
        ...{ value, f, df1, df2, p },
      }),
    ),
    points: points.flatMap(({ class: label, x, y }) => {
      const place = places.get(label);
      return place === undefined ? [] : [{ class: place, x, y }];
    }),
    boxM: {
      classes: report.boxM.classes.map(({ class: label, rank, lnDeterminant, leftOut }) => ({
        ...{ name: label, rank, lnDeterminant, note: leftOut },
      })),
      pooled: { rank: report.boxM.pooled.rank, lnDeterminant: report.boxM.pooled.lnDeterminant },
      test: report.boxM.test && {
        m: report.boxM.test.m,
        chiSquare: report.boxM.test.chiSquare,
        f: report.boxM.test.f && testOf(report.boxM.test.f),
      },
      reason: report.boxM.reason,
    },
    shrinkage: covariance.kind === 'shrunk' || diagonal > 0 ? { pooled, diagonal, tried: covariance.search } : null,
    pairs: report.pairs.map((pair) => ({
      classes: [places.get(pair.classes[0])!, places.get(pair.classes[1])!],
      squaredDistance: pair.squaredDistance,
      test: testOf(pair),
    })),
    fitted: tableOf(names, report.resubstitution, judged.resubstitution),
    heldOut: { ...tableOf(names, report.crossValidated, judged.crossValidated), folds: report.crossValidated.folds },
    chance: {
      maximum: judged.crossValidated.maximumChance,
      proportional: judged.crossValidated.proportionalChance,
      pressQ: judged.crossValidated.pressQ,
    },
    selection: selectionOf(report),
    response: responseOf(rated),
  };
}
