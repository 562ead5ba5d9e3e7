import { wholeWords } from '../text/whole-words.ts';

/** Text as a part of a file name: lower-case ASCII letters, digits and single hyphens, at most `length` of them, cut between words; maybe nothing. */
export function slug(text: string, length = 60): string {
  const whole = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return wholeWords(whole, whole.slice(0, length)).replace(/-+$/, '');
}

/** `s1-loyal-regulars`: the file of a segment without its extension; a number is added where another file of the folder has the name already. */
export function segmentStem(code: string, name: string, taken: readonly string[] = []): string {
  const stem = [slug(code, 20) || 'segment', slug(name)].filter((part) => part !== '').join('-');
  const free = (n: number): string => {
    const file = n === 1 ? stem : `${stem}-${n}`;
    return taken.includes(file) ? free(n + 1) : file;
  };
  return free(1);
}
