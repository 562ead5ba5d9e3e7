import { EngineError } from '../errors.ts';
import { compile, type Sql } from '../sql/sql.ts';

/** Errors of the engine that quote values of the data; others quote names and files, which are needed. */
const quotesData = /^(Conversion|Invalid Input|Out of Range|Constraint|Mismatch Type|Serialization) Error/;

/** A number or a day that stands bare in a sentence; the digits of a name, like those of INT64, are none. */
const unquoted = /(?<!\w)[-+]?\d[\w.:+-]*/g;

/** What the driver throws, as one sentence: no dump of the statement, no line of the data, and none of its values. */
export function explain(error: unknown, query: Sql): EngineError {
  const text = error instanceof Error ? error.message : String(error);
  const [first = text] = text.split('\n', 1);
  const sentence = quotesData.test(first)
    ? first
        .replace(/'.*'|".*"|\(.*\)/g, '…')
        .replace(/Input: .*/, 'Input: …')
        .replaceAll(unquoted, '…')
    : first;
  return Object.assign(new EngineError(sentence, { cause: error }), { sql: compile(query).text });
}

/** What no query and none of the values that it reads is to blame for. */
const ofTheMachine =
  /^(IO|FATAL|INTERNAL|Serialization|Out of Memory|Interrupt|Permission|Transaction\w*|Connection|HTTP|Network) /i;

/** What kind of error a query, or a value that it reads, is to blame for, as the engine calls it; null: it is to blame for nothing. */
export function faultOfQuery(error: unknown): string | null {
  if (!(error instanceof EngineError)) return null;
  const [, kind = null] = /^(?:Failed to extract statements: )?([A-Z][A-Za-z ]* Error):/.exec(error.message) ?? [];
  return kind === null || ofTheMachine.test(kind) ? null : kind;
}
