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

/** Values of one width each, as a typed array holds them. */
const fixed = <Value extends number | bigint>(
  type: DataType,
  create: (length: number) => Record<number, Value>,
  read: (value: unknown) => Value,
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

const bigint = (value: unknown): bigint => value as bigint;
const days = (value: unknown): number => (value as { days: number }).days;
const micros = (value: unknown): bigint => (value as { micros: bigint }).micros;
const moments = (type: DataType): ArrowEncoding => fixed(type, (length) => new BigInt64Array(length), micros);

const encodings: Readonly<Record<string, () => ArrowEncoding>> = {
  BOOLEAN: () => encoding(new Bool(), (values) => ({ data: bits(values, (value) => value === true) })),
  TINYINT: () => fixed(new Int8(), (length) => new Int8Array(length), Number),
  SMALLINT: () => fixed(new Int16(), (length) => new Int16Array(length), Number),
  INTEGER: () => fixed(new Int32(), (length) => new Int32Array(length), Number),
  BIGINT: () => fixed(new Int64(), (length) => new BigInt64Array(length), bigint),
  HUGEINT: () => decimal(38, 0, bigint),
  UTINYINT: () => fixed(new Uint8(), (length) => new Uint8Array(length), Number),
  USMALLINT: () => fixed(new Uint16(), (length) => new Uint16Array(length), Number),
  UINTEGER: () => fixed(new Uint32(), (length) => new Uint32Array(length), Number),
  UBIGINT: () => fixed(new Uint64(), (length) => new BigUint64Array(length), bigint),
  FLOAT: () => fixed(new Float32(), (length) => new Float32Array(length), Number),
  DOUBLE: () => fixed(new Float64(), (length) => new Float64Array(length), Number),
  DATE: () => fixed(new DateDay(), (length) => new Int32Array(length), days),
  TIMESTAMP: () => moments(new TimestampMicrosecond()),
  'TIMESTAMP WITH TIME ZONE': () => moments(new TimestampMicrosecond('UTC')),
  VARCHAR: () => text(false),
};

/** The Arrow encoding of a column, from its type as the engine writes it (`DECIMAL(18,4)`); lists, structs and the like become text. */
export function arrowEncoding(type: string): ArrowEncoding {
  const parts = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (parts) return decimal(Number(parts[1]), Number(parts[2]), (value) => (value as { value: bigint }).value);
  return encodings[type]?.() ?? text(true);
}
