import { resolve } from 'node:path';
import type { Effects } from '../effects.ts';
import { writeWhole } from '../write-file.ts';

/** Writes the page of an analysis to a file that the user named, whole or not at all. */
export async function writePage(html: string, file: string, effects: Effects): Promise<void> {
  await writeWhole(resolve(effects.cwd, file), (_, send) => send(Buffer.from(html)));
  effects.say(`${file}: written`);
}
