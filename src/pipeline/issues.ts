import type { z } from 'zod';
import { withoutUnseen } from '../text/name-rule.ts';
import { nearest } from '../text/nearest.ts';
import { schemasAt, type JsonSchema } from './json-schema.ts';
import type { Path, YamlFile } from './yaml-errors.ts';

type Issue = z.core.$ZodIssue;

/** What the sentences need: the file, and the schema for what is known, expected and meant at each place. */
interface Context {
  readonly yaml: YamlFile;
  readonly schema: JsonSchema;
}

/**
 * The problems of a file as `file:line:column: path must …, got …`, in the order of the file. What the zod schema does not say in its
 * own words (an empty message) is told from the JSON Schema.
 */
export function describeIssues(issues: readonly Issue[], yaml: YamlFile, schema: JsonSchema): string[] {
  const context = { yaml, schema };
  const all = issues.flatMap((issue) => flatten(issue, []));
  const unknown = all.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(issue.path, key, context)) : [],
  );
  // A misspelt key also goes missing, and what holds it may break a rule for it: one sentence is enough.
  const told = new Set(
    unknown.flatMap(({ path, meant }) => (meant === null ? [] : [pathName(path), pathName([...path, meant])])),
  );
  const others = all.filter((issue) => issue.code !== 'unrecognized_keys' && !told.has(pathName(issue.path)));
  const sentences = [...unknown.map(({ sentence }) => sentence), ...others.map((issue) => sentenceOf(issue, context))];
  return sentences.sort((a, b) => position(a, 1) - position(b, 1) || position(a, 2) - position(b, 2));
}

/** The line (1) or the column (2) that a sentence begins with. */
const position = (sentence: string, part: 1 | 2): number => Number(/:(\d+):(\d+): /.exec(sentence)?.[part] ?? 0);

function unknownKey(
  path: Path,
  key: string,
  { yaml, schema }: Context,
): { path: Path; meant: string | null; sentence: string } {
  const known = knownKeys(schema, path).filter((other) => valueAt(yaml.content, [...path, other]) === undefined);
  const meant = nearest(key, known);
  const hint =
    meant !== null ? `did you mean ${meant}?` : `known here: ${known.length > 0 ? known.join(', ') : 'nothing more'}`;
  const full = [...path, key];
  return { path, meant, sentence: `${yaml.atKey(full)}: ${pathName(full)} is not known; ${hint}` };
}

function sentenceOf(issue: Issue, { yaml, schema }: Context): string {
  const path = issue.path;
  const value = valueAt(yaml.content, path);
  const name = path.length === 0 ? 'the pipeline' : pathName(path);
  if (issue.code === 'invalid_key') return `${yaml.atKey(path)}: ${name} ${issue.issues[0]?.message ?? 'is no name'}`;
  if (value === undefined) return `${yaml.at(path)}: ${name} must be given: ${meaning(schema, path)}`;
  const all = schemasAt(schema, path);
  const fitting = issue.code === 'invalid_union' ? all : all.filter((one) => isOfType(value, one.type));
  const rule = issue.message === '' ? `must be ${expectation(fitting.length > 0 ? fitting : all)}` : issue.message;
  const got = issue.message === '' || isPlain(value) ? `, got ${show(value)}` : '';
  const hint = rule === 'must be text' && isPlain(value) && value !== null ? '; put it in quotes' : '';
  return `${yaml.at(path)}: ${name} ${rule}${got}${hint}`;
}

const isOfType = (value: unknown, type: string | undefined): boolean =>
  type === 'integer' ? typeof value === 'number' : type === (Array.isArray(value) ? 'array' : typeof value);

/** The issues of a union are those of the branch that came furthest; of none, where no branch takes this kind of value. */
function flatten(issue: Issue, base: Path): Issue[] {
  const path = [...base, ...issue.path] as Issue['path'];
  if (issue.code !== 'invalid_union') return [{ ...issue, path }];
  const taken = issue.errors.filter((branch) => !branch.some((one) => one.path.length === 0 && isKindMismatch(one)));
  const [best] = taken.sort((a, b) => a.length - b.length);
  if (!best) return [{ ...issue, path }];
  return best.flatMap((one) => flatten(one, path));
}

const isKindMismatch = (issue: Issue): boolean => issue.code === 'invalid_type' || issue.code === 'invalid_value';

const knownKeys = (schema: JsonSchema, path: Path): string[] => [
  ...new Set(schemasAt(schema, path).flatMap((one) => Object.keys(one.properties ?? {}))),
];

const meaning = (schema: JsonSchema, path: Path): string => {
  const found = schemasAt(schema, path);
  return found.find((one) => one.description !== undefined)?.description ?? expectation(found);
};

/** What a value must be, in words: `a whole number from 2 to 100`. */
function expectation(schemas: readonly JsonSchema[]): string {
  return [...new Set(schemas.map(expected))].join(' or ');
}

function expected(schema: JsonSchema): string {
  if (schema.const !== undefined) return show(schema.const);
  if (schema.enum !== undefined) return `one of ${schema.enum.map(show).join(', ')}`;
  switch (schema.type ?? '') {
    case 'integer':
      return `a whole number${range(schema)}`;
    case 'number':
      return `a number${range(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'string':
      return 'text';
    case 'array':
      return schema.minItems !== undefined && schema.minItems > 0 ? `a list of ${schema.minItems} or more` : 'a list';
    case 'object':
      return 'a mapping';
    default:
      return schema.description ?? 'something else';
  }
}

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  const low =
    minimum !== undefined ? ` from ${minimum} up` : exclusiveMinimum !== undefined ? ` above ${exclusiveMinimum}` : '';
  const high =
    maximum !== undefined ? ` up to ${maximum}` : exclusiveMaximum !== undefined ? ` below ${exclusiveMaximum}` : '';
  return low !== '' && high !== '' ? `${low} and${high}` : low + high;
}

/** `sources.shop.files[0]` */
export const pathName = (path: Path): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`)).join('');

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    content,
  );
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

function show(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = withoutUnseen(JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
