/** What people and programs take out of a release, files and folders; the warehouse stays. */
export const releaseFiles = [
  'segments',
  'campaigns',
  'machine',
  'platform',
  'marts',
  'segments.xlsx',
  'customers.parquet',
  'customers.arrow',
  'report.html',
  'dictionary.html',
  'manifest.json',
  'run.json',
] as const;
