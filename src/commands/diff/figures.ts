/** A number that is another. */
export interface Figure {
  readonly name: string;
  /** Null: there was none. */
  readonly before: string | null;
  readonly now: string | null;
  /** `+12 (+3.1 %)` */
  readonly change: string;
}

const digits = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const signed = new Intl.NumberFormat('en', { maximumFractionDigits: 2, signDisplay: 'always' });
/** One decimal, or more where it takes more for a figure that is not 0. */
const percent = new Intl.NumberFormat('en', {
  maximumFractionDigits: 1,
  maximumSignificantDigits: 1,
  roundingPriority: 'morePrecision',
  signDisplay: 'always',
});

/** What is another of two lists of numbers, by name in the order of the newer list; what is gone comes last. */
export function changedFigures(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): Figure[] {
  const names = [...new Set([...now.keys(), ...before.keys()])];
  return names.flatMap((name) => {
    const [was, is] = [before.get(name), now.get(name)];
    if (was === is) return [];
    const shown = (value: number | undefined): string | null => (value === undefined ? null : digits.format(value));
    return [{ name, before: shown(was), now: shown(is), change: changeOf(was, is) }];
  });
}

function changeOf(was: number | undefined, is: number | undefined): string {
  if (was === undefined) return 'new';
  if (is === undefined) return 'gone';
  const share = was === 0 ? '' : ` (${percent.format(((is - was) / Math.abs(was)) * 100)} %)`;
  return `${signed.format(is - was)}${share}`;
}
