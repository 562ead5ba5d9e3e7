import type { Engine } from '../engine/engine.ts';
import { formatFor } from '../text/format.ts';
import { messagesFor } from '../text/messages.ts';
import { plain, type Phrase } from '../text/phrase.ts';
import type { ReportContext } from './context.ts';
import { readReport } from './data/index.ts';
import { actionsOf } from './sections/overview/actions.ts';
import { leadOf } from './sections/overview/lead.ts';
import { attentionOf } from './sections/overview/attention.ts';
import { changesSince, sinceOf } from './sections/overview/changes.ts';
import { tilesOf } from './sections/overview/tiles.ts';
import { headlineOf, type View } from './view.ts';
import { worthOf } from './worth.ts';

/** The first screen of the report in plain sentences. It tells of no single customer. */
export interface ReportSummary {
  readonly headline: string;
  readonly lead: string;
  /** `Profit: €12,345 (28.1% of net revenue)` */
  readonly figures: readonly string[];
  readonly changed: { readonly title: string; readonly sentences: readonly string[] };
  readonly attention: readonly string[];
  readonly actions: readonly string[];
}

/** Says in plain sentences what `buildReport` shows first, from the same warehouse and context. */
export async function summariseReport(engine: Engine, context: ReportContext): Promise<ReportSummary> {
  const f = formatFor(context.locale ?? 'en', context.currency);
  const data = await readReport(engine);
  const view: View = { t: messagesFor(f), f, data, context, worth: worthOf(data) };
  return {
    headline: headlineOf(view),
    lead: plain(leadOf(view)),
    figures: tilesOf(view).map(
      ({ label, value, note }) => `${label}: ${value}${note === undefined ? '' : ` (${note})`}`,
    ),
    changed: { title: view.t.overview.changed.title(sinceOf(view)), sentences: changesSince(view).map(plain) },
    attention: attentionOf(view).map(plain),
    actions: actionsOf(view).map(({ text, file, find }) => plain(text) + where(file?.file, find)),
  };
}

const where = (file: string | undefined, find: Phrase | undefined): string =>
  file === undefined ? '' : ` (${file}${find === undefined ? '' : `, ${plain(find)}`})`;
