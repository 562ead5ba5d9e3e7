import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DataError, EngineError } from '../src/errors.ts';
import { explained } from '../src/explained.ts';

const store = mkdtempSync(join(tmpdir(), 'bezero-full-'));
const ofStore = `the disk of the store ${store} is full \\(\\d+\\.\\d MB are free\\)\\. Nothing was published, and the release before stays\\. Free some room there and run again; a smaller "keep"`;

it('a full disk is told as such, by whomever it is found, without the words and the day it was found at', () => {
  const checkpoint = new EngineError(
    'as of 2025-07-05: FATAL Error: Failed to create checkpoint because of error: Could not write file "/s/x.duckdb": No space left on device',
  );
  expect((explained(checkpoint, store) as Error).message).toMatch(new RegExp(`^${ofStore}`));
  const node = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  expect((explained(node, store) as Error).message).toMatch(new RegExp(`^${ofStore}`));
  expect(explained(node)).toMatchObject({
    exitCode: 5,
    message: 'the disk of what is written is full. Free some room there and begin again',
    cause: node,
  });
  const path = join(store, 'scores.csv');
  expect((explained(Object.assign(node, { path })) as Error).message).toMatch(
    new RegExp(`^the disk of ${path} is full \\(\\d`),
  );
  const quota = new EngineError('IO Error: Could not write file "/s/x": Disk quota exceeded');
  expect((explained(quota, store) as Error).message).toContain('has no room left in the quota of this user');
});

it('what is said in our own words, and what is a mistake, stay as they are', () => {
  const copied = new EngineError('R1 is published, but could not be copied to /share: ENOSPC: no space left on device');
  for (const error of [copied, new DataError('records: too few'), new TypeError('x is not a function')])
    expect(explained(error, store)).toBe(error);
  const refused = Object.assign(new Error('EACCES: permission denied'), {
    code: 'EACCES',
    syscall: 'open',
    path: '/s',
  });
  expect((explained(refused) as Error).message).toBe(
    '/s: it is not allowed; see whose it is, and its mode (EACCES: permission denied)',
  );
});

it('memory that the engine may not take is told with the step, and with what to do', () => {
  const found = new EngineError(
    'marts.touch: Out of Memory Error: could not allocate block of size 256.0 KiB (18.9 MiB/19.0 MiB used)',
  );
  const night = explained(found, store) as Error;
  expect(night).toBeInstanceOf(EngineError);
  expect(night.message).toMatch(
    /^marts\.touch: the engine needs more memory than it may take \(18\.9 MiB of 19\.0 MiB are in use\)\. Nothing was published.*memory_limit.*threads: 1/,
  );
  expect(explained(night)).toBe(night);
  const bare = explained(new EngineError('Out of Memory Error: Allocation failure')) as Error;
  expect(bare.message).toMatch(/^the engine needs more memory than it may take\. Free some memory/);
});
