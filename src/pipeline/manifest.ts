import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from './record.ts';

/** `manifest.json`: what a release holds for whoever takes its files on, to know that they are whole and of which day. */
function manifestOf({
  run,
  pipeline,
  asOf,
  currency,
  finishedAt,
  versions,
  configHash,
  since,
  models,
  outputs,
}: RunRecord) {
  return {
    run,
    pipeline,
    asOf,
    currency,
    finishedAt,
    bezero: versions['bezero'] ?? null,
    configHash,
    // What `change` of a file is since; null where there is nothing to compare with, and no such file.
    since: since ?? null,
    models: Object.fromEntries(
      Object.entries(models).map(([model, { id, fittedAsOf }]) => [
        model,
        { id: id ?? null, fittedAsOf: fittedAsOf ?? null },
      ]),
    ),
    files: outputs,
  };
}

/** Writes it into a release whose record is there. */
export const writeManifest = (folder: string, record: RunRecord): void => {
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifestOf(record), null, 1)}\n`);
};

/** Writes the record of a release that nobody reads yet, and its manifest. */
export const writeRunJson = (folder: string, record: RunRecord): void => {
  writeFileSync(join(folder, 'run.json'), `${JSON.stringify(record, null, 1)}\n`);
  writeManifest(folder, record);
};
