import type { ModelRecord, RunRecord } from '../../pipeline/record.ts';
import { causesInEnglish } from '../../text/causes.ts';

type Release = Pick<RunRecord, 'asOf' | 'fingerprint' | 'models'>;

/** By what `repurchase` and `next_product` foretell: whichever did best on the last window. */
interface Chosen extends ModelRecord {
  readonly used?: string | null;
}

/** What a way of foretelling is called. */
const ways: Readonly<Record<string, string>> = { model: 'its model', 'naive rule': 'recency alone' };

const way = (used: string | null): string => (used === null ? 'nothing' : (ways[used] ?? `"${used}"`));

const figuresOf = ({ id, ...figures }: Chosen): string => JSON.stringify(figures);

/** Whether a model says anything else. The id of one that is chosen anew each night also covers what was used the night before, which changes no figure. */
const isAnother = (before: Chosen, after: Chosen): boolean =>
  before.id !== after.id && (after.used === undefined || figuresOf(before) !== figuresOf(after));

/** How a model came to be another since an older release; null where it is what it was. */
function madeHow(before: Chosen, after: Chosen, older: Release, newer: Release): string | null {
  const { upkeep } = after;
  const day = after.fittedAsOf ?? newer.asOf;
  if (upkeep?.isReused) {
    const isSameFit = upkeep.on === before.upkeep?.on && upkeep.asOf === before.upkeep.asOf;
    if (!isSameFit) return `fitted again in between, as of ${day}`;
    const isSame = !isAnother(before, after) && older.fingerprint === newer.fingerprint;
    return isSame ? null : `used again, fitted as of ${day}; scores are as of ${newer.asOf}`;
  }
  if (!isAnother(before, after)) return null;
  if (upkeep) return `fitted again, as of ${day}${upkeep.why.length > 0 ? `: ${causesInEnglish(upkeep.why)}` : ''}`;
  if (before.fittedAsOf === older.asOf && day === newer.asOf) return `fitted again, as of ${day}, as on every night`;
  return before.fittedAsOf === after.fittedAsOf ? 'other figures' : `fitted again, as of ${day}`;
}

/** What of a model is another; empty where nothing is. */
function change(before: Chosen, after: Chosen, older: Release, newer: Release): string {
  const made = madeHow(before, after, older, newer);
  const { used } = after;
  const isChosenAnew = before.used !== undefined && used !== undefined && before.used !== used;
  return [
    ...(made === null ? [] : [made]),
    ...(isChosenAnew ? [`foretells by ${way(used)} now, not by ${way(before.used)}`] : []),
  ].join('; ');
}

/** Models that are others, new or gone, in sentences; those of which the same is told are one. */
export function modelsChanged(older: Release, newer: Release): string[] {
  const names = [...new Set([...Object.keys(older.models), ...Object.keys(newer.models)])].sort();
  const told = new Map<string, string[]>();
  for (const name of names) {
    const [before, after] = [older.models[name], newer.models[name]];
    const said = !before ? 'new' : !after ? 'gone' : change(before, after, older, newer);
    if (said !== '') told.set(said, [...(told.get(said) ?? []), name]);
  }
  return [...told].map(([said, models]) => `${models.join(', ')}: ${said}`);
}
