import type { ModelRecord, RunRecord } from '../../pipeline/record.ts';

type Release = Pick<RunRecord, 'asOf' | 'models'>;

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

/** What of a model is another; none where nothing is. */
function change(before: Chosen, after: Chosen, asOf: string): string[] {
  const { upkeep, used } = after;
  const isOther = isAnother(before, after);
  const isFitted = upkeep === undefined ? before.fittedAsOf !== after.fittedAsOf : !upkeep.isReused;
  const made = isFitted ? `fitted again, as of ${after.fittedAsOf ?? asOf}` : 'other figures';
  return [
    ...(isOther ? [upkeep?.isReused ? 'used again; scores are new' : made] : []),
    ...(before.used === undefined || used === undefined || before.used === used
      ? []
      : [`foretells by ${way(used)} now, not by ${way(before.used)}`]),
  ];
}

/** Models that are others, new or gone, in sentences. */
export function modelsChanged(older: Release, newer: Release): string[] {
  const names = [...new Set([...Object.keys(older.models), ...Object.keys(newer.models)])].sort();
  return names.flatMap((name) => {
    const [before, after] = [older.models[name], newer.models[name]];
    if (!before) return [`${name}: new`];
    if (!after) return [`${name}: gone`];
    const said = change(before, after, newer.asOf);
    return said.length === 0 ? [] : [`${name}: ${said.join('; ')}`];
  });
}
