import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a part of a night cost: seconds of the clock and of the processors, and the most memory that the process had held by its end. */
export interface Stage {
  readonly stage: string;
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

/** A whole night: from the start of a cold process to its end. */
export interface Night {
  readonly stages: readonly Stage[];
  readonly whole: Stage;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Notes, at each line that a process says and at its end, what it has cost so far; writes the notes to $NOTES. */
const noting = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs';
  const notes = [], say = process.stderr.write.bind(process.stderr);
  const note = (line) => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    notes.push({ line, seconds: performance.now() / 1e3, processor: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 });
  };
  process.stderr.write = (text, ...rest) => { note(String(text)); return say(text, ...rest); };
  process.on('exit', () => { note('end'); writeFileSync(process.env.NOTES, JSON.stringify(notes)); });`)}`;

/** The stages of both sides, in their order, with the steps of a run that belong to each. */
const stageOf: readonly (readonly [stage: string, steps: RegExp])[] = [
  ['load', /^(load |resolve )/],
  ['clean', /^(warehouse\.|settings|lexicon)/],
  ['features', /^features\./],
  ['rfm', /^rfm/],
  ['kmeans', /^(kmeans|segments?[ :.](?!\*|csv))/],
  ['discriminant', /^(discriminant|likely)/],
  ['tree', /^tree/],
  ['lifetime value', /^clv/],
  ['baskets', /^(basket|marts\.product_(rule|pair|group))/],
  ['profit', /^(marts\.|attribution|audiences|campaign)/],
  ['export', /./],
];

type Note = Omit<Stage, 'stage'> & { readonly line: string };

/** Adds up what lies between one line and the next by the stage of the latter. */
function stagesOf(notes: readonly Note[]): Stage[] {
  const cost = new Map(stageOf.map(([stage]) => [stage, { stage, seconds: 0, processor: 0, megabytes: 0 }]));
  let before: Omit<Note, 'line'> = { seconds: 0, processor: 0, megabytes: 0 };
  for (const { line, ...until } of notes) {
    const found = cost.get(stageOf.find(([, steps]) => steps.test(line))![0])!;
    found.seconds += until.seconds - before.seconds;
    found.processor += until.processor - before.processor;
    found.megabytes = Math.max(found.megabytes, until.megabytes);
    before = until;
  }
  return [...cost.values()];
}

/** Runs the pipeline of a folder with the built command. */
export function runNight(folder: string): Night {
  const notes = join(folder, 'notes.json');
  const { seconds, stderr } = timed(
    process.execPath,
    ['--import', noting, here('../../dist/bin.js'), 'run', 'nightly.yaml'],
    folder,
    { NOTES: notes },
  );
  const noted = JSON.parse(readFileSync(notes, 'utf8')) as Note[];
  if (!stderr.includes('published')) throw new Error(`the night published nothing:\n${stderr}`);
  const { processor, megabytes } = noted.at(-1)!;
  return { stages: stagesOf(noted), whole: { stage: 'whole', seconds, processor, megabytes } };
}

/** What the peer finds, besides what it costs. */
export interface Found {
  readonly versions: Readonly<Record<string, string>>;
  readonly lines: number;
  readonly customers: number;
  readonly revenue: number;
  readonly margin: number;
  readonly profit: number;
  readonly k: number;
  /** By number of clusters. */
  readonly inertia: Readonly<Record<string, number>>;
  /** Log-likelihoods of the BG/NBD and of the Gamma-Gamma. */
  readonly purchases: number;
  readonly spending: number;
}

/** Runs the same job in pandas, scikit-learn and SciPy. */
export function runPeer(python: string, folder: string): Night & { readonly found: Found } {
  const args = [here('../peer/nightly.py'), join(folder, 'data'), join(folder, 'peer.csv')];
  const { seconds, stdout } = timed(python, args, folder);
  const { stages, ...found } = JSON.parse(stdout) as Found & { stages: Stage[] };
  const processor = stages.reduce((sum, stage) => sum + stage.processor, 0);
  return { stages, whole: { stage: 'whole', seconds, processor, megabytes: stages.at(-1)!.megabytes }, found };
}

function timed(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): { readonly seconds: number; readonly stdout: string; readonly stderr: string } {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env },
  });
  const seconds = (performance.now() - began) / 1_000;
  if (status !== 0) throw new Error(`${command} ended with ${status}:\n${stderr}`);
  return { seconds, stdout, stderr };
}
