import { keepNames, type KnownNames } from './keep-names.ts';
import { byDistance, type FeatureLevel, type NamedSegment, type SegmentProfile } from './profile.ts';
import { sayFeature } from './words.ts';

/** Features that a sentence mentions. */
const mentioned = 3;

const figures = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3, useGrouping: true });
const wholes = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** Three digits, all of a whole part: `0.213`, `12.4`, `1,204`. */
const say = (value: number): string => (Math.abs(value) >= 100 ? wholes : figures).format(value === 0 ? 0 : value);

const compare = ({ feature, typical, base }: FeatureLevel): string =>
  `${sayFeature(feature)} ${say(typical)} (all: ${say(base)})`;

/**
 * One sentence on a segment: `312 customers, 15.6 % of all; typical frequency 9.1 (all: 3.2), recency days 21 (all:
 * 140).`
 */
function sentence({ customers, features }: SegmentProfile, all: number): string {
  const share = all === 0 ? 0 : (100 * customers) / all;
  const people = `${wholes.format(customers)} ${customers === 1 ? 'customer' : 'customers'}`;
  const strongest = byDistance(features).slice(0, mentioned).map(compare);
  const typical = strongest.length === 0 ? '' : `; typical ${strongest.join(', ')}`;
  return `${people}, ${share.toFixed(1)} % of all${typical}.`;
}

/** Names and describes segments from their profiles; those that have a name already keep it. */
export function describeSegments(profiles: readonly SegmentProfile[], known?: KnownNames): NamedSegment[] {
  const all = profiles.reduce((sum, profile) => sum + profile.customers, 0);
  const names = keepNames(profiles, known);
  return profiles.map((profile, i) => ({
    segment: profile.segment,
    ...names[i]!,
    customers: profile.customers,
    description: sentence(profile, all),
  }));
}
