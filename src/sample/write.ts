import { acquisitions, mailings } from './campaigns.ts';
import { catalogue } from './catalogue.ts';
import { customerTables, generateCustomers, type Records } from './generate-customers.ts';
import type { Plan } from './plan.ts';
import { campaignRow, productRow } from './rows.ts';
import { openPage, type Page, type Sink } from './sink.ts';
import { headerOf, sampleTableNames, type SampleTable } from './tables.ts';

/** Bytes of a file that are gathered before they are written. */
const pageSize = 1 << 20;

/**
 * Writes the tables of a planned sample, each as CSV (UTF-8, LF, header) to the sink that `openSink` gives for it. Records go out as they
 * are made: what is held is at most one page a file and the records of one customer.
 *
 * @returns the number of records by table
 */
export async function writeTables(
  plan: Plan,
  openSink: (table: SampleTable) => Promise<Sink>,
  size = pageSize,
): Promise<Record<SampleTable, number>> {
  const rows = Object.fromEntries(sampleTableNames.map((table) => [table, 0])) as Record<SampleTable, number>;
  const pages = {} as Record<SampleTable, Page>;
  const sinks: Sink[] = [];
  const put = (table: SampleTable, { text, count }: Records): Promise<void> | undefined => {
    rows[table] += count;
    return pages[table].put(text);
  };
  try {
    for (const table of sampleTableNames) {
      const sink = await openSink(table);
      sinks.push(sink);
      pages[table] = openPage(sink, size);
      await put(table, { text: headerOf(table), count: 0 });
    }
    for (const product of catalogue) await put('products', { text: productRow(product), count: 1 });
    for (const campaign of [...mailings(plan), ...acquisitions(plan)]) {
      await put('campaigns', { text: campaignRow(campaign), count: 1 });
    }
    for (const records of generateCustomers(plan)) {
      for (const table of customerTables) {
        // No await where there is nothing to wait for: it would cost a turn of the event loop each time.
        const wait = put(table, records[table]);
        if (wait) await wait;
      }
    }
    for (const table of sampleTableNames) await pages[table].flush();
  } finally {
    for (const sink of sinks) await sink.close();
  }
  return rows;
}
