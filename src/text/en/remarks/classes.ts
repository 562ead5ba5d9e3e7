import type { Format } from '../../format.ts';
import { nouns, rowsOf, type RowNoun } from '../words.ts';

/** Why a model does without a feature. */
export type WhyDropped =
  | { readonly code: 'empty' }
  | { readonly code: 'constant'; readonly within?: 'every class' | { readonly class: string } }
  | { readonly code: 'unbought'; readonly of: string }
  | { readonly code: 'follows'; readonly tolerance: number; readonly within?: { readonly class: string } }
  | {
      readonly code: 'notEntered';
      /** The step that removed it; null: it was never in. */
      readonly removed: number | null;
      readonly because: 'noFreedom' | 'follows' | 'tolerance' | 'f' | 'ended';
      /** What is below a limit, as text with the digits that show it. */
      readonly value: string;
      readonly limit: number;
    };

/** What goes on without a feature. */
export type Without = 'segments' | 'functions' | 'tree' | 'model' | 'ranks';

/** Why another number of segments cannot stay. */
export type KLost =
  | { readonly code: 'outOfRange'; readonly from: number; readonly to: number }
  | { readonly code: 'tooFewRows' }
  | { readonly code: 'smallSegment' };

/** The number of segments in use against the others, at a refit. */
export interface KContestFigures {
  readonly chosen: number;
  readonly incumbent: number;
  readonly needed: number;
  readonly lost: KLost | null;
  readonly unstable: boolean;
  readonly challengers: readonly { readonly k: number; readonly lead: number; readonly refits: number }[];
}

/** What became of a segment at a refit. */
export type SegmentFate = 'merged' | 'retired' | 'emptied' | 'split' | 'new' | 'fresh';

/** Why a feature is left out, in words that follow its name. */
export function whyDropped(why: WhyDropped): string {
  switch (why.code) {
    case 'empty':
      return 'has no values';
    case 'constant':
      return `is constant${why.within === undefined ? '' : ` within ${why.within === 'every class' ? why.within : `class ${why.within.class}`}`}`;
    case 'unbought':
      return `is 0 for everyone: nobody bought in a ${why.of} of this name`;
    case 'follows':
      return `follows from the predictors before it${why.within === undefined ? '' : ` within class ${why.within.class}`} (tolerance ${why.tolerance.toPrecision(2)})`;
    case 'notEntered':
      return `${why.removed === null ? 'was not entered' : `was removed in step ${why.removed}`}: ${
        {
          noFreedom: 'no degrees of freedom are left',
          follows: 'it follows from the predictors in the analysis',
          tolerance: `tolerance ${why.value} is below ${why.limit}`,
          f: `F to enter ${why.value} is below ${why.limit}`,
          ended: `the selection ended after ${why.limit} steps`,
        }[why.because]
      }`;
  }
}

/** Why a number of segments cannot stay, in words that follow it. */
export function kLost(why: KLost): string {
  switch (why.code) {
    case 'outOfRange':
      return `is not among ${why.from} to ${why.to}`;
    case 'tooFewRows':
      return 'is more than the sample has different customers';
    case 'smallSegment':
      return 'has a segment below the smallest share';
  }
}

const kRange = (from: number, to: number): string =>
  from === to ? `k = ${from} is not` : `no k from ${from} to ${to} is`;

const rows = (f: Format, count: number, row: RowNoun): string => f.count(count, nouns[row]);

const advice = (list: string, key: boolean): string =>
  `leave it out of the ${list}${key ? ', or name it with --key' : ''}`;

