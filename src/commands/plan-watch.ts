import { tablesOf } from '../sources/ingest.ts';
import type { SourceSpec } from '../sources/spec.ts';
import { eventTables } from '../sources/watch/days.sql.ts';
import { hasNamedDays } from '../sources/watch/freshness.ts';
import { count } from './words.ts';

/** How old what is newest may be; none where nothing is held against it. */
function ages(spec: SourceSpec): string[] {
  const { warn_after_days: warn, error_after_days: error, severity } = spec.freshness;
  const ofEvents = eventTables(tablesOf(spec)).length > 0;
  const newest = ofEvents ? 'newest record' : 'newest file';
  if (hasNamedDays(spec))
    return Object.entries({ warn, error }).flatMap(([what, days]) =>
      days === undefined ? [] : [`${newest} older than ${count(days, 'day')} (${what})`],
    );
  return ofEvents && severity !== 'ignore'
    ? [`${newest} older than twice the longest pause of a year (${severity})`]
    : [];
}

/** How many records a file may have; none where nothing is held against it. */
function volumes({ mode, volume: { min, max, severity } }: SourceSpec): string[] {
  if (severity === 'ignore') return [];
  if (mode !== 'snapshot') {
    const later = [min, max].some((limit) => typeof limit === 'string')
      ? ', by percentage from the eighth file on'
      : '';
    return [`files of fewer than ${min} or more than ${max} of the usual records${later} (${severity ?? 'warn'})`];
  }
  const [fewer, more] = [`fewer than ${min}`, `more than ${max} of the records of the file before`];
  return severity === undefined ? [`${fewer} (error) or ${more} (warn)`] : [`${fewer} or ${more} (${severity})`];
}

/** What of a source is held against what it delivered before, with what a run does about it. */
function watched(spec: SourceSpec): string {
  const all = [
    ...volumes(spec),
    ...ages(spec),
    ...(spec.unit_change === 'ignore' ? [] : [`amounts and quantities in another unit (${spec.unit_change})`]),
  ];
  return all.length === 0 ? 'nothing' : all.join('; ');
}

/** What is watched of each source, those of which it is the same in one line. */
export function watchLines(sources: Readonly<Record<string, SourceSpec>>): string[] {
  const names = new Map<string, string[]>();
  for (const [source, spec] of Object.entries(sources)) {
    const what = watched(spec);
    names.set(what, [...(names.get(what) ?? []), source]);
  }
  return [...names].map(([what, of]) => `watched: ${of.join(', ')}: ${what}`);
}
