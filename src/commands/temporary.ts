import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Effects } from './effects.ts';

/** Lets `use` work with a folder of its own, below `$TMPDIR`, and removes it. */
export async function withTemporary<T>(effects: Effects, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(effects.env['TMPDIR'] ?? tmpdir(), 'bezero-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
