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

/** Holds the age of what is newest against the days of the pipeline; where it names none, against twice the longest pause there was. */
export function checkFreshness({ freshness }: SourceSpec, { source, of, day, age, pause }: Newest): Finding[] {
  const { warn_after_days: warnAfter, error_after_days: errorAfter, severity } = freshness;
  const found = (as: Severity, rule: Extract<Remark, { code: 'stale' }>['figures'][0]['rule']): Finding[] => [
    {
      severity: as,
      remark: remark('stale', { source, newest: of, day, days: age, rule }),
      option: `sources.${source}.freshness`,
    },
  ];
  if (errorAfter !== undefined && age > errorAfter)
    return found('error', { option: `error_after_days: ${errorAfter}` });
  if (warnAfter !== undefined && age > warnAfter) return found('warn', { option: `warn_after_days: ${warnAfter}` });
  const isNamed = warnAfter !== undefined || errorAfter !== undefined;
  return !isNamed && pause !== null && age > Math.max(2, 2 * pause) ? found(severity, { pause }) : [];
}
