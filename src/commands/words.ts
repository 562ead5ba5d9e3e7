let digits: Intl.NumberFormat | undefined;

/** `1,204` */
export function whole(value: number): string {
  // The first one of a process takes 20 ms: as long as all else that `--help` does.
  digits ??= new Intl.NumberFormat('en');
  return digits.format(value);
}

/** `1 record`, `1,204 records`; a plural that is not the word and an s is given. */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${whole(value)} ${value === 1 ? one : many}`;

/** Stands where profit would, had any cost been known. */
export const noProfit = 'no costs are known, so profit cannot be told';

/** The further lines of a text under its first, which begins at a column. */
export const under = (column: number, text: string): string => text.replaceAll('\n', `\n${' '.repeat(column)}`);

/** `0.4 s`, `12 s`, `2 min 3 s`, `1 h 4 min` */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const all = Math.round(seconds);
  if (all < 60) return `${all} s`;
  if (all < 3_600) return `${Math.floor(all / 60)} min ${all % 60} s`;
  return `${Math.floor(all / 3_600)} h ${Math.floor((all % 3_600) / 60)} min`;
}

/** How long ago something was: `27 seconds`, `6 minutes`, `5 hours`, `12 days`. */
export function age(seconds: number): string {
  if (seconds < 60) return count(Math.max(0, Math.floor(seconds)), 'second');
  if (seconds < 3_600) return count(Math.floor(seconds / 60), 'minute');
  return seconds < 2 * 86_400 ? count(Math.floor(seconds / 3_600), 'hour') : count(Math.floor(seconds / 86_400), 'day');
}

/** `812 B`, `4.1 kB`, `96.0 MB`, in powers of 1,000. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return `${(bytes / 1_000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]!}`;
}
