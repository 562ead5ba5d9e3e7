/** What the words of lifetime value mean. */
export const clvTerms = {
  lifetime_value: {
    term: 'Lifetime value',
    meaning:
      'What the purchases to be expected of a customer within the horizon are worth: each discounted to now from the end of its month, times what a purchase of this customer is worth, times the margin where it is known. What was bought already is not in it.',
  },
  p_alive: {
    term: 'P(alive)',
    meaning:
      'The probability that a customer has not stopped for good, by how often they bought, when they last did, and since when they are known. Nobody says when they stop: it shows in a silence that is long for their own pace. Added up, it is how many still are customers.',
  },
  holdout: {
    term: 'Holdout',
    meaning: 'The last days of a history: a model was fitted without them, and foretold them to be measured.',
  },
  pace_so_far: {
    term: 'Pace so far',
    meaning:
      'What a lifetime value must beat: everybody goes on buying as often as before, times the share of customers who went on at all.',
  },
  grade: {
    term: 'Grade',
    meaning:
      'Of the fifth of the customers who spent most in the holdout, how many are in the fifth with the highest foretold value, against the fifth by past spend. A: 5% more or beyond; B: not fewer; C: fewer.',
  },
  mae: {
    term: 'MAE',
    meaning: 'Mean absolute error: by how many purchases what was foretold of a customer was off, on average.',
  },
  rmse: {
    term: 'RMSE',
    meaning: 'Root of the mean squared error, of purchases of a customer: large errors count more.',
  },
  bias: {
    term: 'Bias',
    meaning: 'Mean of purchases foretold less those that came: above 0, too many were foretold.',
  },
  overdue: {
    term: 'Overdue',
    meaning:
      'The share of customers with the same history who would have bought again by now, if they are customers still. From one half on, the day is past on which a purchase was due.',
  },
  next_purchase: {
    term: 'Next purchase',
    meaning:
      'The day by which half of the customers with the same history, if they are customers still, will have bought again.',
  },
};
