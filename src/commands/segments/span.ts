import { ConfigError } from '../../errors.ts';
import { requireDay } from '../require-day.ts';

/** From the end of one day to the end of another. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The span that options name; left out, the last run and the one before it. `days`: those that were run, oldest first. */
export function spanOf({ from, to }: Partial<Span>, days: readonly string[]): Span {
  requireDay('--from', from);
  requireDay('--to', to);
  const [first, last] = [days[0]!, days.at(-1)!];
  if (from === undefined && to === undefined && days.length < 2)
    throw new ConfigError(`migrations need two days that were run; there is ${first} alone`);
  const until = to ?? last;
  const before = days.filter((day) => day < until).at(-1);
  const span = { from: from ?? before ?? first, to: until };
  if (span.from >= span.to) throw new ConfigError(`--from must be before --to, got ${span.from} and ${span.to}`);
  if (span.from < first)
    throw new ConfigError(`--from must be ${first} or later, the first day with segments, got ${span.from}`);
  return span;
}
