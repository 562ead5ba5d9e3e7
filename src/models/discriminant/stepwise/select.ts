import { chiSquareTail } from '../../../math/distributions.ts';
import { distanceF } from '../pairwise.ts';
import type { Scatter } from '../scatter.ts';
import { raoF } from '../wilks.ts';
import type { EnteredRow, Selection, SelectionStep, Separation, WaitingRow } from './history.ts';
import { nextMove, type Move } from './next-move.ts';
import type { StepwiseOptions } from './options.ts';
import {
  countOf,
  firstStage,
  leastToleranceWith,
  outlooks,
  separationNow,
  toggle,
  toleranceOf,
  type Stage,
} from './stage.ts';

/** A selection, and the predictors in the analysis at its end, by their places. */
export interface Selected {
  readonly selection: Selection;
  readonly kept: readonly number[];
}

/** The predictors in the analysis and those outside, as the history tells them. */
function rowsOf(stage: Stage, names: readonly string[]): { in: EnteredRow[]; out: WaitingRow[] } {
  const rows: { in: EnteredRow[]; out: WaitingRow[] } = { in: [], out: [] };
  outlooks(stage).forEach((outlook, k) => {
    const predictor = names[k]!;
    const tolerance = toleranceOf(stage, k);
    if (!stage.entered[k]!) {
      const minTolerance = leastToleranceWith(stage, k);
      const [fToEnter, separation] = outlook ? [outlook.f, outlook.separation] : [null, null];
      rows.out.push({ predictor, tolerance, minTolerance, fToEnter, with: separation });
    } else {
      rows.in.push({ predictor, tolerance, fToRemove: outlook!.f, without: outlook!.separation });
    }
  });
  return rows;
}

/** A step as the history tells it: the tests of all predictors in the analysis after it. */
function stepOf(
  stage: Stage,
  { action, place }: Move,
  step: number,
  names: readonly string[],
  before: Separation,
): SelectionStep {
  const { n, classes } = stage;
  const [count, g] = [countOf(stage), classes.length];
  const { wilks, raoV, nearest } = separationNow(stage);
  const change = raoV - before.raoV;
  const size = (label: string): number => classes.find((one) => one.class === label)!.n;
  const sizes = [size(nearest.classes[0]), size(nearest.classes[1])] as const;
  return {
    step,
    action,
    predictor: names[place]!,
    count,
    wilks: { ...raoF(wilks, n, count, g), exact: count < 3 || g < 4 },
    raoV: {
      chiSquare: raoV,
      df: count * (g - 1),
      p: chiSquareTail(raoV, count * (g - 1)),
      change: { chiSquare: change, df: g - 1, p: chiSquareTail(Math.abs(change), g - 1) },
    },
    nearest: { ...nearest, ...distanceF(nearest.squaredDistance, sizes, n, count, g) },
    ...rowsOf(stage, names),
  };
}

/**
 * Stepwise selection of predictors that vary within classes (Jennrich 1977; the rules of SPSS): while one in the analysis
 * has an F to remove below `remove`, it leaves; else the best of those outside enters whose F to enter is at least
 * `enter` and with which every tolerance is at least `tolerance`. As `remove` is not above `enter`, every pair of an entry
 * and a removal makes Wilks' λ smaller, so no set comes twice and it ends.
 */
export function select(
  scatter: Scatter,
  names: readonly string[],
  { method, enter, remove, most_steps: mostSteps = 2 * names.length }: StepwiseOptions,
  tolerance: number,
): Selected {
  let stage = firstStage(scatter);
  const start = rowsOf(stage, names).out;
  const steps: SelectionStep[] = [];
  const limits = { method, enter, remove, tolerance };
  let move = nextMove(stage, limits);
  while (move !== null && steps.length < mostSteps) {
    const before = separationNow(stage);
    stage = toggle(stage, move.place);
    steps.push(stepOf(stage, move, steps.length + 1, names, before));
    move = nextMove(stage, limits);
  }
  const ended =
    move === null
      ? `no predictor in the analysis has an F to remove below ${remove}, and none outside has an F to enter of at least ${enter} and enough tolerance`
      : `${mostSteps} steps were made, the most that are allowed`;
  return {
    selection: { ...limits, mostSteps, start, steps, ended },
    kept: stage.entered.flatMap((inside, k) => (inside ? [k] : [])),
  };
}
