import { sayGaps, type Gap } from '../cost-gap.ts';
import { withheldNote, type Address } from '../exports.ts';
import type { Format } from '../../format.ts';
import { nouns } from '../words.ts';

/** What assigns prospects to segments. */
export type AssignerName = 'discriminant' | 'tree';

/** How often a model put customers, each left out of its fit, into their own segment. */
export interface AssignerHits {
  readonly model: AssignerName;
  /** Of all; null: not measured. */
  readonly ratio: number | null;
  /** How many these are, on the day of its fit; null: as many as of the model that assigns. */
  readonly of: number | null;
  /** Those who have all that it asks for, and how many of them are right; null: these are all, or none. */
  readonly some: { readonly measured: number; readonly ratio: number } | null;
}

const assigners: Readonly<Record<AssignerName, string>> = { discriminant: 'discriminant analysis', tree: 'tree' };

/** A file with more or fewer records than files of its source have. */
export interface UnusualVolume {
  readonly file: string;
  readonly records: number;
  readonly source: string;
  /** Of the files before; null where they are too few. */
  readonly usual: { readonly low: number; readonly high: number } | null;
  /** `min: 50%` */
  readonly crossed: string;
}

/** A source that nothing new comes from. */
export interface Stale {
  readonly source: string;
  /** What was looked at. */
  readonly newest: 'record' | 'file';
  readonly day: string;
  /** Before the as-of day. */
  readonly days: number;
  /** The longest pause there was, in days; or the option, `warn_after_days: 3`. */
  readonly rule: { readonly pause: number } | { readonly option: string };
}

/** The medians of a column. */
interface Medians {
  readonly column: string;
  readonly now: number;
  readonly before: number;
}

/** A column that comes in another unit. */
export interface UnitChange extends Medians {
  readonly file: string;
  readonly table: string;
  /** 100: a hundred times as much; 0.01: a hundredth. */
  readonly factor: number;
  /** Of the same file, by the same factor; left out: none. */
  readonly others?: readonly Medians[];
}

