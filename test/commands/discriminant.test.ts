import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { script } from '../../src/reports/script/index.ts';
import { main } from '../../src/cli.ts';
import type { DiscriminantReport } from '../../src/models/discriminant/describe.ts';
import type { FittedDiscriminant } from '../../src/models/discriminant/fitted.ts';
import type { TwoClassEvaluation } from '../../src/models/evaluation/evaluate.ts';
import { fixture } from '../oracles/support.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';

type Outcome = RecordingEffects & { readonly code: number };

async function discriminant(folder: string, ...argv: readonly string[]): Promise<Outcome> {
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
  return { ...effects, code: await main(['discriminant', ...argv], effects) };
}

const jsonOf = ({ printed }: Outcome) =>
  JSON.parse(printed.join('')) as {
    source: string;
    report: DiscriminantReport;
    evaluation: { positive: string; judgedOn: string; evaluation: TwoClassEvaluation } | null;
    model: FittedDiscriminant;
  };

const iris = ['-c', 'species', '-f', 'sepal_length,sepal_width,petal_length,petal_width'] as const;

/** Two classes, 0 and 1; whoever spends more is more often in 1. */
const buyers = [
  'id,age,spent,tariff,bought',
  ...Array.from({ length: 120 }, (_, i) => {
    const hit = (i * 7) % 10 < 3 ? 1 : 0;
    return `p${i},${20 + ((i * 13) % 50)},${100 + hit * 40 + ((i * 31) % 97)},${i % 3 === 0 ? 'gold' : 'basic'},${hit}`;
  }),
  '',
].join('\n');

function withBuyers(content = buyers): { folder: string; run: (...argv: string[]) => Promise<Outcome> } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'buyers.csv'), content);
  return { folder, run: (...argv) => discriminant(folder, 'buyers.csv', ...argv) };
}

