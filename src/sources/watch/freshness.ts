import { remark, type Remark } from '../../text/remark.ts';
import type { SourceSpec } from '../spec.ts';
import type { Finding } from './finding.ts';
import type { Severity } from './spec.ts';

/** Days of a year on which something happens, from which on pauses tell what is usual. */
const neededDays = 30;

/** What is newest of a source, as of the as-of day. */
export interface Newest {
  readonly source: string;
  /** What was looked at. */
  readonly of: 'record' | 'file';
  readonly day: string;
  /** In days before the as-of day. */
  readonly age: number;
  /** The longest time between two days with records in the year before, in days; null where it is not known, or means nothing. */
  readonly pause: number | null;
}

/** The longest pause, where there are days enough for it to mean something. */
export const meantPause = (days: number, pause: number | null): number | null => (days < neededDays ? null : pause);

/** The pipeline names how old what is newest may be. */
export const hasNamedDays = ({ freshness }: SourceSpec): boolean =>
  (freshness.warn_after_days ?? freshness.error_after_days) !== undefined;

/** The days of the pipeline that an age is beyond: those that stop the run before those that warn. */
function namedDays({ freshness }: SourceSpec, age: number): { severity: Severity; option: string } | null {
  const { warn_after_days: warnAfter, error_after_days: errorAfter } = freshness;
  if (errorAfter !== undefined && age > errorAfter)
    return { severity: 'error', option: `error_after_days: ${errorAfter}` };
  if (warnAfter !== undefined && age > warnAfter) return { severity: 'warn', option: `warn_after_days: ${warnAfter}` };
  return null;
}

const finding = (severity: Severity, source: string, of: Remark): Finding => ({
  severity,
  remark: of,
  option: `sources.${source}.freshness`,
});

/** Holds the age of what is newest against the days of the pipeline; where it names none, against twice the longest pause there was. */
export function checkFreshness(spec: SourceSpec, { source, of, day, age, pause }: Newest): Finding[] {
  const stale = { source, newest: of, day, days: age };
  const named = namedDays(spec, age);
  if (named) return [finding(named.severity, source, remark('stale', { ...stale, rule: { option: named.option } }))];
  return !hasNamedDays(spec) && pause !== null && age > Math.max(2, 2 * pause)
    ? [finding(spec.freshness.severity, source, remark('stale', { ...stale, rule: { pause } }))]
    : [];
}

/** Of a source without a record up to the as-of day: that is beyond any number of days. */
export function checkNothingYet(spec: SourceSpec, source: string): Finding[] {
  const named = namedDays(spec, Infinity);
  return named ? [finding(named.severity, source, remark('nothingYet', { source, option: named.option }))] : [];
}
