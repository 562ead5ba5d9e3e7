import { createHash } from 'node:crypto';
import { dirname, relative, resolve } from 'node:path';
import { ConfigError, listProblems } from '../errors.ts';
import type { MailSpec } from '../mail/spec.ts';
import type { SourceSpec } from '../sources/spec.ts';
import { describeIssues, pathName } from './issues.ts';
import { pipelineJsonSchema } from './json-schema.ts';
import { pipelineSpec, type ContactRate, type PipelineSpec, type Step } from './schema.ts';
import { readYaml, type Path, type YamlFile } from './yaml-errors.ts';

/** The value of one unit of another currency from a day on; `from` null = always. */
export interface Rate {
  readonly from: string | null;
  readonly rate: number;
}

/** A pipeline as the run takes it: defaults filled in, paths absolute, one form for what may be written in several. */
export interface Pipeline extends Omit<PipelineSpec, 'rates' | 'costs' | 'steps' | 'sources'> {
  /** Absolute path of the pipeline file. */
  readonly file: string;
  /** Absolute path of the folder of the releases. */
  readonly store: string;
  /** Files are absolute paths or globs. */
  readonly sources: Readonly<Record<string, SourceSpec>>;
  /** By currency, oldest first. */
  readonly rates: Readonly<Record<string, readonly Rate[]>>;
  /** `*` of `contacts` is the rate of channels not listed; without it, what their contacts cost is unknown. */
  readonly costs: Omit<PipelineSpec['costs'], 'contacts'> & {
    readonly contacts: Readonly<Record<string, ContactRate>>;
  };
  readonly steps: readonly Step[];
}

const yamlFiles = new WeakMap<Pipeline, YamlFile>();

/**
 * Reads a pipeline file.
 *
 * @param file path as the user wrote it; messages show it
 * @param folder what a relative `file` starts from
 * @throws ConfigError with all problems at once, one a line: `file:line:column: path must …, got …`
 */
export function readPipeline(file: string, text: string, folder = '.'): Pipeline {
  const yaml = readYaml(file, text);
  if (yaml.problems.length > 0) throw new ConfigError(listProblems(yaml.problems));
  if (yaml.content === null)
    throw new ConfigError(`${file}:1:1: the pipeline must not be empty; "bezero init" writes one`);
  const parsed = pipelineSpec.safeParse(yaml.content, { error: () => '' });
  if (!parsed.success)
    throw new ConfigError(listProblems(describeIssues(parsed.error.issues, yaml, pipelineJsonSchema())));
  const pipeline = resolvePipeline(resolve(folder, file), parsed.data);
  yamlFiles.set(pipeline, yaml);
  return pipeline;
}

/** Where something stands in the file a pipeline was read from, for messages: `nightly.yaml:14:8: steps[1].kmeans.features[2]`. */
export function whereIn(pipeline: Pipeline, path: Path): string {
  const yaml = yamlFiles.get(pipeline);
  return yaml ? `${yaml.at(path)}: ${pathName(path)}` : pathName(path);
}

function resolvePipeline(file: string, spec: PipelineSpec): Pipeline {
  const at = (path: string): string => resolve(dirname(file), path);
  const files = (written: SourceSpec['files']): SourceSpec['files'] =>
    typeof written === 'string' ? at(written) : written.map(at);
  return {
    ...spec,
    ...(spec.mail && { mail: { ...spec.mail, smtp: withCertificate(spec.mail.smtp, at) } }),
    file,
    store: at(spec.store),
    rates: mapValues(spec.rates, (rate) =>
      typeof rate === 'number' ? [{ from: null, rate }] : rate.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    ),
    sources: mapValues(spec.sources, (source) => ({ ...source, files: files(source.files) })),
    costs: {
      ...spec.costs,
      contacts: mapValues(spec.costs.contacts, (rate) =>
        typeof rate === 'number' ? { per_contact: rate, per_minute: 0 } : rate,
      ),
    },
    steps: spec.steps.flatMap((step) => Object.entries(step).map(([model, options]) => ({ model, options }) as Step)),
  };
}

/** The server of the mail, with the path of its certificate resolved. */
const withCertificate = ({ ca, ...smtp }: MailSpec['smtp'], at: (path: string) => string): MailSpec['smtp'] =>
  ca === undefined ? smtp : { ...smtp, ca: at(ca) };

const mapValues = <V, W>(record: Readonly<Record<string, V>>, map: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

/** The keys of a pipeline that shape its results. */
const shaping = [
  ...([
    'name',
    'company',
    'time_zone',
    'as_of',
    'active_days',
    'attribution',
    'language',
    'currency',
    'rates',
  ] as const),
  ...(['costs', 'retention', 'steps', 'audiences', 'campaigns', 'outputs'] as const),
] as const satisfies readonly (keyof Pipeline)[];

/**
 * Identifies what shapes the results of a pipeline: SHA-256 of its canonical JSON (sorted keys, paths relative to the file). The
 * store, the engine's settings, the mail and how many releases are kept are no part of it, nor are the file's name, order and comments.
 */
export function configHash(pipeline: Pipeline): string {
  const from = (path: string): string => relative(dirname(pipeline.file), path);
  const sources = mapValues(pipeline.sources, (source) => ({
    ...source,
    files: typeof source.files === 'string' ? from(source.files) : source.files.map(from),
  }));
  const shape = Object.fromEntries(shaping.map((key) => [key, pipeline[key]]));
  return createHash('sha256')
    .update(canonical({ ...shape, sources }))
    .digest('hex');
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
