import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { main } from '../src/cli.ts';
import * as bezero from '../src/index.ts';
import { recordingEffects } from './support/effects.ts';
import { isFull } from './support/full.ts';
import { temporaryFolder } from './support/running.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const readme = textOf('README.md');

/** The commands of the shell blocks, one a line. */
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.trim().split('\n'));

/** Splits a command line as a shell does, as far as the README needs it. */
const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

/** Runs the example of the library as it stands, on the store of a folder; nothing it prints is empty. */
async function runExample(folder: string): Promise<void> {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(readme)!;
  const body = code!
    .replace(/import (\{[^}]+\}) from 'bezero';/, 'const $1 = bezero;')
    .replace("'store'", JSON.stringify(join(folder, 'store')));
  const printed: unknown[] = [];
  const given = { bezero, console: { log: (one: unknown) => printed.push(one) } };
  await runInNewContext(`(async () => { ${body} })()`, given);
  expect(printed).toHaveLength(body.split('console.log').length - 1);
  expect(printed.filter((one) => one === undefined || (Array.isArray(one) && one.length === 0))).toEqual([]);
}

describe('README.md', () => {
  // In continuous integration the packed package runs them (`.ci/run`).
  it.runIf(isFull && process.env['CI'] !== 'true')(
    'has commands that work, in their order, in a folder as a clone has it',
    async () => {
      const around = temporaryFolder();
      const folder = join(around, 'bezero');
      mkdirSync(folder);
      for (const name of ['sample-data', 'pipelines', 'pipeline.schema.json'])
        cpSync(join(root, name), join(folder, name), { recursive: true });
      const prepared = recordingEffects(folder);
      expect(await main(['run', 'pipelines/nightly.yaml'], prepared), prepared.said.join('\n')).toBe(0);
      const typed = commands.filter((command) => command.startsWith('npx bezero '));
      expect(typed.length).toBeGreaterThan(5);
      for (const command of typed) {
        const effects = recordingEffects(folder);
        expect(await main(words(command).slice(2), effects), `${command}\n${effects.said.join('\n')}`).toBe(0);
      }
      await runExample(folder);
      // What git does not ignore is as it was; everything else is beside the clone.
      const ignored = textOf('.gitignore').split('\n');
      const left = readdirSync(folder).filter((name) => !ignored.includes(`${name}/`));
      expect(left.sort()).toEqual(['pipeline.schema.json', 'pipelines', 'sample-data']);
      for (const name of ['sample-data', 'pipelines'])
        expect(readdirSync(join(folder, name)).sort()).toEqual(readdirSync(join(root, name)).sort());
      expect(readdirSync(around).sort()).toEqual(['bezero', 'dictionary.html', 'first-look', 'my-shop']);
    },
  );

  it('has set-up commands that the continuous integration runs', () => {
    const setUp = commands.filter((command) => !command.startsWith('npx bezero '));
    expect(setUp).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    const ci = textOf('.ci/run');
    for (const command of ['npm ci', 'npm start', 'npm run check']) expect(ci).toContain(command);
    expect((JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts['check']).toContain(
      'npm run test:full',
    );
  });

  it('has a row for every dependency', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
    const listed = [...readme.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
    );
    expect(listed.filter((name) => !name.startsWith('store/')).sort()).toEqual(Object.keys(dependencies).sort());
  });
});

/** The pages that Markdown links to, from the root. */
const linksOf = (page: string): string[] =>
  [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link]) => join(dirname(page), link!));

const guides = readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []));

describe('every Markdown page', () => {
  it.each([
    'README.md',
    'src/README.md',
    'CHANGELOG.md',
    ...guides,
    'pipelines/README.md',
    'sample-data/README.md',
    'notebooks/README.md',
  ])('%s links to what exists', (page) => {
    expect(linksOf(page).filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  it('of the guides is found from README.md, which names how tests are run', () => {
    expect(guides.filter((page) => !linksOf('README.md').includes(page))).toEqual([]);
    for (const command of ['npm run check', 'npm run test:full', 'npm run test:faults'])
      expect(readme).toContain(`\`${command}\``);
  });
});
