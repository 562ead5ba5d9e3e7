import { ConfigError } from '../../errors.ts';
import type { Stakes, TwoClassEvaluation } from '../../models/evaluation/evaluate.ts';
import { calibrationVerdict } from '../../text/en/calibration.ts';
import { percent } from '../../text/percent.ts';
import { formatTable, visible, type TableStyle } from '../table.ts';
import { whole } from '../words.ts';
import { fixed, pValue } from './discriminant/figures.ts';

/** What the command line says of two classes. */
export interface TwoClassFlags {
  /** The class that is looked for; left out: the smaller one. */
  readonly positive?: string;
  /** What it costs to take a row, and what a hit brings. */
  readonly cost?: string;
  readonly benefit?: string;
}

/** How well a model tells two classes apart, and on which rows that was seen. */
export interface RatedClasses {
  readonly positive: string;
  /** `rows left out of their own fit` */
  readonly judgedOn: string;
  readonly evaluation: TwoClassEvaluation;
}

/** What taking a row costs and a hit brings; null: nothing was said. Throws `ConfigError` where it is no money. */
export function readStakes({ cost, benefit }: TwoClassFlags): Stakes | null {
  if (cost === undefined && benefit === undefined) return null;
  if (cost === undefined || benefit === undefined)
    throw new ConfigError(
      '--cost and --benefit must be given together: what it costs to take a row, and what a hit brings',
    );
  const read = (text: string, option: string): number => {
    const value = Number(text.trim() || 'none');
    if (!Number.isFinite(value) || value < 0)
      throw new ConfigError(`${option} must be a number from 0 up, got "${text}"`);
    return value;
  };
  return { cost: read(cost, '--cost'), benefit: read(benefit, '--benefit') };
}

/** Rows that took no part in the fit that judges them, by parts. */
export const leftOutInParts = (fit: string, parts: number): string =>
  `rows left out of their own ${fit}, in ${parts} parts`;

/** Rows that the fit has seen. */
export const fittedRows = 'the rows that were fitted, which flatters';

/**
 * Rates the probability of one of two classes; null where there are more, and none of the flags is given.
 *
 * @param judgedOn on which rows, in words
 * @param rate how well the probability of a class finds it
 */
export async function rateTwoClasses(
  classes: readonly { readonly class: string; readonly rows: number }[],
  flags: TwoClassFlags,
  judgedOn: string,
  rate: (positive: string, stakes: Stakes | null) => Promise<TwoClassEvaluation>,
): Promise<RatedClasses | null> {
  const { positive: asked } = flags;
  const stakes = readStakes(flags);
  if (classes.length !== 2) {
    if (asked !== undefined || stakes !== null)
      throw new ConfigError(`--positive, --cost and --benefit must go with two classes; there are ${classes.length}`);
    return null;
  }
  if (asked !== undefined && !classes.some((one) => one.class === asked))
    throw new ConfigError(
      `--positive must be a class, got "${asked}"; the classes are ${classes.map((one) => one.class).join(', ')}`,
    );
  const [first, second] = [classes[0]!, classes[1]!];
  const positive = asked ?? (first.rows < second.rows ? first.class : second.class);
  return { positive, judgedOn, evaluation: await rate(positive, stakes) };
}

/** The rating as pages show it. */
export const responseOf = (rated: RatedClasses | null) =>
  rated && { hit: rated.positive, judgedOn: rated.judgedOn, ...rated.evaluation };

/** The rating as lines for people. */
export function twoClassLines({ positive, judgedOn, evaluation }: RatedClasses, style: TableStyle): string[] {
  const { auc, aucError, ks, brier, calibration, deciles, stakes, bestCut } = evaluation;
  const names = ['decile', 'rows', 'hits', 'rate', 'lift', 'gain', 'cumulative lift', 'foretold', 'least probability'];
  const columns = [...names, ...(stakes === null ? [] : ['profit up to here'])].map((name) => ({ name, right: true }));
  const rows = deciles.map((part) => [
    String(part.part),
    whole(part.rows),
    String(Math.round(part.hits * 10) / 10),
    percent(part.rate),
    part.lift.toFixed(2),
    percent(part.cumulativeGain),
    part.cumulativeLift.toFixed(2),
    percent(part.expectedRate),
    part.leastScore.toFixed(4),
    ...(part.profit === null ? [] : [fixed(part.profit, 2)]),
  ]);
  const cut =
    bestCut === null
      ? []
      : bestCut.score === null
        ? ['best cut-off: take nobody; no group brings more than it costs']
        : [
            `best cut-off: take whoever has a probability of at least ${bestCut.score.toFixed(4)}: ` +
              `${whole(bestCut.rows)} rows, ${whole(bestCut.hits)} hits, profit ${fixed(bestCut.profit, 2)}`,
          ];
  return [
    '',
    style.colors.bold(`Probability of ${visible(positive)}, judged on ${judgedOn}`),
    '',
    `area under the ROC curve ${auc.toFixed(4)} (standard error ${aucError.toFixed(4)}), ` +
      `KS ${ks.statistic.toFixed(4)} at ${ks.score.toFixed(4)}, Brier score ${brier.toFixed(4)}`,
    ...(calibration === null
      ? []
      : [
          `Hosmer–Lemeshow χ² ${calibration.chiSquare.toFixed(2)}, df ${calibration.df}, p ${pValue(calibration.p)}: ` +
            calibrationVerdict(calibration.p),
        ]),
    ...cut,
    '',
    ...formatTable(columns, rows, style),
  ];
}
