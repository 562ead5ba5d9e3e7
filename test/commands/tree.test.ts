import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { script } from '../../src/reports/script/index.ts';
import type { RatedClasses } from '../../src/commands/analyse/two-classes.ts';
import type { TreeReport } from '../../src/models/tree/describe.ts';
import type { FittedTree } from '../../src/models/tree/fitted.ts';
import { fixture } from '../oracles/support.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';

type Outcome = RecordingEffects & { readonly code: number };

/** A folder with the files, and a call of the command on one of them. */
function start(): { folder: string; tree: (file: string, ...argv: readonly string[]) => Promise<Outcome> } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'iris.csv'), readFileSync(fixture('iris.csv')));
  writeFileSync(join(folder, 'hostile.csv'), hostile);
  return { folder, tree: (file, ...argv) => bezero(folder, 'tree', file, ...argv) };
}

async function bezero(folder: string, ...argv: readonly string[]): Promise<Outcome> {
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
  return { ...effects, code: await main(argv, effects) };
}

/** Classes and a text level that would act in a page, a table or a terminal if they could. */
const hostile = [
  'id,group,tariff,visits,"the ""score"""',
  ...Array.from({ length: 80 }, (_, i) => {
    const tariff = i % 2 ? '<script>x</script>' : "it's \u001b[31m";
    return `${i},${i % 2 ? '=1+1' : '<b>'},${tariff},${i % 7},${i % 5}`;
  }),
  '',
].join('\n');

const features = ['-f', 'sepal_length,sepal_width,petal_length,petal_width'];

