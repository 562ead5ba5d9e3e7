import type { StepwiseOptions } from './options.ts';
import { leastToleranceWith, outlooks, type Outlook, type Stage } from './stage.ts';

/** What a step does, and to which predictor. */
export interface Move {
  readonly action: 'entered' | 'removed';
  readonly place: number;
}

/** When predictors enter and leave. */
export interface Limits extends Pick<StepwiseOptions, 'method' | 'enter' | 'remove'> {
  readonly tolerance: number;
}

/** Values that differ by less than this share are equal: rounding. */
const equal = 1e-12;

/** The place with the largest value; of equal ones the first. */
function bestOf(candidates: readonly { readonly place: number; readonly value: number }[]): number | null {
  const [first, ...rest] = candidates;
  if (first === undefined) return null;
  return rest.reduce((best, one) => (one.value - best.value > equal * Math.abs(best.value) ? one : best), first).place;
}

/** How good the set would be after the move, by the method; larger is better. */
function valueOf({ f, separation }: Outlook, method: Limits['method'], action: Move['action']): number {
  if (method === 'rao') return separation.raoV;
  if (method === 'mahalanobis') return separation.nearest.squaredDistance;
  return action === 'entered' ? f : -f;
}

/** The next step of a selection; null: there is none. */
export function nextMove(stage: Stage, { method, enter, remove, tolerance }: Limits): Move | null {
  const all = outlooks(stage).flatMap((outlook, place) => {
    return outlook ? [{ place, outlook, inside: stage.entered[place]! }] : [];
  });
  const best = (action: Move['action'], candidates: typeof all): Move | null => {
    const place = bestOf(candidates.map((one) => ({ place: one.place, value: valueOf(one.outlook, method, action) })));
    return place === null ? null : { action, place };
  };
  const leaving = all.filter(({ inside, outlook }) => inside && outlook.f < remove);
  if (leaving.length > 0) return best('removed', leaving);
  return best(
    'entered',
    all.filter(
      ({ place, inside, outlook }) => !inside && outlook.f >= enter && leastToleranceWith(stage, place) >= tolerance,
    ),
  );
}
