import type { VNode } from 'preact';
import { Section, Tiles } from '../parts/pieces.tsx';
import { Calibration, Gains, Profit, Roc } from './curves.tsx';
import type { DiscriminantView } from './pieces.tsx';

/** How well one class is found among two. */
export function Response({ view }: { view: DiscriminantView }): VNode | null {
  const { r: t, f, page } = view;
  const { response } = page;
  if (response === null) return null;
  const { auc, aucError, ks, brier, rows, hits, deciles } = response;
  const first = deciles[Math.min(1, deciles.length - 1)]!;
  const taken = deciles.slice(0, 2).reduce((sum, part) => sum + part.rows, 0) / rows;
  return (
    <Section
      id="response"
      title={t.title(response.hit)}
      finding={t.finding(taken, first.cumulativeGain, first.cumulativeLift, response.hit, response.judgedOn, page.noun)}
    >
      <Tiles
        tiles={[
          { label: t.aucTile, value: f.fixed(auc, 3), note: t.aucNote(aucError) },
          { label: t.ksTile, value: f.fixed(ks.statistic, 3), note: t.ksNote(ks.score) },
          { label: t.brierTile, value: f.fixed(brier, 4), note: t.brierNote(hits / rows) },
          { label: t.rateTile, value: f.share(hits / rows, 1), note: `${f.whole(hits)} / ${f.whole(rows)}` },
        ]}
      />
      <Gains view={view} response={response} />
      <Profit view={view} response={response} />
      <div class="pair">
        <Roc view={view} response={response} />
        <Calibration view={view} response={response} />
      </div>
    </Section>
  );
}
