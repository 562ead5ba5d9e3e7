import type { RunRecord } from '../../pipeline/record.ts';

/** Files of who entered and who left are one line together: there are two of each segment, and they are about one night alone. */
const nameOf = (file: string): string => file.replace(/(^|\/)changes\/.*$/, '$1changes (all files)');

/** Rows of the files of a release. */
export function rowsOfFiles({ outputs }: Pick<RunRecord, 'outputs'>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const output of outputs) {
    if (output.rows === null) continue;
    const name = nameOf(output.file);
    rows.set(name, (rows.get(name) ?? 0) + output.rows);
  }
  return rows;
}