describe('bezero discriminant FILE', () => {
  it('prints the published figures of iris, in the order of a report of SPSS', async () => {
    const { printed, code } = await discriminant(temporaryFolder(), fixture('iris.csv'), ...iris);
    expect(code).toBe(0);
    const text = printed.join('\n');
    const titles = [
      'Classes',
      'Means (standard deviations)',
      'Tests of equality of class means',
      "Box's M: are the covariances",
      'Eigenvalues',
      "Wilks' lambda of the functions",
      'Standardised canonical coefficients',
      'Structure matrix',
      'Functions at class centroids',
      'Squared Mahalanobis distances',
      'Classification function coefficients',
      'Classification of those fitted',
      'leave-one-out',
    ];
    const places = titles.map((title) => text.indexOf(title));
    expect(places.every((place, i) => place > (places[i - 1] ?? -1))).toBe(true);
    // SAS/STAT PROC CANDISC Example 31.1 and R: eigenvalues, χ², D², Box's M.
    for (const figure of ['32.192', '0.28539', '546.115', '89.864', '179.38', '17.201', '146.66', '140.943'])
      expect(text).toContain(figure);
    expect(text).toContain('98.0% of those fitted, 98.0% of those held out');
    expect(text).not.toMatch(/null|NaN|undefined/);
  });

  it('asks about a feature that numbers the rows, and about classes that are measures', async () => {
    const told = async (...argv: readonly string[]) =>
      (await discriminant(temporaryFolder(), fixture('iris.csv'), ...argv)).said.map((line) =>
        line.slice(line.indexOf('iris.csv: ') + 10),
      );
    expect(await told('-c', 'species', '-f', 'id,petal_length')).toContain(
      'id numbers the rows from 1 to 150; unless that is a measure, leave it out of the features, or name it with --key',
    );
    expect(await told('-c', 'petal_length', '-f', 'sepal_length')).toContain(
      'petal_length has 43 different numbers, like a measure and not a class; name another --class, or group its numbers first',
    );
  });

  it('has every number in --json, each row held out where nothing else is said', async () => {
    const { report, evaluation, model } = jsonOf(
      await discriminant(temporaryFolder(), fixture('iris.csv'), ...iris, '--json'),
    );
    expect(report.overall.wilks).toBeCloseTo(0.02343863065, 11);
    expect(report.crossValidated).toMatchObject({ method: 'leave_one_out', correct: 147 });
    expect(report.multivariate.pillai.value).toBeCloseTo(1.19189883, 8);
    expect(evaluation).toBeNull();
    expect(model.matrix.columns).toHaveLength(4);
  });

  it('writes every row with its class, probabilities and functions, as R has them', async () => {
    const folder = temporaryFolder();
    const { code } = await discriminant(folder, fixture('iris.csv'), ...iris, '--scores', 'scored.csv');
    expect(code).toBe(0);
    const [header, ...rows] = readFileSync(join(folder, 'scored.csv'), 'utf8').trim().split('\n');
    const oracle = readFileSync(fixture('discriminant_iris_rows.csv'), 'utf8').trim().split('\n');
    const names = header!.split(',');
    const expected = oracle[0]!.split(',');
    rows.forEach((row, i) => {
      const [own, other] = [row.split(','), oracle[i + 1]!.split(',')];
      expect(own[names.indexOf('assigned_class')]).toBe(other[expected.indexOf('lda')]);
      for (const label of ['setosa', 'versicolor', 'virginica'])
        expect(Number(own[names.indexOf(`posterior_${label}`)])).toBeCloseTo(
          Number(other[expected.indexOf(`lda_post_${label}`)]),
          9,
        );
    });
  });

  it('takes the class as the text that stands there, and judges the smaller one of two', async () => {
    const { run } = withBuyers();
    const { report, evaluation } = jsonOf(
      await run('-c', 'bought', '-f', 'age,spent,tariff', '--cost', '1', '--benefit', '4', '--json'),
    );
    expect(report.classes.map((one) => one.class)).toEqual(['0', '1']);
    expect(report.codings).toMatchObject([{ column: 'tariff', reference: 'basic' }]);
    expect(evaluation).toMatchObject({ positive: '1', judgedOn: 'rows left out of their own fit' });
    expect(evaluation!.evaluation.auc).toBeGreaterThan(0.6);
    expect(evaluation!.evaluation.bestCut!.profit).toBeGreaterThan(0);
    const text = (await run('-c', 'bought', '-f', 'age,spent', '--positive', '0')).printed.join('\n');
    expect(text).toContain('Probability of 0, judged on rows left out of their own fit');
    const folded = (await run('-c', 'bought', '-f', 'age,spent', '--cv', '4')).printed.join('\n');
    expect(folded).toContain('Probability of 1, judged on rows left out of their own fit, in 4 parts');
  });

  it('writes a page that needs nothing else', async () => {
    const { folder, run } = withBuyers();
    const { code, said } = await run('-c', 'bought', '-f', 'age,spent', '--report', 'page.html');
    expect([code, said.at(-1)]).toEqual([0, 'page.html: written']);
    const html = readFileSync(join(folder, 'page.html'), 'utf8');
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('buyers.csv');
    const shown = html.replace(`<script>${script}</script>`, '');
    expect(shown).not.toMatch(/NaN|undefined|<script/);
  });

  it('is quadratic, regularised or stepwise when asked', async () => {
    const { run } = withBuyers();
    const of = async (...argv: string[]) =>
      jsonOf(await run('-c', 'bought', '-f', 'age,spent', ...argv, '--json')).report;
    expect((await of('--quadratic')).covariance.kind).toBe('separate');
    const shrunk = await of('--shrunk', 'pooled=0.5,diagonal=0.1');
    expect(shrunk.covariance).toMatchObject({ kind: 'shrunk', shrinkage: { pooled: 0.5, diagonal: 0.1 } });
    expect((await of('--shrunk', '--cv', '3')).covariance.search.length).toBeGreaterThan(1);
    const stepwise = await of('--stepwise');
    expect(stepwise.selection?.steps.map(({ predictor }) => predictor)).toEqual(['spent']);
    expect(stepwise.crossValidated.method).toBe('folds');
  });

  it('speaks of the rows of a file', async () => {
    const { run } = withBuyers();
    const warned = async (...argv: string[]) =>
      jsonOf(await run('-c', 'bought', ...argv, '--json')).report.warnings.join('; ');
    expect(await warned('-f', 'age,spent', '--stepwise')).toContain('a stepwise selection by rows it has seen');
    expect(await warned('-f', 'age')).toMatch(/of rows left out of the fit are put into their own class, no more than/);
    const few = withBuyers('id,a,b,kind\n1,1,4,x\n2,3,1,x\n3,2,2,y\n').run;
    expect((await few('-c', 'kind', '-f', 'a,b')).said.join('\n')).not.toContain('customer');
  });

  it.each([
    [[], '--class must be given'],
    [['-c', 'bought'], '--features must be given'],
    [['-c', 'bougt', '-f', 'age'], 'did you mean bought?'],
    [['-c', 'bought', '-f', 'age,bought'], '--features must not name bought: it is the class'],
    [['-c', 'bought', '-f', 'age', '--cv', '1'], '--cv must be loo, or the number of folds from 2 to 10'],
    [['-c', 'bought', '-f', 'age', '--quadratic', '--shrunk'], 'must not be given together'],
    [['-c', 'bought', '-f', 'age', '--enter', '4'], '--enter and --remove must go with --stepwise'],
    [['-c', 'bought', '-f', 'age', '--priors', '1=0.3'], 'priors must name every class; 0 is missing'],
    [['-c', 'bought', '-f', 'age', '--cost', '1'], '--cost and --benefit must be given together'],
    [['-c', 'bought', '-f', 'age', '--positive', 'yes'], '--positive must be a class, got "yes"; the classes are 0, 1'],
    [['-c', 'tariff', '-f', 'age', '--singular', 'shake'], '--singular'],
  ])('refuses %j in a sentence', async (argv, sentence) => {
    const { code, said } = await withBuyers().run(...argv);
    expect(code).toBe(2);
    expect(said.join('\n')).toContain(sentence);
  });

  it('refuses stakes with three classes', async () => {
    const { code, said } = await discriminant(temporaryFolder(), fixture('iris.csv'), ...iris, '--positive', 'setosa');
    expect([code, said.join('\n')]).toEqual([2, expect.stringContaining('must go with two classes; there are 3')]);
  });

  it('shows hostile names as text', async () => {
    const { run } = withBuyers(buyers.replaceAll('gold', 'go\u001b[31mld').replaceAll(',1\n', ',<script>\n'));
    const { printed, code } = await run('-c', 'bought', '-f', 'age,tariff');
    expect(code).toBe(0);
    expect(printed.join('\n')).not.toContain('\u001b');
    expect(printed.join('\n')).toContain('<script>');
  });
});

describe('bezero discriminant', () => {
  it('says what is missing where there is no store', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'store'));
    const { code, said } = await discriminant(folder, '-c', 'segment', '-f', 'age');
    expect(code).not.toBe(0);
    expect(said.join('\n')).toMatch(/store/);
  });
});
