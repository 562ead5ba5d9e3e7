import { dirname, relative } from 'node:path';
import { BezeroError, DataError } from '../errors.ts';
import type { Engine } from '../engine/engine.ts';
import { findFiles } from '../sources/find.ts';
import { checkHeader, readFirstRecord } from '../sources/header.ts';
import { tablesOf } from '../sources/ingest.ts';
import { findVersion, resolveMapping } from '../sources/mapping.ts';
import { delimiterOf, formatOf, readingParquet } from '../sources/prepare.ts';
import type { SourceSpec } from '../sources/spec.ts';
import { headOf } from '../sources/unpack.ts';
import { parquetFiles } from '../sql/files.ts';
import { sql } from '../sql/sql.ts';
import { findUnreadable, readFirstRows, type FirstRows, type UnreadableColumn } from './check-rows.ts';
import { readHead } from './file-head.ts';
import { currentRecord } from './record.ts';
import { whereIn, type Pipeline } from './spec.ts';

/** What looking at the sources found. */
export interface CheckedSources {
  readonly problems: readonly BezeroError[];
  /** How many files a run would read or know. */
  readonly files: number;
}

/** The beginning of a file: its headers, and some records where they are delimited text. */
interface Beginning {
  readonly headers: readonly string[];
  readonly readRows: () => Promise<FirstRows>;
}

interface NamedFile {
  readonly path: string;
  readonly shownAs: string;
}

/** What a check needs besides the source. */
interface CheckContext {
  readonly pipeline: Pipeline;
  readonly engine: Engine;
  readonly temporary: string;
}

/** The keys of all JSON lines, in the order in which the loader has them. */
const keysOf = (text: string): string[] =>
  [
    ...new Set(
      text.split('\n').flatMap((line) => {
        try {
          return Object.keys(Object(JSON.parse(line)) as object);
        } catch {
          return [];
        }
      }),
    ),
  ].sort();

const noRows = (): Promise<FirstRows> => Promise.resolve({ rows: [], records: 0 });

/** Reads the beginning of a file; null where the beginning does not tell the headers: a long file of JSON lines. */
async function readBeginning(
  file: NamedFile,
  spec: SourceSpec,
  { engine, temporary }: CheckContext,
): Promise<Beginning | null> {
  const format = formatOf(spec, file.path);
  if (format === 'parquet') {
    const columns = await readingParquet(file.shownAs, () =>
      engine.check(sql`select * from ${parquetFiles([file.path])}`),
    );
    return { headers: columns.map(({ name }) => name), readRows: noRows };
  }
  const head = await readHead(file, spec.encoding, temporary);
  if (format === 'jsonl')
    return head.isWhole ? { headers: keysOf(await headOf(head.file, head.length)), readRows: noRows } : null;
  const first = await readFirstRecord(head.file, delimiterOf(spec), spec.quote, file.shownAs);
  if (spec.header) {
    if (first.length === 0) throw new DataError(`${file.shownAs}: must begin with a header row; the file is empty`);
    checkHeader(first, file.shownAs);
  }
  const headers = spec.header ? first : first.map((_, i) => `c${i + 1}`);
  return { headers, readRows: () => readFirstRows(head, spec) };
}

/** What a value looks like, and nothing of what it says: `25/01/2026` → `99/99/9999`. */
const shapeOf = (value: string): string =>
  Array.from(value.replaceAll(/[\p{L}\p{M}]/gu, 'a').replaceAll(/\p{N}/gu, '9'))
    .slice(0, 40)
    .join('');

function countWords({ values, unreadable }: UnreadableColumn): string {
  if (values === 1) return 'its one value is none';
  return unreadable === values
    ? `none of its first ${values} values is one`
    : `${unreadable} of its first ${values} values ${unreadable === 1 ? 'is' : 'are'} none`;
}

async function checkTables(
  source: string,
  file: NamedFile,
  { headers, readRows }: Beginning,
  { pipeline, engine }: CheckContext,
  problems: BezeroError[],
): Promise<void> {
  const spec = pipeline.sources[source]!;
  const where = { file: file.shownAs, source };
  const rows = await readRows();
  for (const table of tablesOf(spec)) {
    await collect(problems, async () => {
      const columns = await resolveMapping(engine, spec, table, headers, where);
      for (const found of await findUnreadable(engine, spec, pipeline.time_zone, headers, rows, columns)) {
        const place = whereIn(pipeline, ['sources', source, 'tables', table, found.column.column]);
        problems.push(
          new DataError(
            // Whatever it is mapped to, a column may hold what people are: a message shows no value.
            `${place}: "${found.header}" of ${file.shownAs} must hold ${found.rule}; ${countWords(found)}: the first looks like "${shapeOf(found.example)}"`,
          ),
        );
      }
    });
    await collect(problems, () => findVersion(engine, spec, table, headers, where));
  }
}

async function collect(problems: BezeroError[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BezeroError)) throw error;
    if (!problems.some(({ message }) => message === error.message)) problems.push(error);
  }
}

/** The sources that the current release has loads of: their files may be gone. */
const knownSources = (store: string): ReadonlySet<string> =>
  new Set((currentRecord(store)?.inputs ?? []).map(({ source }) => source));

/**
 * Finds what loading would refuse at once: files that are not there, headers that lack what the mapping needs, columns of which the first
 * records cannot be read. It reads the beginning of each file and nothing else, and tells all problems in the words of a run.
 */
export async function checkSources(context: CheckContext): Promise<CheckedSources> {
  const { pipeline } = context;
  const folder = dirname(pipeline.file);
  const known = knownSources(pipeline.store);
  const problems: BezeroError[] = [];
  let files = 0;
  for (const [source, spec] of Object.entries(pipeline.sources)) {
    await collect(problems, async () => {
      const { found, missing } = await findFiles(spec.files, folder);
      files += found.length;
      if (!spec.optional && (missing.length > 0 || (found.length === 0 && !known.has(source)))) {
        const named = missing.length > 0 ? missing : [spec.files].flat().map((file) => relative(folder, file));
        const place = whereIn(pipeline, ['sources', source, 'files']);
        problems.push(
          new DataError(`${place} must name a file that is there; nothing is found for ${named.join(', ')}`),
        );
      }
      const seen = new Set<string>();
      for (const path of spec.mode === 'snapshot' ? found.slice(-1) : found) {
        const file = { path, shownAs: relative(folder, path) };
        await collect(problems, async () => {
          const beginning = await readBeginning(file, spec, context);
          if (beginning === null) return;
          // Of a thousand files with one header, the first speaks for all.
          const header = JSON.stringify([beginning.headers]);
          if (seen.has(header)) return;
          seen.add(header);
          await checkTables(source, file, beginning, context, problems);
        });
      }
    });
  }
  return { problems, files };
}
