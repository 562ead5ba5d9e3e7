import { formatFor } from './format.ts';
import { messagesFor, type Messages } from './messages.ts';

type Texts = Messages['remarks'];

/** What a remark says, without its figures. */
export type RemarkCode = keyof Texts;

/** What a remark is of. */
interface Scope {
  /** The model that it is of, as a step is called. */
  readonly model?: string;
  /** A day before the as-of day that was computed. */
  readonly pastDay?: string;
  /** Of a model that learnt from what was known up to a day. */
  readonly learntUpTo?: string;
}

/** Something that readers of results should know, as data: it is kept with a run and told in any language. */
export type Remark = Scope &
  { readonly [C in RemarkCode]: { readonly code: C; readonly figures: Parameters<Texts[C]> } }[RemarkCode];

/** A remark with its figures. */
export const remark = <C extends RemarkCode>(code: C, ...figures: Parameters<Texts[C]>): Remark =>
  ({ code, figures }) as unknown as Remark;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The same for remarks that say the same of the same, with other counts, amounts and days. Another number of segments is another remark. */
export function sameness({ code, model, learntUpTo, figures }: Remark): string {
  const withoutFigures = (_: string, value: unknown): unknown =>
    typeof value === 'number' || (typeof value === 'string' && day.test(value)) ? 0 : value;
  return JSON.stringify([code, model, learntUpTo !== undefined, figures], code === 'k' ? undefined : withoutFigures);
}

/** Says a remark in the language of the texts. */
export function sayRemark({ remarks, about }: Messages, { code, figures, ...of }: Remark): string {
  const told = (remarks[code] as (...figures: readonly unknown[]) => string)(...figures);
  return [
    of.pastDay === undefined ? '' : about.pastDay(of.pastDay),
    of.model === undefined ? '' : about.model(of.model),
    of.learntUpTo === undefined ? '' : about.learntUpTo(of.learntUpTo),
    told,
  ].join('');
}

/** Says remarks as logs and programs tell them: in English. */
export function inEnglish(remarks: readonly Remark[], currency?: string): string[] {
  const t = messagesFor(formatFor('en', currency));
  return remarks.map((one) => sayRemark(t, one));
}
