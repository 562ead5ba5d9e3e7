/** Working tables of a fit. `days`, `base`, `tuples` `scores` and `margins` stay for the scores of customers. */
export const tables = {
  days: 'working.main.clv_day',
  base: 'working.main.clv_base',
  tuples: 'working.main.clv_history',
  scores: 'working.main.clv_score',
  sample: 'working.main.clv_sample',
  sampleTuples: 'working.main.clv_sample_history',
  calibration: 'working.main.clv_calibration',
  calibrationTuples: 'working.main.clv_calibration_history',
  calibrationScores: 'working.main.clv_calibration_score',
  margins: 'working.main.clv_margin',
  foretold: 'working.main.clv_foretold',
} as const;
