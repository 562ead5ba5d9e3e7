import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sample, type SampleOptions } from '../../src/commands/sample.ts';
import { ConfigError } from '../../src/errors.ts';
import { recordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';

const files = (ending: string): string[] =>
  [
    ...['campaigns', 'customers', 'interactions', 'products', 'purchases', 'truth_customers'].map(
      (name) => `${name}.${ending}`,
    ),
    'truth.json',
  ].sort();

describe('bezero sample', () => {
  it('writes the files and says what is in them', async () => {
    const effects = recordingEffects(temporaryFolder());
    await sample({ out: 'shop', customers: '50', lines: '3', seed: '4' }, effects);
    expect(readdirSync(join(effects.cwd, 'shop')).sort()).toEqual(files('csv'));
    expect(effects.said).toContainEqual(expect.stringMatching(/^shop\/customers\.csv +50 rows$/));
    expect(effects.said).toContainEqual(expect.stringMatching(/^shop\/truth\.json +1 row$/));
    expect(effects.printed).toEqual([]);
  });

  it('writes Parquet', async () => {
    const effects = recordingEffects(temporaryFolder());
    await sample({ out: '.', customers: 20, lines: 2, format: 'parquet' }, effects);
    expect(readdirSync(effects.cwd).sort()).toEqual(files('parquet'));
    expect(readFileSync(join(effects.cwd, 'purchases.parquet'), 'latin1').slice(0, 4)).toBe('PAR1');
  });

  it('refuses a folder that holds something, unless told otherwise', async () => {
    const effects = recordingEffects(temporaryFolder());
    mkdirSync(join(effects.cwd, 'full'));
    writeFileSync(join(effects.cwd, 'full', 'mine.txt'), 'mine');
    await expect(sample({ out: 'full', customers: 5, lines: 1 }, effects)).rejects.toThrow(
      new ConfigError('full must be empty or not there yet; it holds mine.txt; name another folder, or use --force'),
    );
    await sample({ out: 'full', customers: 5, lines: 1, force: true }, effects);
    expect(readFileSync(join(effects.cwd, 'full', 'mine.txt'), 'utf8')).toBe('mine');
    expect(existsSync(join(effects.cwd, 'full', 'purchases.csv'))).toBe(true);
  });

  it('refuses a file in the place of a folder', async () => {
    const effects = recordingEffects(temporaryFolder());
    writeFileSync(join(effects.cwd, 'file'), '');
    await expect(sample({ out: 'file' }, effects)).rejects.toThrow(ConfigError);
  });

  it.each<[SampleOptions, string]>([
    [{ out: 'x', customers: 0 }, '--customers must be a whole number from 1 to 10,000,000, got "0"'],
    [{ out: 'x', customers: 'many' }, '--customers must be a whole number from 1 to 10,000,000, got "many"'],
    [{ out: 'x', customers: '' }, '--customers must be a whole number from 1 to 10,000,000, got ""'],
    [{ out: 'x', lines: '0.5' }, '--lines must be a number from 1 to 100, got "0.5"'],
    [{ out: 'x', seed: '1.5' }, '--seed must be a whole number from 0 to 4,294,967,295, got "1.5"'],
    [
      { out: 'x', lines: 101, format: 'xlsx' },
      '--lines must be a number from 1 to 100, got "101"\n--format must be csv or parquet, got "xlsx"',
    ],
  ])('refuses %o', async (options, message) => {
    await expect(sample(options, recordingEffects(temporaryFolder()))).rejects.toThrow(new ConfigError(message));
  });
});
