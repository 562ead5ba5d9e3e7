import type { Format } from '../text/format.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Worth } from '../text/en/words.ts';
import type { Messages } from '../text/messages.ts';
import type { OfferedFile, ReportContext } from './context.ts';
import type { SegmentEvent } from './data/history.ts';
import type { ReportData } from './data/index.ts';
import type { Segment } from './data/segments.ts';

/** The texts, and the figures in them: what parts are made from that show one model. */
export interface Words {
  readonly t: Messages;
  readonly f: Format;
}

/** What every part of the report is made from. */
export interface View extends Words {
  readonly data: ReportData;
  readonly context: ReportContext;
  /** What the report ranks by: profit, or net revenue where no cost is known. */
  readonly worth: Worth;
}

/** What a section is called; the one on profit tells of net revenue where no cost is known. */
export const titleOf = ({ t, worth }: View, section: keyof Messages['page']['sections']): string =>
  section === 'profit' && worth !== 'profit' ? t.page.revenueSection : t.page.sections[section];

/** The page in one line: what was earned, as far as it is known. */
export function headlineOf({ t, data, worth }: View): string {
  const { buyers, net_revenue: netRevenue, profit } = data.total;
  if (buyers === 0) return t.page.nobodyHeadline;
  return worth === 'profit' ? t.page.headline(profit, buyers) : t.page.revenueHeadline(netRevenue, buyers);
}

/** A part of one; 0 of nothing. */
export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** What a segment is of all segments together: neither prospects nor what belongs to nobody is in the whole. */
export const shareOfSegments = (
  { segments }: ReportData,
  segment: Segment,
  of: 'buyers' | 'net_revenue' | 'profit',
): number =>
  ratio(
    segment[of],
    segments.reduce((sum, one) => sum + one[of], 0),
  );

/** The segment of a code. */
export const segmentOf = ({ data }: View, code: string): Segment | undefined =>
  data.segments.find(({ segment }) => segment === code);

/** The last name of a segment that is no more; its code where that is not known. */
const formerName = ({ data, t }: View, code: string): string =>
  t.history.former(data.history.former.find(({ segment }) => segment === code)?.name ?? code);

/** The name of a segment, also of one that is no more. */
export const segmentName = (view: View, code: string): string => segmentOf(view, code)?.name ?? formerName(view, code);

/** A segment at a row of a chart: `s1  Loyal regulars`. */
export function segmentLabel(view: View, code: string): string {
  const former = view.data.history.former.some(({ segment }) => segment === code);
  return segmentOf(view, code) === undefined && !former
    ? formerName(view, code)
    : `${code}  ${segmentName(view, code)}`;
}

/** What became of a segment, in a sentence. */
export const eventPhrase = (view: View, { event, segment, other_segment: other, share }: SegmentEvent): Phrase =>
  view.t.history.event(event, segmentName(view, segment), other === null ? null : segmentName(view, other), share);

/** The published file of a segment; of all customers or of prospects by their file name. */
export function fileOf({ context }: View, which: { segment: string } | { file: string }): OfferedFile | undefined {
  return context.files?.find((offered) =>
    'segment' in which ? offered.segment === which.segment : offered.file.endsWith(which.file),
  );
}

/** Why a record was rejected, in words; a code without words of its own by its name. */
export const reasonLabel = ({ t }: View, reason: string): string =>
  Object.hasOwn(t.reasons, reason) ? t.reasons[reason]! : reason.replaceAll('_', ' ');

/** What a word of the data is called in the language of the reader; by itself where that has no other. */
export const wordOf = (words: Readonly<Record<string, string>>, stored: string): string =>
  Object.hasOwn(words, stored) ? words[stored]! : stored;

/** An RFM segment in the language of the reader. */
export const rfmName = ({ t }: View, segment: string): string => wordOf(t.rfm.names, segment);
