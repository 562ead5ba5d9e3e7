import {
  Bool,
  DateDay,
  Decimal,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  Int8,
  makeData,
  TimestampMicrosecond,
  Uint16,
  Uint32,
  Uint64,
  Uint8,
  Utf8,
  type Data,
  type DataType,
} from 'apache-arrow';
import { EngineError } from '../errors.ts';

/** How a column of the engine becomes an Arrow column. */
export interface ArrowEncoding {
  readonly type: DataType;
  /** The engine has no Arrow type for it: it is read as text. */
  readonly asText: boolean;
  /** The Arrow data of some values as the driver gives them; null = no value. */
  encode(values: readonly unknown[]): Data;
}

type Numbers =
  Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

const isNull = (value: unknown): boolean => value === null || value === undefined;

/** Arrow's validity bitmap: bit i of byte i / 8 is set where a value is there; absent where none is missing. */
function validity(values: readonly unknown[]): { nullCount: number; nullBitmap?: Uint8Array } {
  const nullCount = values.reduce<number>((count, value) => count + Number(isNull(value)), 0);
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap: bits(values, (value) => !isNull(value)) };
}

function bits(values: readonly unknown[], isSet: (value: unknown) => boolean): Uint8Array {
  const bitmap = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, i) => {
    if (isSet(value)) bitmap[i >> 3]! |= 1 << (i & 7);
  });
  return bitmap;
}

const encoding = (type: DataType, data: (values: readonly unknown[]) => object, asText = false): ArrowEncoding => ({
  type,
  asText,
  encode: (values) =>
    makeData({ type, length: values.length, ...validity(values), ...data(values) } as Parameters<typeof makeData>[0]),
});

const numbers = (
  type: DataType,
  create: (length: number) => Numbers,
  read: (value: unknown) => number = Number,
): ArrowEncoding =>
  encoding(type, (values) => {
    const data = create(values.length);
    values.forEach((value, i) => {
      if (!isNull(value)) data[i] = read(value);
    });
    return { data };
  });

const bigints = (
  type: DataType,
  create: (length: number) => BigInt64Array | BigUint64Array,
  read: (value: unknown) => bigint,
): ArrowEncoding =>
  encoding(type, (values) => {
    const data = create(values.length);
    values.forEach((value, i) => {
      if (!isNull(value)) data[i] = read(value);
    });
    return { data };
  });

const text = (asText: boolean): ArrowEncoding =>
  encoding(
    new Utf8(),
    (values) => {
      const pieces = values.map((value) => (isNull(value) ? '' : String(value)));
      const valueOffsets = new Int32Array(values.length + 1);
      pieces.forEach((piece, i) => {
        valueOffsets[i + 1] = valueOffsets[i]! + Buffer.byteLength(piece);
      });
      return { valueOffsets, data: Buffer.from(pieces.join('')) };
    },
    asText,
  );

/** 128-bit decimals: the unscaled whole number in two's complement, least word first. */
const decimal = (width: number, scale: number, unscaled: (value: unknown) => bigint): ArrowEncoding =>
  encoding(new Decimal(scale, width, 128), (values) => {
    const halves = new BigInt64Array(values.length * 2);
    const limit = 10n ** BigInt(width);
    values.forEach((value, i) => {
      if (isNull(value)) return;
      const whole = unscaled(value);
      if (whole >= limit || whole <= -limit)
        throw new EngineError(`a decimal of an Arrow file must have at most ${width} digits, got ${whole}`);
      halves[2 * i] = BigInt.asIntN(64, whole);
      halves[2 * i + 1] = whole >> 64n;
    });
    return { data: new Uint32Array(halves.buffer) };
  });

const micros = (value: unknown): bigint => (value as { micros: bigint }).micros;

const encodings: Readonly<Record<string, () => ArrowEncoding>> = {
  BOOLEAN: () => encoding(new Bool(), (values) => ({ data: bits(values, (value) => value === true) })),
  TINYINT: () => numbers(new Int8(), (length) => new Int8Array(length)),
  SMALLINT: () => numbers(new Int16(), (length) => new Int16Array(length)),
  INTEGER: () => numbers(new Int32(), (length) => new Int32Array(length)),
  BIGINT: () =>
    bigints(
      new Int64(),
      (length) => new BigInt64Array(length),
      (value) => value as bigint,
    ),
  HUGEINT: () => decimal(38, 0, (value) => value as bigint),
  UTINYINT: () => numbers(new Uint8(), (length) => new Uint8Array(length)),
  USMALLINT: () => numbers(new Uint16(), (length) => new Uint16Array(length)),
  UINTEGER: () => numbers(new Uint32(), (length) => new Uint32Array(length)),
  UBIGINT: () =>
    bigints(
      new Uint64(),
      (length) => new BigUint64Array(length),
      (value) => value as bigint,
    ),
  FLOAT: () => numbers(new Float32(), (length) => new Float32Array(length)),
  DOUBLE: () => numbers(new Float64(), (length) => new Float64Array(length)),
  DATE: () =>
    numbers(
      new DateDay(),
      (length) => new Int32Array(length),
      (value) => (value as { days: number }).days,
    ),
  TIMESTAMP: () => bigints(new TimestampMicrosecond(), (length) => new BigInt64Array(length), micros),
  'TIMESTAMP WITH TIME ZONE': () =>
    bigints(new TimestampMicrosecond('UTC'), (length) => new BigInt64Array(length), micros),
  VARCHAR: () => text(false),
};

/** The Arrow encoding of a column, from its type as the engine writes it (`DECIMAL(18,4)`); lists, structs and the like become text. */
export function arrowEncoding(type: string): ArrowEncoding {
  const parts = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (parts) return decimal(Number(parts[1]), Number(parts[2]), (value) => (value as { value: bigint }).value);
  return encodings[type]?.() ?? text(true);
}
