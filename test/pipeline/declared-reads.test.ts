import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { planPipeline } from '../../src/pipeline/plan.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { compile } from '../../src/sql/sql.ts';
import { isFull } from '../support/full.ts';
import { runIn, sampleFolder } from '../support/running.ts';

/** As they stand in SQL. */
const relations = /\b"?(raw|warehouse|features|marts|models|scores|segments)"?\."?([a-z_]+)\b/g;

/** The relations that what is given to an engine names: a relation, or a query. */
const namedIn = (given: unknown): string[] => {
  const text = typeof given === 'string' ? given : compile(given as Parameters<typeof compile>[0]).text;
  const isOwn = /\bsegments as\b/.test(text);
  return [...text.replaceAll(/--.*/g, '').matchAll(relations)]
    .filter(([, schema]) => !(isOwn && schema === 'segments'))
    .map(([, schema, table]) => `${schema!}.${table!}`);
};

const verbs = ['rows', 'numbers', 'chunks', 'create', 'append', 'define', 'drop', 'unload', 'check'];

/** Tells of every relation that an engine is asked for. */
const watching = (engine: Engine, hear: (relation: string) => void): Engine =>
  new Proxy(engine, {
    get(target, verb) {
      const value: unknown = Reflect.get(target, verb, target);
      if (typeof value !== 'function') return value;
      const call = value as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        if (verbs.includes(String(verb)))
          for (const one of given.slice(0, 2)) if (isAsked(one)) namedIn(one).forEach(hear);
        return call.apply(target, given);
      };
    },
  });

const isAsked = (one: unknown): boolean =>
  typeof one === 'string' || (typeof one === 'object' && one !== null && 'parts' in one);

it.runIf(isFull)(
  'lets each step read what it says it reads, so that steps can run at the same time',
  async () => {
    const { folder, yaml } = sampleFolder();
    const text = `${yaml}\nengine: { threads: 1 }\n`;
    let step = '';
    const read = new Map<string, Set<string>>();
    await runIn(folder, text, {
      onStep: (title) => (step = title),
      open: async (options) =>
        watching(await openDuckdb(options), (relation) => {
          read.set(step, (read.get(step) ?? new Set()).add(relation));
        }),
    });
    const steps = planPipeline(readPipeline(join(folder, 'pipeline.yaml'), text)).filter(({ kind }) => kind !== 'load');
    const written = new Set(steps.flatMap(({ writes }) => writes));
    // What is there when a step begins: what it reads, and what that was made of.
    const there = new Map<string, ReadonlySet<string>>();
    const unsaid = steps.flatMap(({ name, kind, reads, writes }) => {
      const known = new Set([...reads, ...writes, ...reads.flatMap((relation) => [...(there.get(relation) ?? [])])]);
      for (const relation of writes) there.set(relation, known);
      const asked = [...(read.get(name) ?? [])].filter((relation) => !relation.startsWith('raw.'));
      return kind === 'output'
        ? []
        : asked.filter((one) => written.has(one) && !known.has(one)).map((one) => `${name}: ${one}`);
    });
    expect(read.size).toBeGreaterThan(100);
    expect(unsaid).toEqual([]);
  },
  120_000,
);
