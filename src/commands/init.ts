import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { BezeroError, ConfigError, listProblems } from '../errors.ts';
import { pipelineJsonSchemaText } from '../pipeline/json-schema.ts';
import { readPipeline } from '../pipeline/spec.ts';
import type { TableName } from '../sources/tables.ts';
import type { Effects } from './effects.ts';
import { inboxSources, pipelineText } from './init/frame.ts';
import { pipelineName, sourceName } from './init/names.ts';
import { nextSteps } from './init/next.ts';
import { mergeFiles, probeFile, type ProbedFile } from './init/probe.ts';
import { propose } from './init/propose.ts';
import { checkMark, sourceText, type ProposedSource } from './init/write-pipeline.ts';
import { count } from './words.ts';

/** Options of `bezero init`. */
export interface InitOptions {
  /** Folder to write to. */
  readonly folder: string;
  /** Files to propose a mapping of. */
  readonly from: readonly string[];
  readonly json: boolean;
}

const pipelineFile = 'nightly.yaml';

/** Writes a new pipeline, with a mapping of the user's own files where they are named. Nothing is overwritten. */
export async function init(options: InitOptions, effects: Effects): Promise<void> {
  const folder = resolve(effects.cwd, options.folder);
  const shown = join(options.folder, pipelineFile);
  if (existsSync(join(folder, pipelineFile))) {
    throw new ConfigError(`${shown} must not be there yet: init never overwrites; name another folder`);
  }
  const text = await writeText(options, folder, effects);
  mkdirSync(join(folder, 'inbox'), { recursive: true });
  const files = { [pipelineFile]: text, 'pipeline.schema.json': pipelineJsonSchemaText(), '.gitignore': 'store/\n' };
  const written = Object.entries(files).filter(([name]) => !existsSync(join(folder, name)));
  for (const [name, content] of written) writeFileSync(join(folder, name), content, { flag: 'wx' });
  const checks = checksIn(text);
  if (options.json)
    effects.print(JSON.stringify({ files: written.map(([name]) => join(options.folder, name)), checks }));
  for (const [name] of written) effects.say(`wrote ${join(options.folder, name)}`);
  if (!written.some(([name]) => name === '.gitignore'))
    effects.say('.gitignore was there: see that it has a line store/');
  if (checks.length > 0) {
    effects.say(`\n${count(checks.length, 'guess', 'guesses')} to check:`);
    for (const { line, guess } of checks) effects.say(`  ${shown}:${line}: ${guess}`);
  }
  for (const line of nextSteps(options.folder, pipelineFile, { own: options.from.length > 0 })) effects.say(line);
}

async function writeText(options: InitOptions, folder: string, effects: Effects): Promise<string> {
  const frame = {
    name: pipelineName(basename(folder)),
    timeZone: effects.timeZone,
    file: join(options.folder, pipelineFile),
  };
  if (options.from.length === 0) {
    return pipelineText({
      ...frame,
      currency: null,
      sources: inboxSources,
      // Whether there will be a customers file is not known, and without one nothing could tell segments apart.
      predictors: [],
      hasProducts: false,
    });
  }
  const sources = await proposeSources(options.from, folder, effects);
  const text = pipelineText({
    ...frame,
    currency: sources.map(({ proposal }) => proposal.currency).find((currency) => currency !== null) ?? null,
    sources: sources.flatMap((source, i) => [...(i > 0 ? [''] : []), ...sourceText(source)]),
    predictors: predictorsOf(sources),
    hasProducts: mappedColumns(sources, 'purchases').includes('product_id'),
  });
  mustBeSound(text);
  return text;
}

/** Looks at all files; those of one shape become one source. Every problem is found before any is thrown. */
async function proposeSources(from: readonly string[], folder: string, effects: Effects): Promise<ProposedSource[]> {
  const problems: string[] = [];
  const shapes = new Map<string, { paths: string[]; files: ProbedFile[] }>();
  for (const file of from) {
    const path = resolve(effects.cwd, file);
    const done = effects.step(`looking at ${file}`);
    try {
      const probed = await probeFile(path, file);
      const shape = JSON.stringify([
        probed.delimiter,
        probed.encoding.label,
        probed.columns.map(({ header }) => header),
      ]);
      const same = shapes.get(shape) ?? { paths: [], files: [] };
      shapes.set(shape, { paths: [...same.paths, path], files: [...same.files, probed] });
      done(count(probed.columns.length, 'column'));
    } catch (error) {
      if (!(error instanceof BezeroError)) throw error;
      problems.push(error.message);
      done('not understood');
    }
  }
  const sources: ProposedSource[] = [];
  for (const { paths, files } of shapes.values()) {
    const merged = mergeFiles(files);
    const proposal = propose(merged);
    if (proposal) {
      const name = sourceName(
        basename(paths[0]!),
        sources.map((source) => source.name),
      );
      sources.push({ name, files: paths.map((path) => relative(folder, path)), proposal });
    } else problems.push(notRecognised(merged));
  }
  if (sources.length === 0) throw new ConfigError(listProblems(problems));
  for (const problem of problems) effects.say(`left out: ${problem}`);
  return sources;
}

const notRecognised = ({ file, columns, header }: ProbedFile): string =>
  `${file} must have columns of one of the tables (customers, products, purchases, interactions, campaigns, returns); ` +
  (header ? `its columns are ${columns.map((column) => column.header).join(', ')}` : 'it has no header row');

/** The canonical columns of a table that the files fill. */
const mappedColumns = (sources: readonly ProposedSource[], of: TableName): string[] =>
  sources.flatMap(({ proposal }) =>
    proposal.tables.filter(({ table }) => table === of).flatMap(({ lines }) => lines.map(({ canonical }) => canonical)),
  );

/** Columns of the customer table that the files fill and that people can be told apart by. */
function predictorsOf(sources: readonly ProposedSource[]): string[] {
  const mapped = mappedColumns(sources, 'customers');
  const features = {
    birth_date: 'age_years',
    annual_income: 'annual_income',
    gender: 'gender',
    region: 'region',
    acquisition_source: 'acquisition_source',
  };
  return Object.entries(features).flatMap(([column, feature]) => (mapped.includes(column) ? [feature] : []));
}

/** The lines of a pipeline that hold guesses: `discount: taken as a share of the price`. */
const checksIn = (text: string): { line: number; guess: string }[] =>
  text.split('\n').flatMap((line, i) => {
    const at = line.indexOf(`# ${checkMark}: `);
    const key = line.slice(0, line.indexOf(':')).replace('# ', '').trim();
    return at < 0 ? [] : [{ line: i + 1, guess: `${key}: ${line.slice(at + checkMark.length + 4)}` }];
  });

/** What we write, we can read; anything else is a bug. */
function mustBeSound(text: string): void {
  try {
    readPipeline(pipelineFile, text);
  } catch (error) {
    throw new Error(`the proposed pipeline is not sound: ${(error as Error).message}\n${text}`, { cause: error });
  }
}
