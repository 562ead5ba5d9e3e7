import type { Format } from '../../format.ts';
import { figure, named, phrase, type Phrase } from '../../phrase.ts';
import { classTerms } from './class-terms.ts';
import { probability } from '../discriminant.ts';
import { nouns, rowsOf, type RowNoun } from '../words.ts';

const classForms = { one: 'class', other: 'classes' } as const;
const predictorForms = { one: 'predictor', other: 'predictors' } as const;
const stepForms = { one: 'step', other: 'steps' } as const;
const pairForms = { one: 'pair', other: 'pairs' } as const;

/** The page of one discriminant analysis. */
export const classes = (f: Format) => ({
  documentTitle: (subject: string, column: string): string => `${subject}: discriminant analysis of ${column}`,
  headline: (rows: number, noun: RowNoun, count: number): string =>
    `${f.count(rows, nouns[noun])} in ${f.count(count, classForms)}`,
  kinds: {
    pooled: 'linear discriminant analysis',
    separate: 'quadratic discriminant analysis',
    shrunk: 'regularised discriminant analysis',
  },
  eyebrow: (subject: string, kind: string, column: string, asOf: string | null): Phrase =>
    asOf === null
      ? phrase`${named(subject)} · ${kind} of ${named(column)}`
      : phrase`${named(subject)} · ${kind} of ${named(column)} · as of ${f.day(asOf)}`,
  skip: 'Skip to where the classes lie',
  glance: 'At a glance',
  /** The hit ratio never stands without what guessing would reach. */
  finding: (hit: number, maximum: number, proportional: number, noun: RowNoun): Phrase =>
    phrase`${figure(f.share(hit, 1))} of the ${rowsOf[noun]} held out of their own fit are put into their own class. Putting every one into the largest class would reach ${figure(f.share(maximum, 1))}, guessing by the sizes of the classes ${figure(f.share(proportional, 1))}.`,
  /** Wilks' λ and its p in words. */
  difference: (lambda: number, p: number, level: number): Phrase =>
    p < level
      ? phrase` The classes differ: ${figure(f.share(1 - lambda, 1))} of the variation of the predictors lies between them, and chance alone would separate them as well in ${p < 0.001 ? 'fewer than 1 of 1,000 cases' : phrase`${f.share(p, 1)} of cases`}.`
      : phrase` Nothing shows that the classes differ: chance alone would separate them as well in ${figure(f.share(p, 1))} of cases. Read nothing into what follows.`,
  noBetter: phrase` That is no better than putting every one into the largest class: take who is put where as a guess.`,
  butOrdered: (hit: string): Phrase =>
    phrase` The order of their probabilities tells more: see how well ${named(hit)} is found.`,
  tiles: {
    hit: 'Hit ratio, held out',
    folds: (folds: number | null): string =>
      folds === null ? 'each by the fit of all others' : `in ${f.whole(folds)} parts`,
    maximum: 'Maximum chance',
    maximumNote: 'all in the largest class',
    proportional: 'Proportional chance',
    proportionalNote: 'guessed by size',
    wilks: 'Wilks’ λ',
    predictors: 'Predictors',
    auc: 'Area under ROC',
  },
  p: (value: number): string => probability(f, value),
  test: (statistic: number, df1: number, df2: number, p: number): string =>
    `F = ${f.fixed(statistic, 2)}, df ${f.number(df1)} and ${f.number(df2)}, p ${p < 0.001 ? '' : '= '}${probability(f, p)}`,
  notes: 'What to know',
  figures: 'The figures of this chart',
  class: 'Class',
  rows: { row: 'Rows', customer: 'Customers' } as Readonly<Record<RowNoun, string>>,
  prior: 'Prior',
  functionName: (number: number): string => `Function ${f.whole(number)}`,
  axis: (number: number, share: number): string => `Function ${f.whole(number)} (${f.share(share)} of separation)`,

  places: 'Where the classes lie',
  noFunction: phrase`No function separates the classes at all.`,
  scores: 'Scores',
  scoresSentence: (points: number, rows: number, outside: number, noun: RowNoun): Phrase =>
    phrase`${points < rows ? phrase`A sample of ${figure(f.whole(points))} of the ${f.count(rows, nouns[noun])}` : phrase`All ${figure(f.count(rows, nouns[noun]))}`} by their scores on the first two functions; one unit is one standard deviation within the classes, on both axes. Each ring holds 90% of a class that is normally distributed; its cross is the centroid.${outside === 0 ? '' : ` ${f.whole(outside)} far out ${outside === 1 ? 'is' : 'are'} not in the picture.`}`,
  oneSentence: (points: number, rows: number, noun: RowNoun): Phrase =>
    phrase`${points < rows ? phrase`A sample of ${figure(f.whole(points))} of the ${f.count(rows, nouns[noun])}` : phrase`All ${figure(f.count(rows, nouns[noun]))}`} by their scores on the one function there is, in standard deviations within the classes. Bars are shares of their class; the line below holds 90% of a class that is normally distributed, its dot is the centroid.`,
  score: 'Score',
  largestShown: (shown: number, all: number): Phrase =>
    phrase`The ${f.whole(shown)} largest of ${f.count(all, classForms)} are shown.`,
  crowded: phrase`Names that would lie on one another are left out: the table has all.`,
  territories: 'Territories',
  territorySentence: (more: boolean): Phrase =>
    phrase`The class that is the most likely at each place, prior probabilities included${more ? '; the functions after the second are taken as zero' : ''}. Two classes are equally likely at the border between them.`,
  regionSentence: (two: boolean): Phrase =>
    phrase`The class that is the most likely at each place, prior probabilities included, where the predictors are what the ${two ? 'two functions say and' : 'function says and'} everything that ${two ? 'they do' : 'it does'} not tell is at its mean. ${two ? 'Borders are curved' : 'A class may come twice'}, as each has a covariance of its own; rows with other predictors may be put elsewhere.`,
  nowhere: (names: readonly string[]): Phrase => phrase`Nowhere in the picture the most likely: ${f.list(names)}.`,
  range: 'Most likely from – to',
  from: (value: number | null): string => (value === null ? '−∞' : f.fixed(value, 2)),
  to: (value: number | null): string => (value === null ? '∞' : f.fixed(value, 2)),
  area: 'Part of the picture',

  structure: 'What separates them',
  structurePlot: 'Structure',
  structureSentence: (name: string, loading: number, two: boolean): Phrase =>
    phrase`How closely each predictor goes with the ${two ? 'first two functions' : 'function'} within the classes, from −1 to 1. The closest to function 1 is ${named(name)}, with ${figure(f.fixed(loading, 2))}.${two ? ' Predictors near the ring are told by the two functions alone; those near the middle by neither.' : ''}`,
  mostShown: (shown: number, all: number): Phrase =>
    phrase`The closest ${f.whole(shown)} of ${f.count(all, predictorForms)} are shown.`,
  predictor: 'Predictor',
  positive: 'rises with the function',
  negative: 'falls with it',

  predictors: 'Predictors by class',
  predictorsFinding: (name: string, lambda: number, different: number, all: number): Phrase =>
    phrase`${figure(f.whole(different))} of ${f.count(all, predictorForms)} ${different === 1 ? 'has a mean that differs' : 'have means that differ'} between the classes by more than chance (p below 0.05), each taken alone. The most telling one is ${named(name)}: ${figure(f.share(1 - lambda, 1))} of its variation lies between the classes.`,
  means: 'Class means',
  meansSentence: phrase`Mean of each predictor, and below it the standard deviation. Tinted by how far the class lies from all, in standard deviations of all.`,
  all: 'All',
  equality: 'Tests of equality of class means',
  equalitySentence: phrase`Each predictor alone; the smaller Wilks’ λ, the more it differs between the classes.`,
  unfold: (title: string, count: number): string => `${title}: ${f.whole(count)} rows`,
  lambda: 'Wilks’ λ',
  f: 'F',
  df: 'df',
  df1: 'df1',
  df2: 'df2',
  significance: 'p',
  tolerance: 'Tolerance',
  chiSquare: 'χ²',

  functions: 'Functions',
  functionsFinding: (useful: number, all: number): Phrase =>
    all === 1
      ? phrase`One function separates the classes${useful === 1 ? ' by more than chance would (p below 0.05)' : ', but no better than chance would'}.`
      : phrase`${figure(f.whole(useful))} of ${f.count(all, nouns.canonicalFunction)} ${useful === 1 ? 'separates' : 'separate'} the classes by more than chance would (p below 0.05).`,
  functionColumn: 'Function',
  eigenvalue: 'Eigenvalue',
  variance: '% of variance',
  cumulative: 'Cumulative %',
  correlation: 'Canonical correlation',
  restLambda: 'Wilks’ λ of it and the rest',
  multivariate: 'Multivariate tests',
  criterion: 'Criterion',
  criteria: {
    wilks: 'Wilks’ λ',
    pillai: 'Pillai’s trace',
    hotellingLawley: 'Hotelling–Lawley trace',
    roy: 'Roy’s largest root',
  },
  value: 'Value',
  coefficients: 'Coefficients',
  standardised: 'Standardised coefficients',
  raw: 'Raw coefficients',
  structureMatrix: 'Structure matrix',
  constant: 'Constant',
  centroids: 'Centroids',

  covariances: 'Covariances',
  boxFinding: (p: number, level: number, linear: boolean): Phrase =>
    p < level
      ? phrase`Box’s M says that the covariances of the classes differ (p ${p < 0.001 ? '' : '= '}${probability(f, p)}). ${linear ? 'The linear analysis takes them as equal: compare its hit ratio with that of a quadratic or regularised one. In large samples the test finds differences too small to matter.' : 'This analysis allows for that.'}`
      : phrase`Box’s M does not speak against equal covariances of the classes (p = ${probability(f, p)}).`,
  noBox: (reason: string): Phrase => phrase`There is no test of equal covariances: ${reason}.`,
  box: 'Box’s M',
  approximation: 'Approximation',
  rank: 'Rank',
  lnDeterminant: 'Ln determinant',
  leftOut: 'Left out of the test',
  pooled: 'Pooled within',
  shrinkage: 'Shrinkage',
  shrinkageSentence: (pooled: number, diagonal: number): Phrase =>
    phrase`Covariances are drawn towards the pooled one by ${figure(f.number(pooled, 3))}, and towards variances alone by ${figure(f.number(diagonal, 3))}.`,
  towardsPooled: 'Towards pooled',
  towardsDiagonal: 'Towards variances',
  logPosterior: 'Mean log posterior',
  hitRatio: 'Hit ratio',

  pairs: 'Pairs of classes',
  pairsFinding: (first: string, second: string, distance: number, all: number): Phrase =>
    all === 1
      ? phrase`${named(first)} and ${named(second)} are ${figure(f.fixed(distance, 2))} standard deviations apart.`
      : phrase`${named(first)} and ${named(second)} are the nearest, ${figure(f.fixed(distance, 2))} standard deviations apart.`,
  pairColumn: 'Pair',
  squaredDistance: 'D²',
  distance: 'Distance',
  nearestPairs: (shown: number, all: number): Phrase =>
    phrase`The nearest ${f.whole(shown)} of ${f.count(all, pairForms)}.`,

  classification: 'Classification',
  classificationFinding: (name: string, recall: number, other: string | null, mixed: number): Phrase =>
    other === null
      ? phrase`Every class is found whole: no row held out is put into another class than its own.`
      : phrase`The hardest class to find is ${named(name)}: ${figure(f.share(recall, 1))} of its own are found, and ${figure(f.share(mixed, 1))} are taken for ${named(other)}.`,
  heldOut: (folds: number | null): string =>
    folds === null
      ? 'Held out: each by the fit of all others'
      : `Held out: each by a fit without its part, of ${f.whole(folds)}`,
  fitted: 'Fitted: the same rows that the analysis was made from',
  heldOutSentence: (hit: number): Phrase =>
    phrase`${figure(f.share(hit, 1))} are put right. Rows are own classes, columns the ones they are put into.`,
  fittedSentence: (hit: number): Phrase =>
    phrase`${figure(f.share(hit, 1))} are put right; that flatters, as the analysis has seen them.`,
  own: 'Own class',
  recall: 'Recall',
  precision: 'Precision',
  onlyJudged: (count: number): Phrase =>
    phrase`A table of ${f.count(count, classForms)} by one another is more than a page can show: here are their recall and precision.`,
  pressQ: (chiSquare: number, p: number): Phrase =>
    phrase`Press’s Q = ${f.fixed(chiSquare, 2)} (p ${p < 0.001 ? '' : '= '}${probability(f, p)}): ${p < 0.05 ? 'better than chance' : 'no better than chance'}.`,

  selection: 'Stepwise selection',
  methods: { wilks: 'Wilks’ λ', mahalanobis: 'the distance of the nearest classes', rao: 'Rao’s V' },
  selectionFinding: (method: string, steps: number, enter: number, remove: number, ended: string): Phrase =>
    phrase`Predictors were chosen by ${method} in ${figure(f.count(steps, stepForms))}: F to enter ${f.number(enter, 2)}, F to remove ${f.number(remove, 2)}. It ended as ${ended}.`,
  history: 'Steps',
  historySentence: phrase`Wilks’ λ after each step: it falls as far as the predictors separate the classes.`,
  step: 'Step',
  inAnalysis: 'In the analysis',
  actions: { entered: 'entered', removed: 'removed' },
  raoV: 'Rao’s V',
  nearest: 'Nearest classes (D²)',
  out: 'Not in the analysis',
  fToEnter: 'F to enter',

  terms: 'Definitions',
  definitions: classTerms,
  footer: (version: string): Phrase =>
    phrase`Made by bezero ${version}. This page is complete in itself: it loads nothing and sends nothing.`,
});
