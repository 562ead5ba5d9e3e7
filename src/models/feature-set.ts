import type { Engine } from '../engine/engine.ts';
import { ConfigError } from '../errors.ts';
import { relationName } from '../sql/relation.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { nearest } from '../text/nearest.ts';
import { attributeKind } from './attribute.ts';
import { parseFeature, type Feature, type FeatureSource, type Transform } from '../text/feature.ts';
import { levelsSql } from './feature-set.sql.ts';
import { withLimits, type Wish } from './winsorise.ts';

/** More columns than this, levels counted, are not one model. */
const mostColumns = 100;

/** Levels of a text or yes/no column that are told apart; the rest is one more, `(other)`. */
const mostLevels = 12;

/**
 * Where the numbers of one column of a model come from. `level` is 1 for customers with that level and 0 for those with
 * another known one; `level: null` stands for all levels that are not `named`; it exists where there were more than 12.
 * Its `column` is as the user wrote it: `gender`, `attribute:tariff`.
 */
export type ColumnSource =
  | FeatureSource
  | {
      readonly kind: 'level';
      readonly column: string;
      readonly level: string | null;
      readonly named: readonly string[];
      readonly rest: boolean;
    }
  | {
      /** The place of a level among `levels`; −1 where there is no value, `unknown` for any other. */
      readonly kind: 'code';
      readonly column: string;
      readonly levels: readonly string[];
      readonly unknown: number;
    };

/** One column of numbers that a model takes. */
export interface ModelColumn {
  /** As the user wrote it, or `gender=female`. */
  readonly name: string;
  /** Values beyond these are drawn in to them, before the transform; null: none are. */
  readonly limits: { readonly low: number; readonly high: number } | null;
  readonly transform: Transform;
  readonly source: ColumnSource;
}

/** How a text or yes/no column or attribute was coded: one column of zeros and ones for each level (but the reference). */
export interface Coding {
  /** As the user wrote it. */
  readonly column: string;
  /** Null: every level has its column, or there are no values. */
  readonly reference: string | null;
  readonly levels: readonly string[];
}

/** The columns of a model and the table they are read from. */
export interface FeatureSet {
  readonly relation: string;
  readonly key: string;
  readonly columns: readonly ModelColumn[];
  readonly codings: readonly Coding[];
}

/** Which table, which rows of it, and how the model speaks of itself in messages. */
export interface FeatureScope {
  readonly model: string;
  readonly relation: string;
  readonly key: string;
  /** A condition over the alias `base`. */
  readonly where: Sql;
}

type ColumnKind = 'number' | 'category' | 'other';

/** What a column can be to a model, by its type. */
export function kindOf(type: string): ColumnKind {
  if (/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)/.test(type)) return 'number';
  return /^(VARCHAR|BOOLEAN|ENUM)/.test(type) ? 'category' : 'other';
}

/** The columns of a relation and their types, as the engine tells them. */
export async function columnTypes(engine: Engine, relation: string): Promise<ReadonlyMap<string, string>> {
  const columns = await engine.check(sql`select * from ${relationName(relation)}`);
  return new Map(columns.map((column) => [column.name, column.type]));
}

/**
 * What becomes of text and yes/no columns: a column of zeros and ones for each level but the most frequent one, the
 * reference (`code`), or for every level (`every`); or they are refused.
 */
export type Categories = 'code' | 'every' | 'refuse';

/**
 * One column of zeros and ones per level, the most frequent one first (of equal ones the first by alphabet); with `code`
 * that one is the reference and has none.
 */
async function codeLevels(
  engine: Engine,
  column: string,
  scope: FeatureScope,
  categories: Categories,
): Promise<[Coding, ModelColumn[]]> {
  const found = await engine.rows(levelsSql(scope, column, mostLevels + 1), { level: 'text' }, mostLevels + 1);
  const rest = found.length > mostLevels;
  const named = found.slice(0, mostLevels).map((row) => row.level);
  const levels = [...named.slice(categories === 'code' ? 1 : 0), ...(rest ? [null] : [])];
  const columns = levels.map((level): ModelColumn => {
    const source = { kind: 'level', column, level, named, rest } as const;
    return { name: `${column}=${level ?? '(other)'}`, limits: null, transform: 'none', source };
  });
  const reference = categories === 'code' ? (named[0] ?? null) : null;
  return [{ column, reference, levels: columns.map((coded) => coded.name) }, columns];
}

/**
 * Looks up the features of a model: numbers stay, text and yes/no columns are coded as `categories` says, and the limits
 * of winsorised columns are read. An attribute is a number where all its values are; what it is, is settled here once.
 * Throws `ConfigError` for what is not there or is neither.
 */
export async function resolveFeatures(
  engine: Engine,
  texts: readonly string[],
  scope: FeatureScope,
  categories: Categories,
): Promise<FeatureSet> {
  const types = await columnTypes(engine, scope.relation);
  const wishes: Wish[] = [];
  const codings: Coding[] = [];
  for (const feature of texts.map(parseFeature)) {
    const kind = await kindOfFeature(engine, feature, types, scope);
    const { text, transform, winsorise, source } = feature;
    if (kind === 'number') {
      wishes.push({ column: { name: text, limits: null, transform, source }, share: winsorise });
    } else if (categories !== 'refuse' && transform === 'none' && winsorise === null) {
      const [coding, coded] = await codeLevels(engine, text, scope, categories);
      codings.push(coding);
      wishes.push(...coded.map((column) => ({ column, share: null })));
    } else {
      const found =
        source.kind === 'attribute' ? 'not every value of the attribute is one' : 'its column is text or yes/no';
      throw new ConfigError(`${scope.model}: ${text} must be a number; ${found}`);
    }
  }
  if (wishes.length > mostColumns) {
    throw new ConfigError(
      `${scope.model}: features must make at most ${mostColumns} columns; ` +
        `with their levels they make ${wishes.length}`,
    );
  }
  const columns = await withLimits(engine, scope, wishes);
  return { relation: scope.relation, key: scope.key, columns, codings };
}

/** Whether a feature is a number or text. Throws `ConfigError` for what is not there or is neither. */
export async function kindOfFeature(
  engine: Engine,
  { text, source }: Feature,
  types: ReadonlyMap<string, string>,
  scope: FeatureScope,
): Promise<'number' | 'category'> {
  const { model, relation } = scope;
  if (source.kind === 'share') return 'number';
  if (source.kind === 'attribute') return attributeKind(engine, text, source.attribute, scope);
  if (source.column === scope.key)
    throw new ConfigError(
      `${model}: ${text} must tell what rows have in common; ${scope.key} identifies each row of ${relation}; leave it out`,
    );
  const type = types.get(source.column);
  if (type === undefined) {
    const columns = [...types.keys()].filter((name) => name !== scope.key && kindOf(types.get(name)!) !== 'other');
    const like = nearest(source.column, columns);
    const missing = text === source.column ? '' : `; it has no ${source.column}`;
    throw new ConfigError(
      `${model}: ${text} must be a column of ${relation}${missing}; ${like === null ? `its columns are ${columns.join(', ')}` : `did you mean ${like}?`}`,
    );
  }
  const kind = kindOf(type);
  if (kind === 'other')
    throw new ConfigError(`${model}: ${text} must be a number, text or yes/no; its column is ${type}`);
  return kind;
}
