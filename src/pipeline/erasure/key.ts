import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { sync } from '../../disk.ts';
import { EngineError } from '../../errors.ts';

/** Hexadecimal digits of 32 bytes. */
const digits = 64;

/** The secret that hashes of erased people are made with. Without it nobody can tell whose they are, nor keep them out. */
export const keyFile = (store: string): string => join(store, 'erasure.key');

/** The key of a store; null where nobody was ever erased. @throws EngineError where the file holds no key */
export function readKey(store: string): Buffer | null {
  const file = keyFile(store);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8').trim();
  if (new RegExp(`^[0-9a-f]{${digits}}$`).test(text)) return Buffer.from(text, 'hex');
  throw new EngineError(`${file} must hold the key that erased people are known by; restore it from a backup`);
}

/** The key of a store, made where there is none yet; only the owner can read it. */
export async function readOrMakeKey(store: string, randomId: () => string): Promise<Buffer> {
  const found = readKey(store);
  if (found) return found;
  let text = '';
  while (text.length < digits) text += randomId();
  const handle = await open(keyFile(store), 'wx', 0o600);
  try {
    await handle.writeFile(`${text.slice(0, digits)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await sync(store);
  return Buffer.from(text.slice(0, digits), 'hex');
}

/** What a key is known by without telling it. */
export const keyId = (key: Buffer): string =>
  createHash('sha256').update('bezero erasure key\n').update(key).digest('hex').slice(0, 16);
