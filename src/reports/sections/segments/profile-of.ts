import type { ProfileCell } from '../../data/profile.ts';
import type { View } from '../../view.ts';

/** How the segments differ; without profit where no cost is known. */
export const profileOf = ({ data, worth }: View): readonly ProfileCell[] =>
  worth === 'profit' ? data.profile : data.profile.filter(({ feature }) => feature !== 'profit');
