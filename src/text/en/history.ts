import type { Format } from '../format.ts';
import { figure, listed, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** A segment that became larger or smaller. */
export interface Change {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const steps = { day: '', week: 'week', month: 'month', quarter: 'quarter', year: 'year' } as const;

/** Segments over time. */
export const history = (f: Format) => ({
  sizes: 'Segments over time',
  sizesSentence: (since: string, grown: Change | null, shrunk: Change | null): Phrase => {
    const change = ({ name, from, to }: Change, verb: string): Phrase =>
      phrase`${named(name)} ${verb}, from ${figure(f.whole(from))} to ${figure(f.count(to, nouns.customer))}`;
    if (grown !== null && shrunk !== null)
      return phrase`Since ${f.day(since)}, ${change(grown, 'grew most')}; ${change(shrunk, 'shrank most')}.`;
    if (grown !== null) return phrase`Since ${f.day(since)}, ${change(grown, 'grew most')}. No segment became smaller.`;
    if (shrunk !== null) return phrase`Since ${f.day(since)}, ${change(shrunk, 'shrank most')}. No segment grew.`;
    return phrase`Since ${f.day(since)}, every segment has kept its size.`;
  },
  /** Which of many days are shown. */
  step: (step: keyof typeof steps): Phrase | null =>
    step === 'day' ? null : phrase`Shown is the last day of each ${steps[step]} that was run.`,
  size: (customers: number, share: number): string => `${f.count(customers, nouns.customer)}, ${f.share(share)}`,
  shortSize: (customers: number, share: number): string => `${f.whole(customers)}, ${f.share(share)}`,
  day: 'As of',
  /** A segment that is no more, by its last name or its code. */
  former: (name: string): string => `${name} (no more)`,

  moves: 'Who moved',
  /** `until`: the last day of those that are told of; left out: today's. */
  movesSentence: (
    since: string | null,
    of: { before: number; moved: number; came: number; went: number },
    until: string | null = null,
  ): Phrase => {
    const from = since === null ? 'the day that was run before' : f.day(since);
    const span = until === null ? `Since ${from}` : `From ${from} to ${f.day(until)}`;
    const are = until === null ? { one: 'is', other: 'are' } : { one: 'was', other: 'were' };
    const is = (count: number): string => f.plural(count, are);
    const then = until === null ? 'now' : 'then';
    const rest = [
      ...(of.came > 0 ? [phrase`${figure(f.whole(of.came))} who had none ${is(of.came)} in one ${then}`] : []),
      ...(of.went > 0 ? [phrase`${figure(f.whole(of.went))} ${is(of.went)} in none any more`] : []),
    ];
    const told: Phrase = rest.length === 0 ? [] : ['; ', ...listed(f, rest)];
    if (of.moved === 0)
      return phrase`${span}, none of ${figure(f.count(of.before, nouns.customer))} moved to another segment${told}.`;
    const share = f.share(of.moved / of.before, 1);
    return phrase`${span}, ${figure(f.whole(of.moved))} of ${f.count(of.before, nouns.customer)} (${share}) moved to another segment${told}.`;
  },
  left: (name: string, left: number, to: readonly { name: string; customers: number }[]): Phrase => {
    const [first, ...more] = to;
    if (first !== undefined && more.length === 0)
      return phrase`${figure(f.count(left, nouns.customer))} left ${named(name)}${left === 1 ? '' : ', all'} for ${named(first.name)}.`;
    const told = to.slice(0, 3);
    const others = left - told.reduce((sum, { customers }) => sum + customers, 0);
    const places = [
      ...told.map(({ name: place, customers }) => phrase`${f.whole(customers)} to ${named(place)}`),
      ...(others > 0 ? [phrase`${f.whole(others)} to others`] : []),
    ];
    return phrase`${figure(f.count(left, nouns.customer))} left ${named(name)}: ${listed(f, places)}.`;
  },
  event: (event: string, name: string, other: string | null, share: number | null): Phrase => {
    const most = share === null ? 'most' : f.share(share);
    switch (event) {
      case 'merged':
        return other === null
          ? phrase`The segment ${named(name)} is gone.`
          : phrase`The segment ${named(name)} is gone: ${most} of its customers are in ${named(other)} now.`;
      case 'split':
        return other === null
          ? phrase`The segment ${named(name)} is new.`
          : phrase`The segment ${named(name)} is new: ${most} of its customers were in ${named(other)}.`;
      case 'new':
        return phrase`The segment ${named(name)} is new: its customers come from several segments.`;
      case 'fresh':
        return phrase`The segment ${named(name)} is new: none of its customers had a segment before.`;
      case 'emptied':
        return phrase`The segment ${named(name)} is gone: none of its customers has a segment now.`;
      default:
        return phrase`The segment ${named(name)} is gone: its customers are in several segments now.`;
    }
  },
  manyEvents: (born: number, ended: number): Phrase =>
    phrase`The segments were made anew: ${figure(f.whole(born))} are new and ${figure(f.whole(ended))} are gone.`,
  parts: {
    entered: 'entered from other segments',
    came: 'had no segment before',
    left: 'left for other segments',
    went: 'have no segment now',
  },
  inOut: (into: number, out: number): string =>
    [...(into > 0 ? [f.signed(into, 0)] : []), ...(out > 0 ? [f.signed(-out, 0)] : [])].join('  '),
  from: 'From ↓ to →',
  fromNowhere: 'No segment before',
  toNowhere: 'None now',
  before: 'Before',
  now: 'Now',
  matrix: 'From which segment to which',
});
