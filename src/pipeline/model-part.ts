import type { Engine } from '../engine/engine.ts';
import type { FitInput } from '../models/model.ts';
import type { RefitOptions } from '../models/refit-options.ts';
import type { LabelWindow } from '../models/repurchase/window.ts';
import type { Inputs, Judged } from '../models/reuse.ts';
import { sql, type Sql } from '../sql/sql.ts';
import type { Remark } from '../text/remark.ts';
import { attributeIdentifiers } from './attribute-identifiers.ts';
import type { Former } from './former.ts';
import type { People } from './people/file.ts';
import { reuseOrFit, type Made, type Upkept } from './reuse-model.ts';
import type { ModelName, Step } from './schema.ts';
import type { Pipeline } from './spec.ts';
import { featuresOf } from './step-features.ts';
import type { PlannedStep, StepContext } from './step.ts';

type OptionsOf<M extends ModelName> = Extract<Step, { model: M }>['options'];

/** Those of its fit: without the policy of when there is one, where that is not its own to follow. */
type Own<M extends ModelName> =
  OptionsOf<M> extends RefitOptions ? Omit<OptionsOf<M>, keyof RefitOptions> : OptionsOf<M>;

/** What a model may go on from. */
export interface Before {
  readonly former: Former | null;
  /** The model of the release before; null where there is none, or where it knows days after the as-of day. */
  readonly stored: unknown;
  /** The model of the release before where it knows days after the as-of day: it says what things are called, nothing else. */
  readonly later: unknown;
  /** What people decided. */
  readonly people: People;
  /** The last windows in which it was seen who bought again. */
  readonly windows: readonly LabelWindow[];
}

/** What a table may be made of besides a model. */
export interface TableContext extends Before {
  readonly engine: Engine;
  /** Says something to readers of the results. */
  readonly tell: (remark: Remark) => void;
}

/** How a model takes part in a run: what it reads, the table of its scores, its fit and its scores in SQL. */
export interface ModelPart<M extends ModelName, Fitted> {
  readonly model: M;
  readonly reads: readonly string[];
  readonly scores: string;
  /** What a row of them is, for the outcome of a run; left out: a customer who is scored. */
  readonly scored?: string;
  fit(engine: Engine, options: Own<M>, input: FitInput, before: Before): Promise<Made<Fitted>>;
  /** What it is fitted to; null: of this one there is nothing to use again. Left out: whether a stored one is used again is its own to say. */
  readonly inputs?: (fitted: Fitted) => Inputs | null;
  /** What else asks for a fit where the policy is to look at drift; left out: nothing. */
  readonly beyond?: (
    engine: Engine,
    fitted: Fitted,
    options: OptionsOf<M>,
  ) => ReturnType<NonNullable<Judged['beyond']>>;
  /** Goes on with a stored one that still holds; left out: as it is. */
  readonly renew?: (engine: Engine, stored: Fitted, options: Own<M>, input: FitInput) => Promise<Made<Fitted>>;
  score(fitted: Fitted, before: Before, engine: Engine): Sql | Promise<Sql>;
  /** The table of scores without rows, where the pipeline has no such step. */
  readonly none: Sql;
  /** Other tables that follow from the fit and the scores; `null` where the pipeline has no such step. */
  readonly tables: Readonly<Record<string, (fitted: Fitted | null, context: TableContext) => Sql | Promise<Sql>>>;
  /** Tables that the scores are made of, of which nothing is left when they are. */
  readonly working?: readonly string[];
  /** What a reader of the scores should know. */
  remarks(fitted: Fitted): Remark[];
  /** What there is to say of customers who have no score because of values that the model cannot take. */
  unscored?(engine: Engine, fitted: Fitted, before: Before): Promise<Remark[]>;
}

/** What models choose their features from. */
export const featureTables: readonly string[] = [
  'features.customer',
  'features.customer_category',
  'features.customer_channel',
  'warehouse.customer_attribute',
];

/** Fits a model, or uses the stored one again. */
export async function makeModel<M extends ModelName, Fitted extends object>(
  part: ModelPart<M, Fitted>,
  options: OptionsOf<M>,
  before: Before,
  context: StepContext,
): Promise<Made<Fitted> | Upkept<Fitted>> {
  const { inputs, beyond, renew } = part;
  const { engine, asOf } = context;
  if (inputs === undefined) return part.fit(engine, options as Own<M>, { asOf }, before);
  return reuseOrFit(engine, context, options as Own<M> & RefitOptions, before.stored as Fitted | null, {
    model: part.model,
    ofSegments: part.reads.includes('scores.segment'),
    inputs,
    fit: (own) => part.fit(engine, own, { asOf }, before),
    ...(beyond && { beyond: (fitted) => beyond(engine, fitted, options) }),
    ...(renew && { renew: (stored, own) => renew(engine, stored, own, { asOf }) }),
  });
}

/** The step of a model: fit, keep the fitted model as JSON in `models.fitted`, score every customer. */
export function modelStep<M extends ModelName, Fitted extends object>(
  part: ModelPart<M, Fitted>,
  steps: Pipeline['steps'],
): PlannedStep {
  const step = steps.find(({ model }) => model === part.model);
  return {
    name: part.model,
    kind: 'model',
    reads: step ? [...part.reads, 'models.fitted'] : [],
    writes: [part.scores, ...Object.keys(part.tables)],
    async run(context) {
      const { engine, runId, asOf, former, people, windows, remarks } = context;
      const tell = (remark: Remark): void => {
        remarks.push({ ...remark, model: part.model });
      };
      const makeTables = async (fitted: Fitted | null, before: Before): Promise<void> => {
        for (const [relation, make] of Object.entries(part.tables))
          await engine.create(relation, await make(fitted, { ...before, engine, tell }));
      };
      if (!step) {
        const { rows } = await engine.create(part.scores, part.none);
        await makeTables(null, { former, people, windows, stored: null, later: null });
        return { rows, outcome: 'not part of the pipeline' };
      }
      const known = (await former?.model(part.model)) ?? null;
      const isLater = known !== null && known.asOf > asOf;
      const before = { former, people, windows, stored: isLater ? null : known, later: isLater ? known : null };
      const made = await makeModel(part, step.options as OptionsOf<M>, before, context);
      const { fitted, how, changes = [] } = made;
      const upkeep = 'upkeep' in made ? JSON.stringify(made.upkeep) : null;
      await engine.append(
        'models.fitted',
        sql`select ${part.model} as model, ${part.model} as name, ${runId} as run_id, ${JSON.stringify(fitted)} as fitted, ${upkeep} as upkeep`,
      );
      const { rows } = await engine.create(part.scores, await part.score(fitted, before, engine));
      await makeTables(fitted, before);
      for (const relation of part.working ?? []) await engine.drop(relation);
      const unscored = (await part.unscored?.(engine, fitted, before)) ?? [];
      const { list, features } = featuresOf(step);
      const identifiers = await attributeIdentifiers(engine, part.model, list, features);
      [...changes, ...part.remarks(fitted), ...identifiers, ...unscored].forEach(tell);
      return { rows, outcome: `${rows} ${part.scored ?? 'customers scored'}${how === undefined ? '' : `; ${how}`}` };
    },
  };
}
