/** Working tables of a fit. `days`, `base`, `tuples` `scores` and `margins` stay for the scores of customers. */
export const tables = {
  days: 'models.working_clv_day',
  base: 'models.working_clv_base',
  tuples: 'models.working_clv_history',
  scores: 'models.working_clv_score',
  sample: 'models.working_clv_sample',
  sampleTuples: 'models.working_clv_sample_history',
  calibration: 'models.working_clv_calibration',
  calibrationTuples: 'models.working_clv_calibration_history',
  calibrationScores: 'models.working_clv_calibration_score',
  margins: 'models.working_clv_margin',
  foretold: 'models.working_clv_foretold',
} as const;
