#!/usr/bin/env node
// What npm calls `bezero`. It is there before anything is built: npx looks for it once, and remembers what it found.
import { existsSync } from 'node:fs';

const program = new URL('../dist/bin.js', import.meta.url);
if (existsSync(program)) await import(program.href);
else {
  const folder = new URL('..', import.meta.url);
  process.stderr.write(
    `bezero is not built yet; run "npm ci && npm run build" in ${decodeURI(folder.pathname)} first\n`,
  );
  process.exitCode = 5;
}
