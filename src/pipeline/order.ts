import type { PlannedStep } from './step.ts';

/** Which step writes a relation. Loading writes every relation of the schema `raw`. */
function writersOf(steps: readonly PlannedStep[]): (relation: string) => PlannedStep | undefined {
  const writers = new Map(steps.flatMap((step) => step.writes.map((relation) => [relation, step] as const)));
  return (relation) => writers.get(relation) ?? (relation.startsWith('raw.') ? writers.get('raw.*') : undefined);
}

/**
 * Orders steps so that each comes after those that write what it reads; among those that could come next, the first given comes
 * first.
 *
 * @throws Error where a relation that nobody writes is read, or steps wait for one another in a circle (bugs of the layers)
 */
export function orderSteps(steps: readonly PlannedStep[]): PlannedStep[] {
  const writerOf = writersOf(steps);
  const ordered: PlannedStep[] = [];
  const done = new Set<PlannedStep>();
  const visit = (step: PlannedStep, path: readonly PlannedStep[]): void => {
    if (done.has(step)) return;
    if (path.includes(step)) {
      throw new Error(`steps must not wait for one another: ${[...path, step].map(({ name }) => name).join(' > ')}`);
    }
    for (const relation of step.reads) {
      const writer = writerOf(relation);
      if (!writer) throw new Error(`${step.name} reads ${relation}, which nothing writes`);
      visit(writer, [...path, step]);
    }
    done.add(step);
    ordered.push(step);
  };
  for (const step of steps) visit(step, []);
  return ordered;
}

/** Ordered steps, those that most others wait for first: what everything hangs on is not begun last where several run at a time. */
export function mostAwaitedFirst(ordered: readonly PlannedStep[]): PlannedStep[] {
  const writerOf = writersOf(ordered);
  const awaiting = new Map(ordered.map((step) => [step, new Set<PlannedStep>()]));
  for (const step of ordered.toReversed())
    for (const relation of step.reads) {
      const before = awaiting.get(writerOf(relation)!);
      for (const one of [step, ...awaiting.get(step)!]) before?.add(one);
    }
  return ordered.toSorted((a, b) => awaiting.get(b)!.size - awaiting.get(a)!.size);
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
