import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/running.ts';
import { Failures } from './support/failures.ts';

it('keeps the smallest value that failed, and tries it first on each later run', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const file = join(temporaryFolder(), 'failures.json');
  writeFileSync(file, '{}');
  const failures = new Failures(file);
  const attempt = (limit: number, tried: string[][]): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', '\u0000', '\uD83D\uDE00')), (parts) => {
        tried.push(parts);
        expect(parts.length).toBeLessThan(limit);
        return Promise.resolve();
      }),
      failures.tried<[string[]]>('parts', 50),
    );
  await expect(attempt(2, [])).rejects.toThrow(/seed/);
  const [[smallest]] = failures.of('parts') as [[string[]]];
  expect(smallest).toHaveLength(2);
  expect(told.mock.calls.flat().join()).toContain('commit it');
  const once = readFileSync(file, 'utf8');
  await expect(attempt(2, [])).rejects.toThrow();
  expect(readFileSync(file, 'utf8')).toBe(once);
  const mended: string[][] = [];
  await attempt(Infinity, mended);
  expect([mended[0], mended.length]).toEqual([smallest, 51]);
  told.mockRestore();
});
