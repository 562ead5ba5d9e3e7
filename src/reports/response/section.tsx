import type { VNode } from 'preact';
import { Section, Tiles } from '../parts/pieces.tsx';
import { Calibration, Gains, Profit, Roc } from './curves.tsx';
import type { ResponseView } from './view.tsx';

/** How well one class is found among two. */
export function Response({ view }: { view: ResponseView }): VNode {
  const { t, f, noun, response } = view;
  const { auc, aucError, ks, brier, rows, hits, deciles } = response;
  const first = deciles[Math.min(1, deciles.length - 1)]!;
  const taken = deciles.slice(0, 2).reduce((sum, part) => sum + part.rows, 0) / rows;
  return (
    <Section
      id="response"
      title={t.title(response.hit)}
      finding={t.finding(taken, first.cumulativeGain, first.cumulativeLift, response.hit, response.judgedOn, noun)}
    >
      <Tiles
        tiles={[
          { label: t.aucTile, value: f.fixed(auc, 3), note: t.aucNote(aucError) },
          { label: t.ksTile, value: f.fixed(ks.statistic, 3), note: t.ksNote(ks.score) },
          { label: t.brierTile, value: f.fixed(brier, 4), note: t.brierNote(hits / rows) },
          { label: t.rateTile, value: f.share(hits / rows, 1), note: `${f.whole(hits)} / ${f.whole(rows)}` },
        ]}
      />
      <Gains view={view} />
      <Profit view={view} />
      <div class="pair">
        <Roc view={view} />
        <Calibration view={view} />
      </div>
    </Section>
  );
}