/** What a run has to say of its sources, of what people asked for, and of its history. */
export const runRemarks = (f: Format) => ({
  twinFile: ({ file, twin, table }: { file: string; twin: string; table: string }): string =>
    `${file}: holds the same as ${twin}; it counts once, as ${table}`,
  leftPipeline: ({ file, table }: { file: string; table: string }): string =>
    `${file}: is no longer part of the pipeline; its ${table} are left out`,
  earlierMapping: ({ file, table }: { file: string; table: string }): string =>
    `${file}: was read under an earlier mapping and is gone; its ${table} stay as they were read`,
  leftBehind: ({ file, table, records }: { file: string; table: string; records: number }): string =>
    `${file}: was read by a release that was rolled back, and is gone; its ${records} records of ${table} do not count. Put the file back to count them`,
  noFile: ({ source }: { source: string }): string =>
    `sources.${source}: no file matches now; it holds what was read on earlier nights`,
  noRecords: ({ file }: { file: string }): string => `${file}: holds no records`,
  removedRows: ({ file, rows, table }: { file: string; rows: number; table: string }): string =>
    rows === 1
      ? `${file}: 1 record of ${table} of the former snapshot is no longer in it; it is removed`
      : `${file}: ${rows} ${table} of the former snapshot are no longer in it; they are removed`,
  unusualVolume: ({ file, records, source, usual, crossed }: UnusualVolume): string =>
    `${file}: holds ${f.count(records, nouns.record)}${usual === null ? '' : `, where ${usual.low === usual.high ? f.whole(usual.low) : `${f.whole(usual.low)} to ${f.whole(usual.high)}`} are usual`} (sources.${source}.volume, ${crossed})`,
  stale: ({ source, newest, day, days, rule }: Stale): string =>
    `sources.${source}: ${newest === 'record' ? 'the newest record is of' : 'the newest file was written on'} ${day}, ${f.count(days, nouns.day)} before the as-of day (${
      'option' in rule
        ? `sources.${source}.freshness, ${rule.option}`
        : `the longest pause of the year before: ${f.count(rule.pause, nouns.day)}`
    })`,
  nothingYet: ({ source, option }: { source: string; option: string }): string =>
    `sources.${source}: there is no purchase, contact or return up to the as-of day (sources.${source}.freshness, ${option})`,
  unitChange: ({ file, table, column, factor, now, before, others = [] }: UnitChange): string => {
    const told = factor > 1 ? `${f.whole(factor)} times as much` : `1/${f.whole(1 / factor)} of it`;
    if (others.length === 0)
      return `${file}: the median of ${table}.${column} is ${f.number(now, 4)}, where ${f.number(before, 4)} was usual: about ${told}. Has its unit changed?`;
    const all = [{ column, now, before }, ...others].map(
      (one) => `${table}.${one.column} (${f.number(one.now, 4)}, where ${f.number(one.before, 4)} was usual)`,
    );
    return `${file}: the medians of ${f.list(all)} have moved together: about ${told}. Has their unit changed?`;
  },
  future: ({ day, today }: { day: string; today: string }): string =>
    `the data hold records of ${day}, after today (${today}); they are not read`,
  historyAfter: ({ days, asOf, former }: { days: number; asOf: string; former: string }): string =>
    (days === 1
      ? `1 day of segment history after ${asOf} is left out here, until a run of a later day tells it anew. `
      : `${days} days of segment history after ${asOf} are left out here, until runs of later days tell them anew. `) +
    `Nothing is lost: the release before, as of ${former}, still has ${days === 1 ? 'it' : 'them'}; "bezero rollback" goes back to that release`,
  decisionsGone: (): string =>
    'people.duckdb was gone from the store: what people decided is forgotten (names of segments, who is kept in or out of an audience, who is in which arm of a campaign); if you have a backup of it, put it back and run with --force',
  decisionsOld: (): string =>
    'people.duckdb was older than the last erasure: who was erased since is kept out all the same, but what people decided since is forgotten (names of segments, who is kept in or out of an audience, who is in which arm of a campaign); if you have a newer backup of it, put it back and run with --force',
  keptOut: ({ records }: { records: number }): string =>
    `records of people who were erased were read again, and are kept out: ${records}`,
  emptyAudiences: ({ audiences }: { audiences: readonly string[] }): string =>
    `audiences: the condition of ${audiences.join(', ')} holds for nobody`,
  littleKnown: ({ campaign, channel, response }: { campaign: string; channel: string; response: number }): string =>
    `campaigns: no past campaign by ${channel} that is over says what ${campaign} brings: ${f.share(response, 2)} of those contacted are taken to buy because of it; name the response in the pipeline`,
  sampleRatio: ({ campaign }: { campaign: string }): string =>
    `campaigns: the holdout of ${campaign} is hardly the share that was drawn (sample ratio mismatch); find out who got lost before you believe its result`,
  notAssigned: ({ model, features }: { model: AssignerName; features: readonly string[] }): string =>
    `prospects are not assigned by the ${assigners[model]}: only a purchase makes ${features.join(', ')} known`,
  assigned: ({ hits, customers }: { hits: readonly AssignerHits[]; customers: number }): string => {
    const told = hits.map(({ model, ratio, of, some }) =>
      ratio === null
        ? `${assigners[model]} not measured`
        : `${assigners[model]} ${f.share(ratio, 1)}${of === null ? '' : ` of the ${f.whole(of)} on the day of its fit`}${some === null ? '' : ` (${f.share(some.ratio, 1)} of the ${f.whole(some.measured)} with all its predictors)`}`,
    );
    return (
      `prospects are assigned by the ${assigners[hits[0]!.model]}; of the ${f.count(customers, nouns.customer)} with a segment, ` +
      `each left out of the fit, so many are put into their own: ${told.join(', ')}`
    );
  },
  withheld: ({ optIns, addresses }: { optIns: readonly string[]; addresses: readonly Address[] }): string =>
    withheldNote(optIns, addresses),
  costGaps: ({ gaps }: { gaps: readonly Gap[] }): string => sayGaps(gaps, f) ?? '',
});
