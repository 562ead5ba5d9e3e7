/** The encoding that a file seems to be in, and how that is known. */
export interface FoundEncoding {
  /** A label of the WHATWG encoding standard. */
  readonly label: string;
  /** The bytes leave no other choice. */
  readonly sure: boolean;
}

/** Finds the encoding of the beginning of a file: byte order mark, the zeros of UTF-16, valid UTF-8, else a single-byte code page. */
export function detectEncoding(bytes: Uint8Array): FoundEncoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { label: 'utf-8', sure: true };
  if (startsWith(bytes, [0xff, 0xfe])) return { label: 'utf-16le', sure: true };
  if (startsWith(bytes, [0xfe, 0xff])) return { label: 'utf-16be', sure: true };
  const zeros = [0, 1].map((offset) => share(bytes, (byte, i) => byte === 0 && i % 2 === offset));
  if (zeros[1]! > 0.2) return { label: 'utf-16le', sure: true };
  if (zeros[0]! > 0.2) return { label: 'utf-16be', sure: true };
  if (isUtf8(bytes)) return { label: 'utf-8', sure: true };
  return { label: codePage(bytes), sure: false };
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

const share = (bytes: Uint8Array, is: (byte: number, i: number) => boolean): number =>
  bytes.reduce((count, byte, i) => count + Number(is(byte, i)), 0) / Math.max(bytes.length, 1);

/** The sample may end inside a character. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Western letters with accents stand alone among plain ones; Hebrew, Cyrillic and Greek words are runs of high bytes, and Hebrew has
 * neither capitals nor more than 27 letters.
 */
function codePage(bytes: Uint8Array): string {
  let high = 0;
  let inRuns = 0;
  let hebrew = 0;
  let capitals = 0;
  bytes.forEach((byte, i) => {
    if (byte < 0x80) return;
    high++;
    if ((bytes[i - 1] ?? 0) >= 0xc0 || (bytes[i + 1] ?? 0) >= 0xc0) inRuns++;
    if (byte >= 0xe0 && byte <= 0xfa) hebrew++;
    if (byte >= 0xc0 && byte < 0xe0) capitals++;
  });
  if (inRuns < high * 0.7) return 'windows-1252';
  if (hebrew > high * 0.95) return 'windows-1255';
  return capitals > 0 ? 'windows-1251' : 'windows-1252';
}
