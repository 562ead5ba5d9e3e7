import type { Place } from '../../mail/failure.ts';
import type { Effects } from '../effects.ts';

/** Effects that remember how far a run came: the step that has not ended well, or else the last one that has. */
export function watchSteps(effects: Effects): { readonly effects: Effects; readonly place: () => Place | null } {
  const open = new Set<string>();
  let last: string | null = null;
  const step: Effects['step'] = (title) => {
    open.add(title);
    const done = effects.step(title);
    return (outcome) => {
      if (outcome !== 'failed') {
        open.delete(title);
        last = title;
      }
      done(outcome);
    };
  };
  const place = (): Place | null => {
    const within = [...open].at(-1);
    if (within !== undefined) return { step: within, ended: false };
    return last === null ? null : { step: last, ended: true };
  };
  return { effects: { ...effects, step }, place };
}
