import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { probability } from './discriminant.ts';
import { nouns, rowsOf, type RowNoun } from './words.ts';

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
  action: 'Action',
  actions: { entered: 'entered', removed: 'removed' },
  raoV: 'Rao’s V',
  nearest: 'Nearest classes (D²)',
  out: 'Not in the analysis',
  fToEnter: 'F to enter',

  response: (name: string): string => `Finding ${name}`,
  responseFinding: (share: number, gain: number, lift: number, name: string, judgedOn: string, noun: RowNoun): Phrase =>
    phrase`The ${figure(f.share(share))} of the ${rowsOf[noun]} that are the most likely ${named(name)} hold ${figure(f.share(gain, 1))} of all that are, ${figure(f.number(lift, 2))} times what chance would bring. Judged on ${judgedOn}.`,
  aucTile: 'Area under the ROC curve',
  aucNote: (error: number): string => `standard error ${f.fixed(error, 4)}`,
  ksTile: 'Kolmogorov–Smirnov',
  ksNote: (score: number): string => `at a probability of ${f.fixed(score, 4)}`,
  brierTile: 'Brier score',
  brierNote: (rate: number): string => `knowing nothing: ${f.fixed(rate * (1 - rate), 4)}`,
  rateTile: 'Share of hits',
  gains: 'Gains',
  gainsSentence: (half: number): Phrase =>
    phrase`The share of all hits found by taking so many, the most likely first; half of them are in the first ${figure(f.share(half))}. The straight line is chance, the dashed one a perfect order.`,
  taken: 'Share taken',
  found: 'Share of hits found',
  model: 'this analysis',
  chanceLine: 'chance',
  perfect: 'perfect order',
  lift: 'Lift by tenth',
  decile: 'Tenth',
  count: 'Number',
  hits: 'Hits',
  rate: 'Rate',
  liftColumn: 'Lift',
  cumulativeGain: 'Gain, cumulative',
  cumulativeLift: 'Lift, cumulative',
  expected: 'Foretold rate',
  leastScore: 'Least probability',
  profit: 'Profit',
  roc: 'ROC curve',
  rocSentence: (auc: number): Phrase =>
    phrase`Share of hits against share of others, at every cut-off. In ${figure(f.share(auc, 1))} of all pairs of a hit and another, the hit has the higher probability.`,
  falseHits: 'Share of others taken',
  calibration: 'Calibration',
  calibrationSentence: (
    test: { readonly chiSquare: number; readonly df: number; readonly p: number } | null,
  ): Phrase =>
    test === null
      ? phrase`The rate of hits in each tenth against the rate foretold; on the line they agree.`
      : phrase`The rate of hits in each tenth against the rate foretold; on the line they agree. Hosmer–Lemeshow χ² = ${f.fixed(test.chiSquare, 2)} (p ${test.p < 0.001 ? '' : '= '}${probability(f, test.p)}): ${test.p < 0.05 ? 'the probabilities are not what they say; use their order, not their size' : 'nothing speaks against the probabilities'}.`,
  tenth: 'a tenth of the rows',
  agreement: 'agreement',
  foretold: 'Rate foretold',
  observed: 'Rate seen',
  profitChart: 'Profit by cut-off',
  profitSentence: (
    cut: { readonly score: number | null; readonly rows: number; readonly hits: number; readonly profit: number },
    noun: RowNoun,
  ): Phrase =>
    cut.score === null
      ? phrase`Taking nobody is best: no group brings more than it costs.`
      : phrase`The best cut-off is a probability of ${figure(f.fixed(cut.score, 4))}: ${f.count(cut.rows, nouns[noun])} taken, ${f.whole(cut.hits)} of them hits, a profit of ${figure(f.number(cut.profit, 2))}.`,
  stakes: (cost: number, benefit: number): Phrase =>
    phrase`Each one taken costs ${f.number(cost, 2)}; a hit brings ${f.number(benefit, 2)}.`,
  best: 'best cut-off',

  terms: 'Definitions',
  /** Definitions of every analysis; then those of two classes alone. */
  definitions: {
    class: ['Class', 'What the analysis tells apart: the values of one column, known beforehand.'],
    predictor: [
      'Predictor',
      'What classes are told apart by. Text and yes/no columns make one predictor for each level but the most frequent one, the reference.',
    ],
    function: [
      'Function',
      'A weighted sum of the predictors with variance 1 within the classes. The first separates the classes most, the next most of what is left (Fisher 1936).',
    ],
    eigenvalue: ['Eigenvalue', 'Sum of squares of a function between the classes over that within them.'],
    variance: [
      '% of variance',
      'The eigenvalue as a share of the sum of all: how much of the separation the function holds.',
    ],
    canonical: [
      'Canonical correlation',
      'How closely a function goes with the classes, from 0 to 1; squared, the share of its variation between them.',
    ],
    wilks: [
      'Wilks’ λ',
      'The part of the variation that lies within the classes, from 0 to 1: 1 says that the classes do not differ (Wilks 1932).',
    ],
    test: [
      'F and χ²',
      'Statistics that are known to vary by chance in a known way; with their degrees of freedom they give p.',
    ],
    p: ['p', 'How often chance alone would bring a statistic as far out as this, if the classes did not differ.'],
    centroid: ['Centroid', 'The mean of the scores of a class.'],
    ring: [
      'Ring of 90%',
      'Where 90% of a class lie if its scores are normally distributed with the covariance that it is classified by: that of all classes together, or its own.',
    ],
    territory: [
      'Territory',
      'The places at which a class is more likely than any other, prior probabilities included.',
    ],
    prior: ['Prior', 'The probability of a class before anything is known of a row.'],
    structure: [
      'Structure',
      'Correlation of a predictor with a function within the classes: what the function means. Not changed by predictors that go together.',
    ],
    standardised: [
      'Standardised coefficient',
      'The weight of a predictor in standard deviations within the classes: what it adds beside the others.',
    ],
    raw: ['Raw coefficient', 'The weight of a predictor in its own units: score = constant + Σ coefficient · value.'],
    tolerance: [
      'Tolerance',
      'The share of the variance of a predictor within the classes that the others do not explain; near 0 it says the same as they do.',
    ],
    multivariate: [
      'Pillai, Hotelling–Lawley, Roy',
      'Other answers to the same question as Wilks’ λ, from the same eigenvalues; Pillai’s trace is the most robust. The p of Roy’s root is a lower bound.',
    ],
    box_m: [
      'Box’s M',
      'Compares the determinants of the covariances of the classes with that of the pooled one (Box 1949). Sensitive to large samples and to values that are not normal.',
    ],
    determinant: ['Ln determinant', 'The logarithm of the determinant of a covariance: how widely a class is spread.'],
    shrinkage: [
      'Shrinkage',
      'How far covariances are drawn towards the pooled one and towards variances alone, from 0 to 1 (Friedman 1989).',
    ],
    log_posterior: [
      'Mean log posterior',
      'Mean logarithm of the probability given to the own class of rows held out; nearer to 0 is better.',
    ],
    mahalanobis: [
      'Distance, D²',
      'Mahalanobis distance of two centroids, in standard deviations within the classes over all predictors, and its square.',
    ],
    hit_ratio: ['Hit ratio', 'The share of rows whose own class is found the most likely one.'],
    held_out: ['Held out', 'Judged by a fit in which the row had no part, as a new one would be.'],
    chance: [
      'Chance',
      'Maximum: the share of the largest class. Proportional: the sum of the squared shares of the classes. A hit ratio a quarter above it is worth something (Hair et al. 2010).',
    ],
    press_q: ['Press’s Q', 'Tests whether a table is better than chance, χ² with 1 degree of freedom (Press 1972).'],
    recall: ['Recall', 'The share of a class that is put into it.'],
    precision: ['Precision', 'The share of those put into a class that belong to it.'],
    stepwise: [
      'F to enter',
      'How much a predictor adds to those in the analysis. One enters at the limit to enter or above, and leaves below the limit to remove (Jennrich 1977).',
    ],
    rao: [
      'Rao’s V',
      'How far the classes lie apart in all: the Hotelling–Lawley trace times its degrees of freedom (Rao 1973).',
    ],
  } satisfies Record<string, readonly [term: string, meaning: string]>,
  responseDefinitions: {
    hit: ['Hit', 'A row of the class that is looked for.'],
    gain: ['Gain', 'The share of all hits that are among those taken, the most likely first.'],
    lift: ['Lift', 'The rate of hits against that of all rows: 2 is twice as many as chance would bring.'],
    auc: [
      'Area under the ROC curve',
      'The chance that a hit has a higher probability than another row: 0.5 is guessing, 1 perfect (Hanley & McNeil 1982).',
    ],
    ks: [
      'Kolmogorov–Smirnov',
      'The largest difference between the shares of hits and of others taken, over all cut-offs.',
    ],
    brier: ['Brier score', 'Mean squared difference of probability and outcome: 0 is perfect (Brier 1950).'],
    calibration: [
      'Calibration',
      'Whether of those with a probability of 20%, 20% are hits; tested over tenths (Hosmer & Lemeshow 1980).',
    ],
    cut_off: ['Cut-off', 'The least probability with which a row is taken.'],
  } satisfies Record<string, readonly [term: string, meaning: string]>,
  footer: (version: string): Phrase =>
    phrase`Made by bezero ${version}. This page is complete in itself: it loads nothing and sends nothing.`,
});
