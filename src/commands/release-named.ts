import { ConfigError } from '../errors.ts';
import { findRelease, type Release } from '../pipeline/releases.ts';
import { nearest } from '../text/nearest.ts';

/** The release of a name. @throws ConfigError where there is none, with the one that may be meant */
export function releaseNamed(releases: readonly Release[], run: string): Release {
  const target = findRelease(releases, run);
  if (target) return target;
  const meant = nearest(
    run,
    releases.map((release) => release.run),
  );
  throw new ConfigError(
    `${run} must be a release; ${meant ? `did you mean ${meant}?` : 'there is none of this name; "bezero releases" lists them'}`,
  );
}
