import { readDictionary } from '../pipeline/dictionary.ts';
import { withEngine } from './analyse/with-engine.ts';
import { writePage } from './analyse/write-page.ts';
import type { Effects } from './effects.ts';
import { versions } from './versions.ts';

/** Options of `bezero docs`. */
export interface DocsOptions {
  /** The page. */
  readonly output: string;
  readonly json: boolean;
}

/** Writes the data dictionary: every table and column of a release, what it means, and what it is made from. */
export async function docs({ output, json }: DocsOptions, effects: Effects): Promise<void> {
  const tables = await withEngine(effects, {}, readDictionary);
  if (json) {
    effects.print(JSON.stringify({ tables }));
    return;
  }
  const { buildDictionaryPage } = await import('../reports/dictionary/page.tsx');
  await writePage(buildDictionaryPage(tables, versions().bezero), output, effects);
}
