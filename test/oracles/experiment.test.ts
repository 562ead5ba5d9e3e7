import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { Experiment } from '../../src/commands/campaign/experiment.ts';
import { recordingEffects } from '../support/effects.ts';
import { datasets, oracle } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'bezero-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function result(...argv: readonly string[]) {
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: 200 } });
  return { ...effects, code: await main(['campaign', 'result', ...argv], effects) };
}

const measured = async (...argv: readonly string[]): Promise<Experiment> =>
  JSON.parse((await result(...argv, '--json')).printed.join('')) as Experiment;

/** Rows `arm,region,bought,spent` of one arm; the first `buyers` bought. */
const rows = (arm: string, n: number, buyers: number): string[] =>
  Array.from(
    { length: n },
    (_, i) => `${arm},${i % 2 === 0 ? 'North' : '=South'},${i < buyers ? 'yes' : 'no'},"${i % 7},25"`,
  );

describe('bezero campaign result FILE', () => {
  writeFileSync(
    join(folder, 'mailing.csv'),
    ['arm,region,bought,spent', ...rows('holdout', 1000, 45), ...rows('mailed', 9000, 540)].join('\n'),
  );
  const given = ['mailing.csv', '--arm', 'arm', '--control', 'holdout'];

  it('tells one interval and the test that belongs to it', async () => {
    const { printed, said, code } = await result(...given, '--outcome', 'bought');
    expect([code, said.filter((line) => line.startsWith('mailing.csv: sample'))]).toEqual([
      0,
      [
        'mailing.csv: sample ratio mismatch (p < 0.0001): arms would hardly be 1,000 and 9,000 by chance (--control-share says how they were drawn); find out who got lost before you believe a difference',
      ],
    ]);
    // Treated 6.0 % against 4.5 %: the pooled z test (1.91745) and this interval agree that it is not shown; Wald's, from 0.12 points on, would contradict it.
    expect(printed.join('\n')).toMatch(
      /bought +mailed +6\.00% +4\.50% +1\.5 points +−0\.04 to 2\.73 points +0\.0559 +\+33\.3% +135 +no difference shown/,
    );
  });

  it('takes the shares that arms were drawn with', async () => {
    const { said } = await result(...given, '--outcome', 'bought', '--control-share', '0.1');
    expect(said.filter((line) => line.includes('mismatch'))).toEqual([]);
  });

  it('adds up over the values of a column, in decimals of the file', async () => {
    const { comparisons } = await measured(...given, '--outcome', 'bought', '--amount', 'spent', '--by', 'region');
    const sizes = comparisons.map(({ measure, level, n }) => [measure, level, ...n]);
    expect(sizes).toEqual(
      ['bought', 'spent'].flatMap((measure) => [
        [measure, null, 9000, 1000],
        [measure, '=South', 4500, 500],
        [measure, 'North', 4500, 500],
      ]),
    );
    expect(comparisons[3]!.effect!.treated).toBeCloseTo(29245 / 9000, 12);
  });

  it('says what is wrong with a column, an arm or a control', async () => {
    const told = async (...argv: string[]) => {
      const { code, said } = await result(...argv);
      return [code, said.at(-1)];
    };
    expect(await told(...given, '--outcome', 'spent')).toEqual([
      3,
      expect.stringMatching(/^mailing\.csv:2: spent must be yes or no \(1 or 0, true or false\), got "0,25"/),
    ]);
    expect(await told('mailing.csv', '--arm', 'arm', '--control', 'holdot', '--outcome', 'bought')).toEqual([
      2,
      expect.stringMatching(/^--control must be a value of arm, got "holdot"; there are .*holdout/),
    ]);
    expect(await told(...given)).toEqual([2, '--outcome must name a column of yes and no, or --amount one of numbers']);
    expect(await told('mailing.csv', '--arm', 'arm')).toEqual([
      2,
      'an experiment needs a FILE, --arm (a column) and --control (a value in it)',
    ]);
  });
});

const cats = oracle('uplift_cookie_cats.json');

describe.skipIf(cats === undefined)('Cookie Cats against statsmodels and SciPy (needs $BEZERO_DATASETS)', () => {
  interface Oracle {
    readonly arms: Readonly<
      Record<string, Readonly<Record<string, { rate: number; wilson_95: number[]; mean: number }>>>
    >;
    readonly comparisons: Readonly<
      Record<string, Readonly<Record<string, Readonly<Record<string, number & number[]>>>>>
    >;
    readonly sample_ratio_mismatch: { readonly p_value: number };
  }
  it('has its rates, differences, intervals and p values', async () => {
    const expected = JSON.parse(readFileSync(cats!, 'utf8')) as Oracle;
    const found = await measured(
      ...[join(datasets!, 'cookie_cats/cookie_cats.csv'), '--arm', 'version', '--control', 'gate_30'],
      ...['--outcome', 'retention_1,retention_7', '--amount', 'sum_game_rounds'],
    );
    expect(found.arms).toEqual([
      { arm: 'gate_30', n: 44_700 },
      { arm: 'gate_40', n: 45_489 },
    ]);
    expect(found.sampleRatioP).toBeCloseTo(expected.sample_ratio_mismatch.p_value, 12);
    const against = expected.comparisons['gate_40 vs gate_30']!;
    for (const { measure, kind, effect } of found.comparisons) {
      const one = against[measure]!;
      expect(effect!.difference).toBeCloseTo(one['difference']!, 12);
      expect(effect!.change).toBeCloseTo(one['relative_lift']!, 12);
      const interval = one[kind === 'rate' ? 'newcombe_95' : 'welch_95']!;
      expect(effect!.lower).toBeCloseTo(interval[0]!, 9);
      expect(effect!.upper).toBeCloseTo(interval[1]!, 9);
      // Of rates the oracle has the pooled z test; the p value of Newcombe's interval is 7e-7 and 1e-6 away from it.
      expect(effect!.p).toBeCloseTo(one['p_value']!, kind === 'rate' ? 5 : 10);
    }
  });
});
