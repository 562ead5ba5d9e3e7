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
