import type { Engine } from '../../src/engine/engine.ts';
import { orderSteps } from '../../src/pipeline/order.ts';
import { nobody } from '../../src/pipeline/people/file.ts';
import { relationStep } from '../../src/pipeline/relation-step.ts';
import type { PlannedStep, StepContext } from '../../src/pipeline/step.ts';
import type { Relation } from '../../src/sql/relation.ts';

const context = (engine: Engine): StepContext => ({
  engine,
  runId: 'test',
  asOf: '2026-01-31',
  folder: '',
  previous: null,
  version: 'test',
  today: '2026-02-01',
  erasures: null,
  lanes: 1,
  former: null,
  people: nobody,
  windows: [],
  audits: [],
  warnings: [],
  remarks: [],
  files: [],
});

/** The steps of relations, each behind those it reads; what none of them writes is taken to be there. */
function stepsOf(relations: readonly Relation[]): PlannedStep[] {
  const ids = new Set(relations.map(({ id }) => id));
  const there: PlannedStep = {
    name: 'there',
    kind: 'load',
    reads: [],
    writes: relations.flatMap(({ reads }) => reads).filter((read) => !ids.has(read)),
    run: () => Promise.resolve({ rows: null, outcome: '' }),
  };
  return orderSteps([there, ...relations.map(relationStep)]);
}

/** Relations in the order that they can be built in. */
export function inOrder(relations: readonly Relation[]): Relation[] {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  return stepsOf(relations).flatMap(({ name }) => byId.get(name) ?? []);
}

/** Builds and audits relations as a run does; throws `DataError` at the first whose header is not true. */
export async function buildLayer(engine: Engine, ...relations: readonly Relation[]): Promise<void> {
  for (const step of stepsOf(relations)) await step.run(context(engine));
}
