import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionaryOf } from './dictionary-tables.ts';
import type { PlannedStep } from './step.ts';

/** Writes what every table of the release means and is made from: where the report links to. */
export const dictionaryStep = (marts: readonly string[], made: readonly PlannedStep[]): PlannedStep => ({
  name: 'dictionary.html',
  kind: 'output',
  reads: marts,
  writes: [],
  async run({ engine, folder, files, version }) {
    const { buildDictionaryPage } = await import('../reports/dictionary/page.tsx');
    const tables = await dictionaryOf(engine, made);
    writeFileSync(join(folder, 'dictionary.html'), buildDictionaryPage(tables, version));
    files.push({ file: 'dictionary.html', rows: null });
    return { rows: null, outcome: `${tables.length} tables` };
  },
});