describe('bezero tree FILE', () => {
  it('prints the tree, its pruning, importance, hits and rules', async () => {
    const { tree } = start();
    const { code, printed } = await tree('iris.csv', '-c', 'species', ...features, '--prune', 'cv', '--folds', '5');
    expect(code).toBe(0);
    const text = printed.join('\n');
    expect(text).toMatch(/^iris\.csv: species of 150 rows by a tree of 3 leaves/);
    expect(text).toMatch(/^├─ petal_length below 2\.45 +50 +setosa +100\.0% +2 \*$/m);
    expect(text).toMatch(/^└─ petal_length at least 2\.45 +100 +versicolor +50\.0% +3 +38\.969$/m);
    expect(text).toMatch(/^ {3}└─ petal_width at least 1\.75 +46 +virginica +97\.8% +7 \*$/m);
    expect(text).toContain('Resubstitution: 144 of 150 in their own class, 96.0%');
    expect(text).toContain('7: petal_length at least 2.45 and petal_width at least 1.75: 98% of 46 are virginica');
  });

  it('gives every figure as JSON, writes every row with its leaf and probabilities, and a page with the tree', async () => {
    const { folder, tree } = start();
    const files = ['--scores', 'scores.csv', '--report', 'page.html', '--json', '--folds', '3'];
    const { code, printed } = await tree('iris.csv', '-c', 'species', ...features, ...files);
    expect(code).toBe(0);
    const { report, model } = JSON.parse(printed.join('')) as { report: TreeReport; model: FittedTree };
    expect(model.nodes).toHaveLength(5);
    expect(report.rules.map(({ condition }) => condition)[0]).toBe('"petal_length" < 2.45');
    const [header, first, ...rest] = readFileSync(join(folder, 'scores.csv'), 'utf8').trim().split('\n');
    expect(header).toBe(
      'id,sepal_length,sepal_width,petal_length,petal_width,species,leaf,assigned_class,probability,probability_setosa,probability_versicolor,probability_virginica',
    );
    expect(first).toBe('1,5.1,3.5,1.4,0.2,setosa,2,setosa,1.0,1.0,0.0,0.0');
    expect(rest).toHaveLength(149);
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(page).toContain('petal_length below 2.45');
    expect(page.match(/<rect /g)!.length).toBeGreaterThan(5);
    expect(page.replace(`<script>${script}</script>`, '')).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  it('rates the probability of one of two classes by trees that do not know its rows, in lines, as JSON and in its page', async () => {
    const { folder, tree } = start();
    const rows = readFileSync(fixture('iris.csv'), 'utf8').split('\n');
    writeFileSync(join(folder, 'two.csv'), rows.filter((row) => !row.includes('setosa')).join('\n'));
    const asked = ['-c', 'species', '-f', 'sepal_length,sepal_width', '--cost', '1', '--benefit', '3'];
    const { code, printed } = await tree('two.csv', ...asked, '--positive', 'virginica', '--report', 'page.html');
    expect(code).toBe(0);
    const text = printed.join('\n');
    expect(text).toContain('Probability of virginica, judged on rows left out of their own tree, in 10 parts');
    expect(text).toMatch(
      /^right: [\d.]+% of those fitted, [\d.]+% of those held out; everyone in the largest class 50\.0%/m,
    );
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(page).toContain('id="response"');
    expect(page).toContain('Profit by cut-off');
    expect(page.match(/id="[^"]+"/g)!.filter((id, i, all) => all.indexOf(id) !== i)).toEqual([]);
    const [held, fitted] = await Promise.all(
      [[], ['--folds', '0']].map(async (more) => {
        const { evaluation } = JSON.parse((await tree('two.csv', ...asked, ...more, '--json')).printed.join('')) as {
          evaluation: RatedClasses;
        };
        return evaluation;
      }),
    );
    expect(held!.evaluation).toMatchObject({ rows: 100, hits: 50, stakes: { cost: 1, benefit: 3 } });
    expect(fitted!.judgedOn).toBe('the rows that were fitted, which flatters');
    expect(fitted!.evaluation.auc).toBeGreaterThan(held!.evaluation.auc);
  });

  it('lets no name of the data act in a page or a terminal', async () => {
    const { folder, tree } = start();
    const { code, printed } = await tree(
      'hostile.csv',
      '-c',
      'group',
      '-f',
      'tariff,visits',
      '--folds',
      '0',
      '--report',
      'hostile.html',
    );
    expect(code).toBe(0);
    expect(printed.join('\n')).not.toContain('\u001b');
    const page = readFileSync(join(folder, 'hostile.html'), 'utf8');
    expect(page.split('<script')).toHaveLength(2);
    expect(page).toContain('&lt;script');
  });

  it.each([
    [['-f', 'petal_width'], '--class must be given: the column whose values are told apart, like --class segment'],
    [
      ['-c', 'species'],
      '--features must be given: the columns that tell the classes apart, like --features age,income',
    ],
    [
      ['-c', 'specie', '-f', 'petal_width'],
      '--class must name columns of iris.csv; there is no specie; did you mean species?',
    ],
    [['-c', 'species', '-f', 'species'], '--class must be a column of its own; species is named twice'],
    [['-c', 'species', '-f', 'petal_width', '--depth', '40'], '--depth must be a whole number from 0 to 30, got "40"'],
    [
      ['-c', 'species', '-f', 'petal_width', '--priors', 'rare'],
      '--priors must be size, equal or every class with its probability, like yes=0.1,no=0.9, got "rare"',
    ],
    [
      ['-c', 'species', '-f', 'petal_width', '--costs', 'a=2'],
      '--costs must name the true and the assigned class, like yes>no=5, got "a"',
    ],
    [['-c', 'species', '-f', 'petal_width', '--cost', '1'], '--cost and --benefit must be given together'],
    [['-c', 'species', '-f', 'petal_width', '--positive', 'setosa'], 'must go with two classes; there are 3'],
    [['-c', 'species', '-f', 'petal_width', '--prune', 'no'], '--prune must be one of cp, cv, cv-min, got "no"'],
  ])('refuses %j', async (argv, sentence) => {
    const { code, said } = await start().tree('iris.csv', ...argv);
    expect(code).toBe(2);
    expect(said.join('\n')).toContain(sentence);
  });
});
