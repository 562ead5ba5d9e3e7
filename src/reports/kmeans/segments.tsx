import type { VNode } from 'preact';
import { plain } from '../../text/phrase.ts';
import { fingerprintPlot, leastEffect } from '../charts/fingerprint.ts';
import { segmentClass } from '../charts/palette.ts';
import { draw } from '../charts/svg.ts';
import { Measure, Section, SegmentName } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import { EffectScale } from '../parts/effect-scale.tsx';
import type { PageSegment } from './data.ts';
import { writerOf } from './digits.ts';
import type { KmeansView } from './page.tsx';

/** More segments than these are listed in the table only. */
const cards = 12;

/** Bars of a card. */
const bars = 6;

function Card({
  view: { t, f, words, page },
  segment,
  index,
}: {
  view: KmeansView;
  segment: PageSegment;
  index: number;
}): VNode {
  const { effects } = words.t;
  const rows = page.features
    .map(({ feature, label, typical, cells }) => {
      const write = writerOf(f, feature);
      return {
        feature,
        label,
        means: effects.means(write(cells[index]!.typical), write(typical)),
        effect: cells[index]!.effect ?? 0,
      };
    })
    .filter(({ effect }) => Math.abs(effect) >= leastEffect)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.feature < b.feature ? -1 : 1))
    .slice(0, bars);
  return (
    <li class={segmentClass(index)}>
      <h3>
        <span class="soft">{segment.segment}</span> <bdi>{segment.name}</bdi>
      </h3>
      <dl class="facts">
        <div>
          <dt>{t.rows[page.noun]}</dt>
          <dd>{f.whole(segment.rows)}</dd>
        </div>
        <div>
          <dt>{t.share}</dt>
          <dd>{f.share(segment.rows / page.rows, 1)}</dd>
        </div>
        <div>
          <dt>{t.meanDistance}</dt>
          <dd>{f.fixed(segment.meanDistance, 2)}</dd>
        </div>
      </dl>
      {rows.length === 0 ? null : (
        <div class="chart">{draw(plain(effects.fingerprint(segment.name)), fingerprintPlot(rows, effects.signed))}</div>
      )}
    </li>
  );
}

/** The segments: how large, how dense, what sets them apart. */
export function Segments({ view }: { view: KmeansView }): VNode {
  const { t, f, page } = view;
  const index = (row: PageSegment): number => page.segments.indexOf(row);
  const judged = page.choice !== null;
  const figure = (value: number | null): string => (value === null ? '' : f.fixed(value, 3));
  return (
    <Section id="segments" title={t.segments} finding={t.finding(page.explained, page.converged, page.iterations)}>
      {page.segments.length > cards ? null : (
        <>
          <EffectScale t={view.words.t} />
          <ul class="cards">
            {page.segments.map((segment, i) => (
              <Card view={view} segment={segment} index={i} />
            ))}
          </ul>
        </>
      )}
      <Table
        label={t.segments}
        rows={page.segments}
        columns={[
          {
            header: t.segment,
            cell: (row) => (
              <>
                <SegmentName index={index(row)} name={row.segment} />
                <small>
                  <bdi>{row.name}</bdi>
                </small>
              </>
            ),
          },
          { header: t.rows[page.noun], kind: 'number', cell: (row) => f.whole(row.rows) },
          {
            header: t.share,
            kind: 'number',
            cell: (row) => <Measure value={row.rows / page.rows} text={f.share(row.rows / page.rows, 1)} />,
          },
          { header: t.meanDistance, kind: 'number', cell: (row) => f.fixed(row.meanDistance, 3) },
          { header: t.farthest, kind: 'number', cell: (row) => f.fixed(row.farthest, 3) },
          ...(judged
            ? [
                { header: t.silhouette, kind: 'number' as const, cell: (row: PageSegment) => figure(row.silhouette) },
                { header: t.jaccard, kind: 'number' as const, cell: (row: PageSegment) => figure(row.jaccard) },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
