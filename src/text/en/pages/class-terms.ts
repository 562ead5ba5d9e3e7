/** What the words of the page of a discriminant analysis mean, by the ids of the page. */
export const classTerms = {
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
  territory: ['Territory', 'The places at which a class is more likely than any other, prior probabilities included.'],
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
} satisfies Record<string, readonly [term: string, meaning: string]>;

/** Further ones, where one of two classes is looked for. */
export const responseTerms = {
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
} satisfies Record<string, readonly [term: string, meaning: string]>;
