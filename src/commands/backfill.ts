import { ConfigError } from '../errors.ts';
import { dayIn, resolveAsOf } from '../pipeline/as-of.ts';
import { mustHaveSegments } from '../pipeline/backfill.ts';
import { daysFrom, parseEvery, type Every } from '../pipeline/days.ts';
import type { BackfillRecord } from '../pipeline/record.ts';
import type { Effects } from './effects.ts';
import { loadPipeline } from './load-pipeline.ts';
import { knownRemarks } from './remarks.ts';
import { requireDay } from './require-day.ts';
import { runLocked, tellRun } from './run.ts';
import { count } from './words.ts';

/** Options of `bezero backfill`. */
export interface BackfillOptions {
  /** Pipeline file. */
  readonly pipeline: string;
  /** The first past day. */
  readonly from: string;
  /** No past day is later; left out: up to the as-of day. */
  readonly to?: string;
  /** `day`, `week`, `month`, `14d` */
  readonly every: string;
  /** Past days may take the place of nights that were run. */
  readonly replaceHistory: boolean;
  readonly json: boolean;
}

/** Computes past days, so that the history of the segments begins there, and publishes a release as of the pipeline's own day. */
export async function backfill(options: BackfillOptions, effects: Effects): Promise<void> {
  const every = checkOptions(options);
  const pipeline = await loadPipeline(options.pipeline, effects);
  mustHaveSegments(pipeline);
  const daysBefore = (asOf: string): string[] => {
    const days = daysFrom(options.from, every, asOf, options.to);
    if (days.length > 0) return days;
    throw new ConfigError(`--from must be a day before the as-of day ${asOf}; got ${options.from}`);
  };
  // The last day in the data is known when they are loaded; every other one now.
  if (pipeline.as_of !== 'latest')
    daysBefore(resolveAsOf(pipeline.as_of, dayIn(pipeline.time_zone, effects.now()), null));
  const days = (asOf: string): string[] => {
    const days = daysBefore(asOf);
    effects.say(`${count(days.length, 'day')} before ${asOf}: ${days.join(', ')}`);
    return days;
  };
  const ran = await runLocked(pipeline, { past: { days, replaceHistory: options.replaceHistory } }, effects);
  if (ran.record.backfill) for (const line of history(ran.record.backfill)) effects.say(line);
  tellRun(ran, options.json, effects);
}

function checkOptions({ from, to, every }: BackfillOptions): Every {
  requireDay('--from', from);
  requireDay('--to', to);
  if (to !== undefined && to < from) throw new ConfigError(`--to must not lie before --from; got ${to} and ${from}`);
  const step = parseEvery(every);
  if (step === null)
    throw new ConfigError(`--every must be day, week, month or a number of days like 14d; got "${every}"`);
  return step;
}

/** What there is to know of the past days: each sentence on the day that it is news. */
function history({ days, skipped }: BackfillRecord): string[] {
  const found = days.filter(({ asOf, fittedOn }) => fittedOn['kmeans'] === asOf).map(({ asOf }) => asOf);
  const news = days.flatMap(({ asOf, remarks, told }, i) => {
    const known = knownRemarks(told, days[i - 1]?.told);
    return remarks.filter((_, place) => known[place] !== true).map((remark) => `note: as of ${asOf}: ${remark}`);
  });
  return [
    ...skippedDays(skipped),
    ...news,
    `the history has ${count(days.length, 'past day')} from ${days[0]!.asOf} on, and then the as-of day; segments were found anew on ${found.join(', ')}`,
  ];
}

/** Days that are skipped for one reason are told in one sentence. */
function skippedDays(skipped: BackfillRecord['skipped']): string[] {
  const days = new Map<string, string[]>();
  for (const { asOf, reason } of skipped) days.set(reason, [...(days.get(reason) ?? []), asOf]);
  return [...days].map(([reason, all]) =>
    all.length === 1
      ? `note: ${all[0]!} is skipped: ${reason}`
      : `note: ${count(all.length, 'day')} are skipped, ${all[0]!} to ${all.at(-1)!}: ${reason}`,
  );
}
