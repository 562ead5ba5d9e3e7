import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { level, seed } from './level.ts';

/** What a test counted: in the order in which the page tells it. */
export type Figures = Readonly<Record<string, number | string>>;

/** What a test counted, and how much it tried. */
export interface Kept {
  readonly level: typeof level;
  readonly seed: number;
  readonly figures: Figures;
}

/** Keeps what a test counted, if it passes, for `docs/promises.md`: in the folder that `npm run test:faults` names. */
export function keepFigures(test: string, figures: Figures): void {
  const folder = process.env['BEZERO_FIGURES'];
  console.log(
    `${test}: ${Object.entries(figures)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')} (${level}, seed ${seed})`,
  );
  if (folder === undefined) return;
  onTestFinished(({ task }) => {
    if (task.result?.state !== 'pass') return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${test}.json`), JSON.stringify({ level, seed, figures } satisfies Kept));
  });
}
