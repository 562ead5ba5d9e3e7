import type { Effects } from '../effects.ts';

/** Effects that remember which step has not ended well: the last one that began, where a run fails within it. */
export function watchSteps(effects: Effects): { readonly effects: Effects; readonly unfinished: () => string | null } {
  const open = new Set<string>();
  const step: Effects['step'] = (title) => {
    open.add(title);
    const done = effects.step(title);
    return (outcome) => {
      if (outcome !== 'failed') open.delete(title);
      done(outcome);
    };
  };
  return { effects: { ...effects, step }, unfinished: () => [...open].at(-1) ?? null };
}
