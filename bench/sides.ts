import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a side cost: a cold process from its start to its end, what it had of the processors, and the most memory it held. */
export interface Cost {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

type Ran = Cost & { readonly stdout: string };

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Tells a process's seconds of the processors and its peak memory, in kilobytes, in the last line of its talk. */
const nodePeak = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const used = process.resourceUsage(); process.stderr.write('\\n' + (used.userCPUTime + used.systemCPUTime) / 1e6 + ' ' + used.maxRSS) })",
)}`;

const pythonPeak = `import atexit, resource, runpy, sys
def tell(used=resource.getrusage):
    used = used(resource.RUSAGE_SELF)
    sys.stderr.write("\\n%f %d" % (used.ru_utime + used.ru_stime, used.ru_maxrss))
atexit.register(tell)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")`;

function run(command: string, args: readonly string[]): Ran {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`${command} ended with ${status}:\n${stderr}`);
  const [processor, kilobytes] = stderr.slice(stderr.lastIndexOf('\n')).trim().split(' ').map(Number);
  return { seconds, processor: processor!, megabytes: kilobytes! / 1024, stdout };
}

/** Runs the built command in a process of its own. */
export const runBezero = (...args: readonly string[]): Ran =>
  run(process.execPath, ['--import', nodePeak, here('../dist/bin.js'), ...args]);

/** Runs a script of this folder. */
export const runPython = (python: string, script: string, ...args: readonly string[]): Ran =>
  run(python, ['-c', pythonPeak, here(script), ...args]);

/** The Python that has a package: BEZERO_PYTHON, where that is set; null: none has. */
export function findPython(
  wanted: 'sklearn' | 'scipy' | 'pandas' = 'sklearn',
): { readonly command: string; readonly version: string } | null {
  for (const command of [process.env['BEZERO_PYTHON'], 'python3', '/usr/bin/python3']) {
    if (command === undefined) continue;
    const { status, stdout } = spawnSync(command, ['-c', `import ${wanted}; print(${wanted}.__version__)`], {
      encoding: 'utf8',
    });
    if (status === 0) return { command, version: stdout.trim() };
  }
  return null;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
