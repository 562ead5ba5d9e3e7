import type { KmeansReport } from '../../models/kmeans/describe.ts';
import type { FittedKmeans } from '../../models/kmeans/fitted.ts';
import type { KmeansPage } from '../../reports/kmeans/data.ts';
import { describeSegments } from '../../segments/describe.ts';
import { kmeansNotes } from './kmeans-lines.ts';

/** What the page cannot tell from the model. */
export interface PageFrame {
  readonly subject: string;
  readonly rows: 'row' | 'customer';
  readonly asOf: string | null;
  readonly version: string;
}

/** A fitted k-means as its page shows it. */
export function kmeansPage(fitted: FittedKmeans, report: KmeansReport, frame: PageFrame): KmeansPage {
  const { choice, clusters } = fitted;
  const judged = choice?.criteria.find(({ k }) => k === choice.chosen);
  const words = describeSegments(
    report.segments.map(({ segment, customers }) => ({
      segment,
      customers,
      features: report.profile.filter((row) => row.segment === segment),
    })),
  );
  const cell = (segment: string, feature: string) =>
    report.profile.find((row) => row.segment === segment && row.feature === feature)!;
  return {
    ...{ subject: frame.subject, noun: frame.rows, asOf: frame.asOf, version: frame.version },
    rows: report.customers,
    explained: report.explained,
    calinskiHarabasz: report.calinskiHarabasz,
    daviesBouldin: report.daviesBouldin,
    converged: report.convergence.converged,
    iterations: report.convergence.iterations,
    segments: report.segments.map(({ segment, customers }, i) => {
      const place = clusters.findIndex((cluster) => cluster.segment === segment);
      const { meanDistance, farthest } = clusters[place]!;
      const [silhouette, jaccard] = [judged?.silhouettes[place] ?? null, judged?.jaccard[place] ?? null];
      return { segment, name: words[i]!.name, rows: customers, meanDistance, farthest, silhouette, jaccard };
    }),
    features: fitted.features.map(({ feature, weight, typical }) => ({
      feature,
      weight,
      typical,
      cells: report.segments.map(({ segment }) => cell(segment, feature)),
    })),
    choice,
    notes: kmeansNotes(report, frame.rows),
  };
}
