import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli.ts';
import { recordingEffects } from './effects.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const name of ['sample-data', 'pipelines']) cpSync(join(root, name), join(folder, name), { recursive: true });
  const effects = recordingEffects(folder);
  const code = await main(['run', 'pipelines/nightly.yaml'], effects);
  if (code !== 0) throw new Error(effects.said.join('\n'));
  return folder;
}

/** A folder as a clone has it, with the release of the sample in `store`: made once, to be read alone. */
export const sampleRelease = (): Promise<string> => (made ??= make());
