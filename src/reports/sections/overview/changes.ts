import type { Phrase } from '../../../text/phrase.ts';
import { changesOf, summariseMoves } from '../../moves.ts';
import { eventPhrase, ratio, segmentName, type View } from '../../view.ts';

/** Less than a cent is no change of an amount. */
const leastAmount = 0.005;

/** So many events are told one by one, and so many audiences. */
const fewEvents = 2;

/** The day that changes are since; null where the run before was of the same day, or there is none. */
export const sinceOf = ({ context: { previous, asOf } }: View): string | null =>
  previous === undefined || previous.asOf === asOf ? null : previous.asOf;

/** What changed since the run before, in sentences; of a first run that there was none. */
export function changesSince(view: View): Phrase[] {
  const words = view.t.overview.changed;
  if (view.context.previous === undefined) return [words.first, ...segmentChanges(view)];
  const told = [...amountChanges(view), ...segmentChanges(view), ...decidedChanges(view), ...customerChanges(view)];
  return told.length === 0 ? [words.nothing] : told;
}

/** An amount now and before, where both are known and differ. */
function changeOf(
  now: number | undefined,
  before: number | undefined,
  say: (amount: number, share: number | null) => Phrase,
): Phrase[] {
  if (now === undefined || before === undefined || Math.abs(now - before) < leastAmount) return [];
  return [say(now - before, before > 0 ? now / before - 1 : null)];
}

/** How many more or fewer, where both are known and differ. */
function countOf(
  now: number,
  before: number | undefined,
  more: (count: number) => Phrase,
  fewer: (count: number) => Phrase,
): Phrase[] {
  if (before === undefined || now === before) return [];
  return [now > before ? more(now - before) : fewer(before - now)];
}

/** Lifetime value of all customers; left out where nobody is valued. */
export const lifetimeValueOf = ({ data: { clv, clvGroups } }: View): number | undefined =>
  clv === null || 'reason' in clv ? undefined : clvGroups.reduce((sum, { value }) => sum + value, 0);

function amountChanges(view: View): Phrase[] {
  const { t, data, context, worth } = view;
  const words = t.overview.changed;
  const before = context.previous!;
  return [
    ...countOf(data.total.buyers, before.buyers, words.moreCustomers, words.fewerCustomers),
    ...changeOf(data.total.net_revenue, before.netRevenue, words.netRevenue),
    ...(worth === 'profit' ? changeOf(data.total.profit, before.profit, words.profit) : []),
    ...changeOf(lifetimeValueOf(view), before.customers?.lifetimeValue, words.lifetimeValue),
  ];
}

/** Other names of segments, and other members of audiences. */
function decidedChanges({ t, context }: View): Phrase[] {
  const words = t.overview.changed;
  const { renamed = [], audiences = [] } = context.previous!;
  return [
    ...(renamed.length <= fewEvents
      ? renamed.map(({ before, now }) => words.renamed(before, now))
      : [words.manyRenamed(renamed.length)]),
    ...audiences.slice(0, fewEvents).map(({ audience, entered, left }) => words.audience(audience, entered, left)),
  ];
}

function customerChanges({ t, data, context, worth }: View): Phrase[] {
  const words = t.overview.changed;
  const { customers, rejected } = context.previous!;
  const { lapsed = 0, losing = 0 } = customers ?? {};
  return [
    ...(lapsed > 0 ? [words.lapsed(lapsed)] : []),
    ...(losing > 0 && worth === 'profit' ? [words.losing(losing)] : []),
    ...countOf(data.quality.all.rejected, rejected, words.moreRejects, words.fewerRejects),
  ];
}

/** Segments that are new or gone, and who moved; after a backfill also of a first run. */
function segmentChanges(view: View): Phrase[] {
  const { t, data } = view;
  const words = t.overview.changed;
  const { born, ended } = changesOf(data);
  const events = [...born, ...ended];
  const told =
    events.length <= fewEvents
      ? events.map((event) => eventPhrase(view, event))
      : [t.history.manyEvents(born.length, ended.length)];
  const summary = summariseMoves(data);
  if (summary === null) return told;
  const { largest, moved, before, came } = summary;
  const since = summary.since === sinceOf(view) ? null : summary.since;
  const name = (code: string): string => segmentName(view, code);
  const moves =
    largest === null
      ? words.stayed(since)
      : words.moved(since, moved, ratio(moved, before), {
          customers: largest.customers,
          from: name(largest.from_segment),
          to: name(largest.to_segment),
        });
  // Both are since the same day, which may be another than that of the amounts: after a backfill.
  return [...told, came > 0 ? [...moves, ' ', ...words.came(came)] : moves];
}
