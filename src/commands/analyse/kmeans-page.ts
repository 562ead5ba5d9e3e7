import { languageOf } from '../../text/messages.ts';
import type { KmeansReport } from '../../models/kmeans/describe.ts';
import type { FeatureContrast } from '../../models/kmeans/contrast.ts';
import type { FittedKmeans } from '../../models/kmeans/fitted.ts';
import type { KmeansPage } from '../../reports/kmeans/data.ts';
import { nameSegments } from '../../segments/names.ts';
import { middleOf, type FeatureLevel } from '../../segments/profile.ts';
import { valueNames } from '../../text/feature.ts';
import { kmeansNotes } from './kmeans-lines.ts';

/** What the page cannot tell from the model. */
export interface PageFrame {
  readonly subject: string;
  readonly rows: 'row' | 'customer';
  readonly asOf: string | null;
  readonly version: string;
}

function levelOf(contrast: FeatureContrast): FeatureLevel[] {
  const { feature, effectSize: effect, mean, baseMean: base } = contrast;
  if (effect === null || mean === null || base === null) return [];
  return [{ feature, effect, mean, base, middle: middleOf(effect, contrast) }];
}

/** A fitted k-means as its page shows it. */
export function kmeansPage(
  fitted: FittedKmeans,
  report: KmeansReport,
  contrasts: readonly FeatureContrast[],
  frame: PageFrame,
): KmeansPage {
  const { choice, clusters } = fitted;
  const judged = choice?.criteria.find(({ k }) => k === choice.chosen);
  const names = nameSegments(
    languageOf('en').t,
    report.segments.map(({ segment, customers }) => ({
      segment,
      customers,
      features: contrasts.filter((row) => row.segment === segment).flatMap(levelOf),
      shares: null,
    })),
  );
  const labels = valueNames(fitted.features.map(({ feature }) => feature));
  const cell = (segment: string, feature: string) => {
    const of = (row: { readonly segment: string; readonly feature: string }): boolean =>
      row.segment === segment && row.feature === feature;
    const { typical, z } = report.profile.find(of)!;
    return { typical, z, effect: contrasts.find(of)?.effectSize ?? null };
  };
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
      return { segment, name: names[i]!, rows: customers, meanDistance, farthest, silhouette, jaccard };
    }),
    features: fitted.features.map(({ feature, weight, typical }) => ({
      feature,
      label: labels.get(feature)!,
      weight,
      typical,
      cells: report.segments.map(({ segment }) => cell(segment, feature)),
    })),
    choice,
    notes: kmeansNotes(report, frame.rows),
  };
}