/** What models that make or tell classes have to say. */
export const classRemarks = (f: Format) => ({
  dropped: ({ feature, why, without }: { feature: string; why: WhyDropped; without: Without }): string =>
    `${feature} ${whyDropped(why)}; the ${without} ${without === 'segments' || without === 'functions' || without === 'ranks' ? 'do' : 'does'} without it`,
  mended: ({ feature, why }: { feature: string; why: WhyDropped }): string =>
    `${feature} ${whyDropped(why)}; it is kept by drawing covariances in`,
  strange: ({ feature, count, log, lack }: StrangeValues & { lack: 'class' | 'segment' | 'forecast' }): string =>
    `${strange({ feature, count, log })}; ${lack === 'forecast' ? 'nothing is foretold of them' : `they have no ${lack}`}`,
  identifierTexts: (of: Identifier & { texts: number; known: number }): string =>
    `${of.shown} has ${f.count(of.texts, { one: 'text', other: 'texts' })} in ${rows(f, of.known, of.row)}, like an identifier, which makes no ${rowsOf[of.row]} alike; ${advice(of.list, of.key)}`,
  identifierNumbers: (of: Identifier & { low: number; high: number }): string =>
    `${of.shown} numbers the ${rowsOf[of.row]} from ${f.whole(of.low)} to ${f.whole(of.high)}; unless that is a measure, ${advice(of.list, of.key)}`,
  identifierNamed: (of: Identifier & { known: number }): string =>
    `${of.shown} is another whole number in each of ${rows(f, of.known, of.row)}, under the name of an identifier; unless that is a measure, ${advice(of.list, of.key)}`,
  tooFewForScores: ({ customers, bins }: { customers: number; bins: number }): string =>
    `${customers} ${customers === 1 ? 'customer is' : 'customers are'} too few for scores from 1 to ${bins}: a score is a place among the others, and says little here`,

  notConverged: ({ passes }: { passes: number }): string =>
    `did not converge in ${passes} passes: the segments may still move`,
  k: ({ chosen, incumbent, needed, lost, unstable, challengers }: KContestFigures): string => {
    if (lost !== null) return `k is ${chosen} now: ${incumbent} ${kLost(lost)}`;
    const better = ({ lead }: { lead: number }): string =>
      unstable ? `stable, as ${incumbent} is not,` : `better by ${lead.toFixed(3)}`;
    const winner = challengers.find(({ k }) => k === chosen);
    if (winner) return `k is ${chosen} now: it was ${better(winner)} in ${winner.refits} refits in a row`;
    const told = challengers.map((one) => `${one.k} was ${better(one)} in ${one.refits} of ${needed} refits`);
    return `k stays ${incumbent}; ${told.join(', ')}`;
  },
  segmentFate: (of: { segment: string; fate: SegmentFate; other: string | null; share: number | null }): string => {
    const [of1, other] = [f.share(of.share ?? 0), of.other ?? ''];
    switch (of.fate) {
      case 'merged':
        return `${of.segment} is gone: ${of1} of its customers are in ${other} now`;
      case 'retired':
        return `${of.segment} is gone: its customers are in several segments now`;
      case 'emptied':
        return `${of.segment} is gone: none of its customers has a segment now`;
      case 'split':
        return `${of.segment} is new: ${of1} of its customers were in ${other}`;
      case 'new':
        return `${of.segment} is new: its customers were in several segments`;
      case 'fresh':
        return `${of.segment} is new: none of its customers had a segment before`;
    }
  },
  segmentsAnew: ({ given }: { given: readonly string[] }): string =>
    `segments begin anew, with codes of their own; names that people gave stay with former ones: ${given.join(', ')} ("bezero segments rename" names those of now)`,
  calledAnew: ({ language, before }: { language: string; before: string }): string =>
    `segments are called anew in the language of the pipeline, ${language}; before it was ${before}`,
  outgrown: ({ segments }: { segments: readonly { segment: string; name: string; now: string }[] }): string =>
    `segments keep the names they began with; their features would make others now: ${segments.map(({ segment, name, now }) => `${segment} "${name}" (now: "${now}")`).join(', ')}; "bezero segments rename" changes a name`,
  unstableK: ({ from, to }: { from: number; to: number }): string =>
    `${kRange(from, to)} stable in resamples of the customers; the segments may be arbitrary`,
  smallShareK: ({ from, to }: { from: number; to: number }): string =>
    `${kRange(from, to)} free of segments below the smallest share; choose k, or lower smallest_share`,
  fewRowsForK: ({ segments, taken, row }: { segments: number; taken: number | null; row: RowNoun }): string =>
    `the sample has fewer different ${rowsOf[row]} than ${segments} segments; ${taken === null ? `only k up to ${segments - 1} was tried` : `k = ${taken} was taken without comparison`}`,
  smallSegment: ({ segment, rows: count, row }: { segment: string; rows: number; row: RowNoun }): string =>
    `${segment} has ${rows(f, count, row)}, less than the smallest share; in the sample it had more`,
  tinySegments: ({ sizes, least, row }: { sizes: readonly number[]; least: number; row: RowNoun }): string =>
    `${sizes.length === 1 ? 'a segment has' : `${sizes.length} segments have`} less than ${f.share(least, 1)} of the ${rowsOf[row]} (${sizes.map((n) => rows(f, n, row)).join(', ')}): ` +
    'outliers can make a segment of their own; winsorise(…) around a feature draws them in, or choose another k',

  diagonal: ({ share }: { share: number }): string =>
    `covariances were drawn towards their diagonal by ${share.toPrecision(3)}, the least that keeps every predictor; tests take them as they are now`,
  pooled: ({ class: label, share }: { class: string; share: number }): string =>
    `the covariance of class ${label} is singular; it was drawn towards the pooled one by ${share.toPrecision(3)}, the least that mends it`,
  foldsInstead: ({ stepwise, folds, row }: { stepwise: boolean; folds: number; row: RowNoun }): string =>
    `leaving out one at a time ${stepwise ? `would judge a stepwise selection by ${rowsOf[row]} it has seen` : 'is exact only where no covariance is drawn in'}; ${folds} parts were left out instead`,
  alone: ({ rows: count, row }: { rows: number; row: RowNoun }): string =>
    `${rows(f, count, row)}, left out, cannot be put into their own class: it is empty or its covariance singular without them`,
  classEmpty: ({ class: label, row }: { class: string; row: RowNoun }): string =>
    `class ${label} was left out: none of its ${rowsOf[row]} has every predictor`,
  classSmall: (of: { class: string; rows: number; predictors: number; row: RowNoun }): string =>
    `class ${of.class} has ${rows(f, of.rows, of.row)} for ${of.predictors} predictors; trust it little`,
  notApart: ({ p }: { p: number }): string =>
    `the predictors do not tell the classes apart by more than chance would (Wilks' lambda: p = ${p.toFixed(3)}); do not act on who is put where`,
  byChance: (of: { hit: number; maximum: number; proportional: number; largest: string; row: RowNoun }): string =>
    `${f.share(of.hit, 1)} of ${rowsOf[of.row]} left out of the fit are put into their own class, no more than the ${f.share(of.maximum, 1)} if everyone were put into ${of.largest} (at random by size: ${f.share(of.proportional, 1)}); take who is put where as a guess`,
  rootOnly: (): string => 'no split is worth its complexity; the tree is its root, and puts all rows into one class',
  treeByChance: ({ hit, maximum }: { hit: number; maximum: number }): string =>
    `in cross-validation ${f.share(hit, 1)} are put into their own class, no more than the ${f.share(maximum, 1)} if all were put into the largest one; take the rules as a description, not as a forecast`,
});

/** A feature that looks like an identifier: how it is shown, what a row is, which list it is to be left out of, and whether it can be named as the key. */
export interface Identifier {
  readonly shown: string;
  readonly row: RowNoun;
  readonly list: string;
  readonly key: boolean;
}

/** A feature with values that no model can take. */
export interface StrangeValues {
  readonly feature: string;
  readonly count: number;
  /** They are below what its logarithm takes; else they are not finite. */
  readonly log: boolean;
}

/** What is wrong with the values of a feature. */
export function strange({ feature, count, log }: StrangeValues): string {
  const who = `${count} ${count === 1 ? 'customer' : 'customers'}`;
  return log
    ? `${feature} needs values above -1; ${who} ${count === 1 ? 'has' : 'have'} less; use signed_log(…)`
    : `${feature} must be finite; it is not for ${who}`;
}
