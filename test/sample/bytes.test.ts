import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sample } from '../../src/commands/sample.ts';
import { generateSample } from '../../src/sample/generate-sample.ts';
import { recordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { committed } from './open-sample.ts';

const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), 'latin1')]),
  );

describe('the committed sample', () => {
  it('is what `bezero sample --customers 2000` writes, byte for byte', async () => {
    const folder = temporaryFolder();
    await sample({ out: 'again', customers: '2000' }, recordingEffects(folder));
    const made = filesOf(join(folder, 'again'));
    const kept = filesOf(committed);
    kept.delete('README.md');
    expect([...made.keys()]).toEqual([...kept.keys()]);
    for (const [file, bytes] of made) expect(bytes === kept.get(file), file).toBe(true);
  });

  it('is small enough to keep', () => {
    const sizes = readdirSync(committed).map((file) => statSync(join(committed, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5e6);
  });
});

describe('a sample', () => {
  it('has the same bytes each time, and others with another seed', async () => {
    const make = async (seed: number): Promise<Map<string, string>> => {
      const folder = temporaryFolder();
      await generateSample({ customers: 60, lines: 4, seed }, { folder, format: 'csv' });
      return filesOf(folder);
    };
    const [one, same, other] = [await make(7), await make(7), await make(8)];
    expect([...one]).toEqual([...same]);
    expect(other.get('products.csv')).toBe(one.get('products.csv'));
    for (const file of ['customers.csv', 'purchases.csv', 'interactions.csv']) {
      expect(other.get(file)).not.toBe(one.get(file));
    }
  });
});
