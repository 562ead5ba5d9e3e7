import { open } from 'node:fs/promises';
import { EngineError } from '../errors.ts';
import { acquisitions, mailings } from './campaigns.ts';
import { catalogue } from './catalogue.ts';
import { generateCustomers } from './generate-customers.ts';
import type { Plan } from './plan.ts';
import { campaignRow, productRow } from './rows.ts';
import { headerOf, sampleTableNames, type SampleTable } from './tables.ts';

/** Where the text of one file goes. A write that has not been taken yet holds the next one back. */
export interface Sink {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** A sink that writes a new file, UTF-8. */
export async function fileSink(file: string): Promise<Sink> {
  const refuse = (error: unknown): never => {
    throw new EngineError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  };
  const handle = await open(file, 'w').catch(refuse);
  return { write: (text) => handle.appendFile(text).catch(refuse), close: () => handle.close().catch(refuse) };
}

/** Characters of a file that are gathered before they are written. */
const gathered = 1 << 20;

/**
 * Writes the tables of a planned sample, each as CSV (UTF-8, LF, header) to the sink that `openSink` gives for it. Records go out as they
 * are made: what is held is at most about a million characters a file and the records of one customer.
 *
 * @returns the number of records by table
 */
export async function writeTables(
  plan: Plan,
  openSink: (table: SampleTable) => Promise<Sink>,
  gather = gathered,
): Promise<Record<SampleTable, number>> {
  const rows = Object.fromEntries(sampleTableNames.map((table) => [table, 0])) as Record<SampleTable, number>;
  const texts = Object.fromEntries(sampleTableNames.map((table) => [table, headerOf(table)])) as Record<SampleTable, string>;
  const sinks = new Map<SampleTable, Sink>();
  const add = (table: SampleTable, text: string, count: number): void => {
    rows[table] += count;
    texts[table] += text;
  };
  const flush = async (least: number): Promise<void> => {
    for (const [table, sink] of sinks) {
      if (texts[table].length < least) continue;
      await sink.write(texts[table]);
      texts[table] = '';
    }
  };
  try {
    for (const table of sampleTableNames) sinks.set(table, await openSink(table));
    for (const product of catalogue) add('products', productRow(product), 1);
    for (const campaign of [...mailings(plan), ...acquisitions(plan)]) add('campaigns', campaignRow(campaign), 1);
    for (const { counts, ...records } of generateCustomers(plan)) {
      add('customers', records.customers, 1);
      add('purchases', records.purchases, counts.purchases);
      add('interactions', records.interactions, counts.interactions);
      add('truth_customers', records.truth_customers, 1);
      await flush(gather);
    }
    await flush(0);
  } finally {
    for (const sink of sinks.values()) await sink.close();
  }
  return rows;
}
