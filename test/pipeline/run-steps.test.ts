import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/errors.ts';
import { mostAwaitedFirst, orderSteps } from '../../src/pipeline/order.ts';
import { runSteps } from '../../src/pipeline/run-steps.ts';
import type { PlannedStep, StepContext } from '../../src/pipeline/step.ts';

/** Steps of a made-up plan: each waits until it is let go, and says its name as a remark. */
function plan(reads: Readonly<Record<string, readonly string[]>>) {
  const begun: string[] = [];
  const open = new Map<string, { readonly end: () => void; readonly fail: (error: Error) => void }>();
  const steps = Object.entries(reads).map(([name, of]): PlannedStep => ({
    ...{ name, kind: 'model', reads: of, writes: [name] },
    async run({ remarks }) {
      begun.push(name);
      await new Promise<void>((end, fail) => open.set(name, { end, fail }));
      open.delete(name);
      remarks.push({ code: name } as never);
      return { rows: null, outcome: 'ready' };
    },
  }));
  const context = { audits: [], warnings: [], remarks: [], files: [] } as unknown as StepContext;
  const outcomes: string[] = [];
  const timed = (title: string) => (outcome: string) => void outcomes.push(`${title}: ${outcome}`);
  const run = (lanes: number) => runSteps(mostAwaitedFirst(orderSteps(steps)), { ...context, lanes }, timed);
  const at = async (name: string, way: 'end' | 'fail' = 'end'): Promise<void> => {
    open.get(name)![way](new DataError(`no ${name}`));
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, context, outcomes, run, at };
}

const made = {
  lines: [],
  contacts: [],
  rates: [],
  orders: ['lines'],
  scores: ['orders'],
  lists: ['scores', 'contacts'],
};

describe('steps that run at the same time', () => {
  it('begin when what they read is there, so many at a time, those first that most others wait for', async () => {
    const { begun, context, outcomes, run, at } = plan(made);
    const done = run(2);
    expect(begun).toEqual(['lines', 'contacts']);
    await at('contacts');
    expect(begun).toEqual(['lines', 'contacts', 'rates']);
    await at('rates');
    expect(begun).toEqual(['lines', 'contacts', 'rates']);
    for (const one of ['lines', 'orders', 'scores', 'lists']) await at(one);
    await done;
    expect(outcomes.map((one) => one.split(':')[0])).toEqual([
      'contacts',
      'rates',
      'lines',
      'orders',
      'scores',
      'lists',
    ]);
    expect(context.remarks.map(({ code }) => code as string)).toEqual([
      ...['lines', 'orders', 'contacts', 'scores', 'rates', 'lists'],
    ]);
  });

  it('are one after the other on one lane', async () => {
    const { begun, run, at } = plan(made);
    const done = run(1);
    for (const one of ['lines', 'orders', 'contacts', 'scores', 'rates', 'lists']) {
      expect(begun.at(-1)).toBe(one);
      await at(one);
    }
    await done;
  });

  it.each([
    ['the one before fails, too', 'fail', 'orders: no orders'],
    ['the one before goes well', 'end', 'contacts: no contacts'],
  ] as const)(
    'stop when one fails, but for those before it: where %s, what one step at a time would throw is told',
    async (_, orders, told) => {
      const { begun, outcomes, run, at } = plan(made);
      const done = expect(run(2)).rejects.toThrow(told);
      await at('contacts', 'fail');
      expect(begun).toEqual(['lines', 'contacts']);
      await at('lines');
      expect(begun).toEqual(['lines', 'contacts', 'orders']);
      await at('orders', orders);
      await done;
      expect(begun).toEqual(['lines', 'contacts', 'orders']);
      expect(outcomes).toEqual([
        'contacts: failed',
        'lines: ready',
        `orders: ${orders === 'end' ? 'ready' : 'failed'}`,
      ]);
    },
  );

  it('are never left out in silence where they wait for one another', async () => {
    const step = (name: string, reads: readonly string[]): PlannedStep => ({
      ...{ name, kind: 'model', reads, writes: [name] },
      run: () => Promise.resolve({ rows: null, outcome: 'ready' }),
    });
    const context = { audits: [], warnings: [], remarks: [], files: [] } as unknown as StepContext;
    const steps = [step('lines', []), step('orders', ['scores']), step('scores', ['orders'])];
    await expect(runSteps(steps, { ...context, lanes: 2 }, () => () => undefined)).rejects.toThrow('orders,scores');
  });
});
