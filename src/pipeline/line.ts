import { readRunRecord } from './record.ts';
import { findRelease, type Release } from './releases.ts';

/**
 * The current release and those that it was made after, newest first, as far as they are kept: those that were rolled back are not among them.
 *
 * @param releases of a store
 */
export function lineOf(releases: readonly Release[]): Release[] {
  const line: Release[] = [];
  let release = releases.find(({ current }) => current);
  while (release && !line.includes(release)) {
    line.push(release);
    const previous = readRunRecord(release.folder)?.previous ?? null;
    // One that was written again has another name than the one after it may know.
    release = previous === null ? undefined : findRelease(releases, previous);
  }
  return line;
}

/** The releases before the current one: those that it was made after, then others that are older, which were rolled back; newest first. */
export function beforeCurrent(releases: readonly Release[]): Release[] {
  const older = releases.slice(releases.findIndex(({ current }) => current) + 1);
  return [...new Set([...lineOf(releases).slice(1), ...older])];
}
