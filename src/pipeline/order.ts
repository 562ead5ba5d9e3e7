import type { PlannedStep } from './step.ts';

/**
 * Orders steps so that each comes after those that write what it reads; among those that could come next, the first given comes
 * first. Loading writes every relation of the schema `raw`.
 *
 * @throws Error where a relation that nobody writes is read, or steps wait for one another in a circle (bugs of the layers)
 */
export function orderSteps(steps: readonly PlannedStep[]): PlannedStep[] {
  const writers = new Map(steps.flatMap((step) => step.writes.map((relation) => [relation, step] as const)));
  const ordered: PlannedStep[] = [];
  const done = new Set<PlannedStep>();
  const visit = (step: PlannedStep, path: readonly PlannedStep[]): void => {
    if (done.has(step)) return;
    if (path.includes(step)) {
      throw new Error(`steps must not wait for one another: ${[...path, step].map(({ name }) => name).join(' > ')}`);
    }
    for (const relation of step.reads) {
      const writer = writers.get(relation) ?? (relation.startsWith('raw.') ? writers.get('raw.*') : undefined);
      if (!writer) throw new Error(`${step.name} reads ${relation}, which nothing writes`);
      visit(writer, [...path, step]);
    }
    done.add(step);
    ordered.push(step);
  };
  for (const step of steps) visit(step, []);
  return ordered;
}

/** Those of ordered steps that relations need, themselves and by what they read. */
export function stepsFor(ordered: readonly PlannedStep[], relations: readonly string[]): PlannedStep[] {
  const needed = new Set(relations);
  const last = ordered.toReversed().filter(({ reads, writes }) => {
    const isNeeded = writes.some((relation) => needed.has(relation));
    if (isNeeded) for (const relation of reads) needed.add(relation);
    return isNeeded;
  });
  return last.toReversed();
}
