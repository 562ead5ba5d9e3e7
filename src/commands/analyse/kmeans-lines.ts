import type { KmeansReport } from '../../models/kmeans/describe.ts';
import type { FittedKmeans } from '../../models/kmeans/fitted.ts';
import { formatFor, none, typeset } from '../../text/format.ts';
import { featureParts, valueNames } from '../../text/feature.ts';
import { percent } from '../../text/percent.ts';
import { formatTable, visible, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';

/** What was read, what a row of it is, and how wide a line may be. */
export interface KmeansFrame extends TableStyle {
  readonly subject: string;
  readonly rows: 'row' | 'customer';
}

const f = formatFor('en');

const figures = new Intl.NumberFormat('en', { maximumSignificantDigits: 4, signDisplay: 'negative' });

/** A figure in four digits, with all digits of its whole part: `0.2134`, `12,345`. */
const say = (value: number): string => (Math.abs(value) >= 1_000 ? f.whole(value) : typeset(figures.format(value)));

const orNone = (value: number | null, digits: number): string => (value === null ? none : f.fixed(value, digits));

const signed = (z: number): string => `${z < 0 ? '−' : '+'}${f.fixed(Math.abs(z), 2)}`;

/** Every k that was tried, and why the one was chosen. */
function choiceLines({ choice, customers }: KmeansReport, style: KmeansFrame): string[] {
  if (choice === null) return [];
  const { chosen, criteria, sample, rule, smallestShare } = choice;
  const [first, last] = [criteria[0]!.k, criteria.at(-1)!.k];
  const tried =
    first === last ? `k = ${first} alone was tried` : `k from ${first} to ${last} was tried (--k 2..10 for others)`;
  const verdict = (one: (typeof criteria)[number]): string =>
    [
      ...(one.k === chosen ? ['chosen'] : []),
      ...(one.stable ? [] : ['unstable']),
      ...(one.largeEnough ? [] : ['a segment too small']),
    ].join(', ');
  const right = [
    'k',
    'silhouette',
    'Caliński–Harabasz',
    'Davies–Bouldin',
    'gap',
    'gap s',
    'Rand',
    'least Jaccard',
    'smallest',
  ];
  const columns = [...right.map((name) => ({ name, right: true })), { name: 'verdict' }];
  const rows = criteria.map((one) => [
    String(one.k),
    f.fixed(one.silhouette, 3),
    orNone(one.calinskiHarabasz, 1),
    orNone(one.daviesBouldin, 3),
    orNone(one.gap, 3),
    orNone(one.gapError, 3),
    f.fixed(one.rand, 3),
    f.fixed(Math.min(...one.jaccard), 3),
    percent(one.smallestShare),
    verdict(one),
  ]);
  return [
    '',
    `The number of segments: ${tried}, judged on ${count(sample, style.rows)}${sample < customers ? ' (a sample)' : ''}:`,
    '',
    ...formatTable(columns, rows, style),
    '',
    `rule: ${rule}; the smallest share is ${percent(smallestShare)}`,
  ];
}

function segmentLines(report: KmeansReport, { choice, clusters }: FittedKmeans, style: KmeansFrame): string[] {
  const criteria = choice?.criteria.find(({ k }) => k === choice.chosen);
  const silhouette = (segment: string): string[] => {
    if (!criteria) return [];
    const place = clusters.findIndex((cluster) => cluster.segment === segment);
    return [criteria.silhouettes[place]!, criteria.jaccard[place]!].map((value) => f.fixed(value, 3));
  };
  const names = [
    `${style.rows}s`,
    'share',
    'mean distance',
    'farthest',
    ...(criteria ? ['silhouette', 'Jaccard'] : []),
  ];
  const columns = [{ name: 'segment', whole: true }, ...names.map((name) => ({ name, right: true }))];
  const rows = report.segments.map(({ segment, customers, share }) => {
    const { meanDistance, farthest } = clusters.find((cluster) => cluster.segment === segment)!;
    return [
      segment,
      whole(customers),
      percent(share),
      f.fixed(meanDistance, 3),
      f.fixed(farthest, 3),
      ...silhouette(segment),
    ];
  });
  return ['', ...formatTable(columns, rows, style)];
}

function centreLines(report: KmeansReport, fitted: FittedKmeans, style: KmeansFrame): string[] {
  const segments = report.segments.map(({ segment }) => segment);
  const columns = [
    { name: 'centre', whole: true },
    ...['weight', 'all', ...segments].map((name) => ({ name, right: true })),
  ];
  const names = valueNames(fitted.features.map(({ feature }) => feature));
  const rows = fitted.features.map(({ feature, typical, weight }) => {
    const write = featureParts(feature).kind === 'column' ? say : percent;
    return [
      names.get(feature)!,
      say(weight),
      write(typical),
      ...segments.map((segment) => {
        const cell = report.profile.find((one) => one.segment === segment && one.feature === feature)!;
        return `${write(cell.typical)} (${signed(cell.z)})`;
      }),
    ];
  });
  return ['', ...formatTable(columns, rows, style), '', ...centreNotes(fitted, names)];
}

/** What the figures of the centres are. */
function centreNotes({ features }: FittedKmeans, names: ReadonlyMap<string, string>): string[] {
  const bent = features.map(({ feature }) => feature).filter((feature) => featureParts(feature).bent);
  const told = bent.map((feature) => visible(names.get(feature)!)).join(', ');
  return [
    'in brackets: standard deviations from the mean of all',
    ...(bent.length === 0 ? [] : [`${told}: the logarithm is in the model; told is the typical value, brought back`]),
  ];
}

/** What should be known of a model besides its figures. */
export const kmeansNotes = ({ dropped, missing, warnings }: KmeansReport, row: 'row' | 'customer'): string[] => [
  ...dropped.map(({ feature, reason }) => `${feature} ${reason}; the segments do without it`),
  ...missing.map(({ feature, customers, rule }) => {
    const has = customers === 1 ? 'it takes the mean of the others' : 'they take the mean of the others';
    const none = customers === 1 ? 'it has no segment' : 'they have no segment';
    return `${feature} is missing in ${count(customers, row)}; ${rule === 'mean' ? has : none}`;
  }),
  ...warnings,
];

/** A fitted k-means as lines for people: how k was chosen, sizes, centres, and what should be known of them. */
export function kmeansLines(fitted: FittedKmeans, report: KmeansReport, frame: KmeansFrame): string[] {
  const { customers, explained, within, calinskiHarabasz, daviesBouldin, convergence } = report;
  const index = [
    ...(calinskiHarabasz === null ? [] : [`Caliński–Harabasz ${say(calinskiHarabasz)}`]),
    ...(daviesBouldin === null ? [] : [`Davies–Bouldin ${f.fixed(daviesBouldin, 3)}`]),
  ];
  const ended = convergence.converged ? 'converged' : 'did not converge';
  return [
    frame.colors.bold(`${visible(frame.subject)}: ${count(customers, frame.rows)} in ${report.k} segments`),
    `explained: ${percent(explained)} of the sum of squares; within ${within.toPrecision(9)}, in all ${fitted.total.toPrecision(9)}`,
    ...(index.length === 0 ? [] : [index.join(', ')]),
    `${ended} after ${count(convergence.iterations, 'pass', 'passes')}: ${convergence.reason}; segments numbered by ${report.orderedBy.replace('customers', 'size')}`,
    ...choiceLines(report, frame),
    ...segmentLines(report, fitted, frame),
    ...centreLines(report, fitted, frame),
    ...kmeansNotes(report, frame.rows).map((line, i) => `${i === 0 ? '\n' : ''}note: ${visible(line)}`),
  ].flatMap((line) => line.split('\n'));
}
