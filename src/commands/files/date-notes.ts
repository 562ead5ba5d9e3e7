import { swapped } from '../init/dates.ts';
import type { DataFile } from './data-file.ts';

const letters: Readonly<Record<string, string>> = {
  ...{ Y: 'yyyy', y: 'yy', m: 'mm', d: 'dd', b: 'mon', B: 'month' },
  ...{ H: 'hh', I: 'hh', M: 'mm', S: 'ss', f: 'ffffff', p: 'am/pm' },
};

/** A strptime format as people write it: `%d-%m-%Y` → `dd-mm-yyyy`. */
const sayFormat = (format: string): string =>
  format === 'iso' ? 'yyyy-mm-dd' : format.replaceAll(/%(\w)/g, (_, letter: string) => letters[letter] ?? letter);

/** How the dates of a column are written, both ways where nothing tells the day from the month; null: it holds none. */
function formatOf({ text }: DataFile, header: string): string | null {
  const dates = text?.found.columns.find((column) => column.header === header)?.dates ?? [];
  const [format] = dates;
  if (format === undefined) return null;
  const rival = swapped(format);
  return rival !== null && dates.includes(rival) ? `${sayFormat(format)} or ${sayFormat(rival)}` : sayFormat(format);
}

/** Sentences on columns that are taken as text and hold dates, by header. */
export const dateNotes = (file: DataFile, headers: readonly string[]): Map<string, string> =>
  new Map(
    headers.flatMap((header) => {
      const format = formatOf(file, header);
      return format === null
        ? []
        : [
            [
              header,
              `${header} holds dates as text (${format}); each date became a category; turn it into a number (days) first`,
            ] as const,
          ];
    }),
  );
