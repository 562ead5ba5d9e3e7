import { remark } from '../../text/remark.ts';
import { allowed, type Limit } from '../limit.ts';
import type { LoadRecord } from '../load-record.ts';
import type { SourceSpec } from '../spec.ts';
import type { Finding } from './finding.ts';
import type { Severity } from './spec.ts';

/** Files that tell what is usual: of four weeks of nights. */
export const remembered = 28;

/** Of files that are added to one another, so many must have come before one is unusual: a week has all its days then. */
const neededToAdd = 7;

/** Percentages of fewer records tell nothing. */
const fewest = 20;

/** The fewest and the most records of the files before; null where they are too few to tell. */
function usualOf({ mode }: SourceSpec, former: readonly LoadRecord[]): { low: number; high: number } | null {
  const records = former.slice(-remembered).map((load) => load.records);
  if (records.length < (mode === 'snapshot' ? 1 : neededToAdd)) return null;
  return { low: Math.min(...records), high: Math.max(...records) };
}

/**
 * Holds the number of records of a new file against those of the files before: at least `min` of the smallest, at most `max` of the largest,
 * so that neither Sundays nor a first file with the whole past are news.
 *
 * @param former the loads of the source before it, oldest first; of a snapshot, the one before
 */
export function checkVolume(spec: SourceSpec, load: LoadRecord, former: readonly LoadRecord[]): Finding[] {
  const { min, max, severity } = spec.volume;
  const usual = usualOf(spec, former);
  const { file, source, records } = load;
  const bound = (limit: Limit, of: number | undefined): number | null => {
    if (typeof limit === 'number') return limit;
    return of === undefined || of < fewest ? null : allowed(limit, of);
  };
  const found = (crossed: string, usually: Severity): Finding => ({
    severity: severity ?? usually,
    remark: remark('unusualVolume', { file, records, source, usual, crossed }),
    option: `sources.${source}.volume`,
  });
  // Whatever min is: none could be below it.
  const isEmptied = spec.mode === 'snapshot' && records === 0 && usual !== null && usual.high > 0;
  if (isEmptied) return [found(`severity: ${severity ?? 'error'}`, 'error')];
  const [least, most] = [bound(min, usual?.low), bound(max, usual?.high)];
  // What a snapshot no longer holds is taken for gone; what a small file lacks may come with the next.
  const usually = spec.mode === 'snapshot' ? 'error' : 'warn';
  if (least !== null && records < least) return [found(`min: ${min}`, usually)];
  return most !== null && records > most ? [found(`max: ${max}`, 'warn')] : [];
}
