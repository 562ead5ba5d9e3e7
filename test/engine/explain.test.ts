import { expect, it } from 'vitest';
import { explain, faultOfQuery } from '../../src/engine/explain.ts';
import { sql } from '../../src/sql/sql.ts';

it.each([
  [
    "Conversion Error: Type INT64 with value -54321 can't be cast because the value is out of range for the destination type INT8 when casting from source column income",
    "Conversion Error: Type INT64 with value … can't be cast because the value is out of range for the destination type INT8 when casting from source column income",
  ],
  ['Conversion Error: Date out of range: 2026-13-77', 'Conversion Error: Date out of range: …'],
  [
    'Conversion Error: Could not cast value 54321.250000 to DECIMAL(4,2)',
    'Conversion Error: Could not cast value … to DECIMAL…',
  ],
  [
    "Conversion Error: Could not convert string 'ana' to INT32",
    'Conversion Error: Could not convert string … to INT32',
  ],
  ['IO Error: Cannot open file "/srv/2026/a.csv"', 'IO Error: Cannot open file "/srv/2026/a.csv"'],
])('%s is told without values of the data', (said, told) => {
  expect(explain(new Error(said), sql`select 1`).message).toBe(told);
});

it.each([
  ['Conversion Error: Could not convert', 'Conversion Error'],
  ['Failed to extract statements: Parser Error: syntax error at or near', 'Parser Error'],
  ['Not implemented Error: no', 'Not implemented Error'],
  ['Out of Memory Error: failed to allocate', null],
  ['IO Error: No space left', null],
  ['TransactionContext Error: Failed to commit', null],
  ['Serialization Error: Failed to deserialize', null],
])('%s: whose fault it is', (said, kind) => {
  expect(faultOfQuery(explain(new Error(said), sql`select 1`))).toBe(kind);
  expect(faultOfQuery(new Error(said))).toBeNull();
});
