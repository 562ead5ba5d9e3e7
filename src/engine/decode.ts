import { EngineError } from '../errors.ts';
import type { Kind, Row, Shape } from './engine.ts';

const wrong = (column: string, kind: string, value: unknown): EngineError =>
  new EngineError(`column ${column} must be ${kind}; got ${value === null ? 'null' : typeof value}`);

function decodeValue(column: string, kind: Kind, value: unknown): unknown {
  switch (kind) {
    case 'integer': {
      const number = typeof value === 'bigint' ? Number(value) : value;
      if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw wrong(column, 'a safe integer', value);
      return number;
    }
    case 'bigint':
      if (typeof value === 'bigint') return value;
      if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
      throw wrong(column, 'a whole number', value);
    case 'number': {
      if (typeof value === 'number') return value;
      const number = typeof value === 'boolean' || value === '' ? NaN : Number(String(value));
      if (Number.isNaN(number)) throw wrong(column, 'a number', value);
      return number;
    }
    case 'text':
    case 'day':
      return String(value);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong(column, 'true or false', value);
      return value;
    case 'json':
      return JSON.parse(String(value)) as unknown;
  }
}

/** Turns the driver's values of one row into the declared kinds; a null in a column without `?` is refused. */
export function decodeRow<S extends Shape>(shape: S, names: readonly string[], values: readonly unknown[]): Row<S> {
  const row: Record<string, unknown> = {};
  for (const [column, declared] of Object.entries(shape)) {
    const at = names.indexOf(column);
    if (at < 0) throw new EngineError(`the query has no column ${column}; it has ${names.join(', ')}`);
    const value = values[at] ?? null;
    const nullable = declared.endsWith('?');
    if (value === null && !nullable) throw wrong(column, 'a value', null);
    row[column] = value === null ? null : decodeValue(column, declared.replace('?', '') as Kind, value);
  }
  return row as Row<S>;
}
