import { z } from 'zod';
import { pipelineSpec } from './schema.ts';

/** The parts of a JSON Schema that our own schemas come to. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** The JSON Schema (draft 7) of the pipeline file, for editors and for error messages. */
export function pipelineJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(pipelineSpec, { io: 'input', target: 'draft-7' });
  return withoutNoise({ title: 'A pipeline of bezero', ...schema }) as JsonSchema;
}

/** The file that editors read: `pipeline.schema.json`. */
export const pipelineJsonSchemaText = (): string => `${JSON.stringify(pipelineJsonSchema(), null, 2)}\n`;

/** Bounds that only say "a safe integer" are no rule of ours. */
function withoutNoise(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNoise);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(/^(min|max)imum$/.test(key) && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER))
      .map(([key, value]) => [key, withoutNoise(value)]),
  );
}

/** The schemas that a value at a path may follow; none where the path leads out of the schema. */
export function schemasAt(schema: JsonSchema, path: readonly PropertyKey[]): readonly JsonSchema[] {
  const here = schema.anyOf ?? [schema];
  const [step, ...rest] = path;
  if (step === undefined) return here.flatMap((one) => (one.anyOf ? schemasAt(one, []) : [one]));
  return here.flatMap((one) => {
    if (one.anyOf) return schemasAt(one, path);
    const open = typeof one.additionalProperties === 'object' ? one.additionalProperties : undefined;
    const next = one.items ?? one.properties?.[String(step)] ?? open;
    return next ? schemasAt(next, rest) : [];
  });
}
