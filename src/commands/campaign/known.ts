import { ConfigError } from '../../errors.ts';
import { nearest } from '../../text/nearest.ts';

/** The campaign of a name. @throws ConfigError where the release has none */
export function findCampaign<C extends { readonly campaign: string }>(campaigns: readonly C[], meant: string): C {
  const found = campaigns.find(({ campaign }) => campaign === meant);
  if (found) return found;
  const names = campaigns.map(({ campaign }) => campaign);
  const near = nearest(meant, names);
  if (names.length === 0)
    throw new ConfigError('the current release has no campaigns: "campaigns" in the pipeline plans them');
  throw new ConfigError(
    `NAME must be a campaign of the current release, got "${meant}"; ${near === null ? `there are ${names.join(', ')}` : `did you mean ${near}?`}`,
  );
}
