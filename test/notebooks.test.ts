import { readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openRelease, type FittedClv } from '../src/index.ts';
import { sharedFolder } from './support/running.ts';
import { sampleRelease } from './support/sample-release.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'notebooks');
const notebooks = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));

interface Cell {
  readonly cell_type: 'code' | 'markdown';
  readonly source: readonly string[];
  readonly outputs?: readonly unknown[];
}

const cellsOf = (notebook: string): readonly Cell[] =>
  (JSON.parse(readFileSync(join(folder, notebook), 'utf8')) as { cells: Cell[] }).cells;

/** What the last lines of a cell show, if anything. */
const showing = /^(?=(?:table|chart|say)\()/m;

/** The code of a notebook as a module of what it shows; it imports bezero from its sources, and reads the release of the sample. */
const moduleOf = (cells: readonly Cell[], store: string): string =>
  [
    'export const shown = [];',
    ...cells
      .filter((cell) => cell.cell_type === 'code')
      .map(({ source }) => source.join('').replace(showing, 'shown[shown.length] = ')),
  ]
    .join('\n')
    .replace("'bezero'", JSON.stringify(join(root, 'src/index.ts')))
    .replace("'./show.ts'", JSON.stringify(join(folder, 'show.ts')))
    .replace("'../store'", JSON.stringify(store));

describe.each(notebooks)('%s', (notebook) => {
  const made = sharedFolder();
  const cells = cellsOf(notebook);

  it('is kept without what it printed last', () => {
    expect(cells.flatMap(({ outputs = [] }) => outputs)).toEqual([]);
  });

  it('runs on the release of the sample, from its first cell to its last, and shows tables and charts with figures', async () => {
    symlinkSync(join(root, 'node_modules'), join(made, 'node_modules'));
    const file = join(made, notebook.replace('.ipynb', '.ts'));
    writeFileSync(file, moduleOf(cells, join(await sampleRelease(), 'store')));
    const { shown } = (await import(pathToFileURL(file).href)) as {
      shown: Record<symbol, () => { 'text/html': string }>[];
    };
    const pages = shown.map((one) => one[Symbol.for('Jupyter.display')]!()['text/html']);
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(page).not.toMatch(/NaN|undefined|Infinity|<tbody><\/tbody>/);
    expect(pages.filter((page) => page.includes('</svg>')).length).toBeGreaterThan(0);
    expect(pages.filter((page) => page.includes('</table>')).length).toBeGreaterThan(1);
  });
});

describe('the model of lifetime-value.ipynb', () => {
  const made = sharedFolder();

  it('is what the release is valued by: its total is that of the customers', async () => {
    symlinkSync(join(root, 'node_modules'), join(made, 'node_modules'));
    const store = join(await sampleRelease(), 'store');
    const first = cellsOf('lifetime-value.ipynb').slice(0, 2);
    const file = join(made, 'model.ts');
    writeFileSync(file, `${moduleOf(first, store)}\nexport { fitted };\nawait release.close();`);
    const { fitted } = (await import(pathToFileURL(file).href)) as { fitted: FittedClv };
    const release = await openRelease(store);
    const [sum] = await release.rows('select sum(lifetime_value) as value from marts.customer');
    const [model] = await release.rows('select family from models.clv');
    await release.close();
    expect(model).toEqual({ family: fitted.purchases.family });
    expect(fitted.totals.value.value).toBeCloseTo(sum!['value'] as number, 0);
  });
});
