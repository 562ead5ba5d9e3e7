/** Working tables of a fit. `days`, `base` and `tuples` stay for the scores of customers, which are made of those of the histories. */
export const tables = {
  days: 'models.working_clv_day',
  base: 'models.working_clv_base',
  tuples: 'models.working_clv_history',
  sample: 'models.working_clv_sample',
  sampleTuples: 'models.working_clv_sample_history',
  calibration: 'models.working_clv_calibration',
  calibrationTuples: 'models.working_clv_calibration_history',
  scores: 'models.working_clv_calibration_score',
  foretold: 'models.working_clv_foretold',
  historyScores: 'models.working_clv_history_score',
} as const;
