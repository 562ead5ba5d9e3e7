import { writeSync } from 'node:fs';
import { call, type Stamp } from './night.ts';
import type { main } from '../../../src/cli.ts';

/** One run in a process of its own, which can be killed: tells every line at once, and ends with the exit code of the run. */
const [program, folder, stamp, ...argv] = process.argv.slice(2) as [string, string, string, ...string[]];
const { main: cli } = (await import(program)) as { main: typeof main };
writeSync(1, 'ready\n');
const { code } = await call(cli, folder, JSON.parse(stamp) as Stamp, argv, (line) => {
  writeSync(1, `${line}\n`);
});
process.exitCode = code;
