import type { Engine } from '../engine/engine.ts';
import { formatFor } from '../text/format.ts';
import { messagesFor } from '../text/messages.ts';
import type { ReportContext } from './context.ts';
import { readReport } from './data/index.ts';
import { renderPage } from './page.tsx';
import { worthOf } from './worth.ts';

/**
 * The report as one HTML page that needs nothing else: no network, no script. It reads what the marts sum up, of customers only the
 * few that stand for their segments, so its size and its cost do not grow with them; the same warehouse and context give the same bytes.
 */
export async function buildReport(engine: Engine, context: ReportContext): Promise<string> {
  const f = formatFor(context.locale ?? 'en', context.currency);
  const data = await readReport(engine);
  return renderPage({ t: messagesFor(f), f, data, context, worth: worthOf(data) });
}
