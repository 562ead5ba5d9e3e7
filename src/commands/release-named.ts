import { ConfigError } from '../errors.ts';
import { findRelease, type Release } from '../pipeline/releases.ts';
import { nearest } from '../text/nearest.ts';

/** What is said of a name that no release has, with the one that may be meant. */
function unknown(releases: readonly Release[], run: string): string {
  const meant = nearest(
    run,
    releases.map((release) => release.run),
  );
  return `${run} must be a release; ${meant ? `did you mean ${meant}?` : 'there is none of this name; "bezero releases" lists them'}`;
}

/** @throws ConfigError where any of the names is of no release; all of these are told */
export function checkNamed(releases: readonly Release[], runs: readonly string[]): void {
  const told = new Set(runs.filter((run) => !findRelease(releases, run)).map((run) => unknown(releases, run)));
  if (told.size > 0) throw new ConfigError([...told].join('\n'));
}

/** The release of a name. @throws ConfigError where there is none, with the one that may be meant */
export function releaseNamed(releases: readonly Release[], run: string): Release {
  checkNamed(releases, [run]);
  return findRelease(releases, run)!;
}
