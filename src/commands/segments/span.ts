import { ConfigError } from '../../errors.ts';
import { requireDay } from '../require-day.ts';

/** From the end of one day to the end of another. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A day that was run in the place of one that was not. */
interface Stand {
  readonly day: string;
  /** What should be said of it; null: the day itself was run. */
  readonly note: string | null;
}

/** On a day that was not run, customers were where the last run before it had them. */
function runOn(option: string, asked: string, days: readonly string[]): Stand {
  const day = days.filter((one) => one <= asked).at(-1);
  if (day === undefined)
    throw new ConfigError(`${option} must be ${days[0]!} or later, the first day with segments, got ${asked}`);
  if (day === asked) return { day, note: null };
  const next = days.find((one) => one > asked);
  const after = next === undefined ? '' : `; the next is ${next}`;
  return { day, note: `${asked} was not run; ${option} is taken for ${day}, the last day before it that was${after}` };
}

/**
 * The span that options name; left out, the last run and the one before it. `days`: those that were run, oldest first; `tell` is told of
 * days that were not run and what stands for them.
 */
export function spanOf({ from, to }: Partial<Span>, days: readonly string[], tell: (sentence: string) => void): Span {
  requireDay('--from', from);
  requireDay('--to', to);
  const [first, last] = [days[0]!, days.at(-1)!];
  if (from === undefined && to === undefined && days.length < 2)
    throw new ConfigError(`migrations need two days that were run; there is ${first} alone`);
  const until = runOn('--to', to ?? last, days);
  const before = days.filter((day) => day < until.day).at(-1);
  const since = runOn('--from', from ?? before ?? first, days);
  for (const { note } of [since, until]) if (note !== null) tell(note);
  if (since.day >= until.day) throw new ConfigError(`--from must be before --to, got ${since.day} and ${until.day}`);
  return { from: since.day, to: until.day };
}
