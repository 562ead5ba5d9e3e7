import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { uniformStream } from '../../src/math/random.ts';
import { temporaryFolder } from '../support/running.ts';
import { judge, type Verdict } from './polluted/judge.ts';
import { pollutedFilesOfAllKinds } from './polluted/pollute.ts';
import { keepFigures } from './support/figures.ts';
import { byLevel, patience, seed } from './support/level.ts';

/** Wrong in silence, because nothing in the file tells; each has its reason in docs/promises.md. */
const takenAtTheirWord = [
  ...[
    'a quote after a field',
    'a quote in the middle of a field',
    'single quotes around a field',
    'a backslash before a quote',
  ],
  ...[
    'a space before a field',
    'a space after a field',
    'a tab after a field',
    'a line break in a field',
    'a line break in quotes',
  ],
  ...[
    'another separator in a field',
    'NUL in a field',
    'a byte order mark in a field',
    'a space without width in a field',
  ],
  ...['fields moved to the right by one, the last cut off', 'a record that is missing', 'a record that is cut off'],
  ...['two names in each other’s place', 'a file that is cut off', 'a field that is very long'],
];

it(
  'reads polluted files as they were meant, or says what is wrong with them, cell by cell',
  { timeout: patience },
  async () => {
    const all = pollutedFilesOfAllKinds();
    const next = uniformStream(seed, 0);
    const drawn = all.map((file) => ({ file, place: next() })).sort((a, b) => a.place - b.place);
    const tried = drawn.slice(0, byLevel({ quick: 24, short: 240, full: 2_200 }));
    const folder = temporaryFolder();
    const engine = await openDuckdb({ searchPath: join(folder, 'store'), threads: 1 });
    const count: Record<Verdict, number> = { exact: 0, flagged: 0, refused: 0, 'taken at its word': 0, bent: 0 };
    const silent = new Map<string, number>();
    for (const { file } of tried) {
      const { verdict, sample } = await judge(engine, folder, file);
      count[verdict]++;
      if (verdict === 'taken at its word') silent.set(file.kind, (silent.get(file.kind) ?? 0) + 1);
      if (verdict === 'bent') console.error(`seed ${seed}: ${file.kind}, ${file.where}: ${sample}`);
    }
    await engine.close();
    keepFigures('polluted', { files: tried.length, kinds: new Set(all.map(({ kind }) => kind)).size, ...count });
    keepFigures('polluted-silent', Object.fromEntries([...silent].sort(([a], [b]) => (a < b ? -1 : 1))));
    expect(count.bent).toBe(0);
    expect([...silent.keys()].filter((kind) => !takenAtTheirWord.includes(kind))).toEqual([]);
    expect(count.exact * count.flagged).toBeGreaterThan(0);
  },
);
