import type { VNode } from 'preact';
import { formatFor, type Format } from '../../text/format.ts';
import { pageTexts, type PageTexts } from '../../text/en/pages/index.ts';
import { AnalysisPage } from '../parts/analysis-page.tsx';
import { renderDocument } from '../parts/document.tsx';
import { Section, type TileProps } from '../parts/pieces.tsx';
import { Choice } from '../sections/segments/choice.tsx';
import type { Words } from '../view.ts';
import { Centres } from './centres.tsx';
import type { KmeansPage } from './data.ts';
import { Segments } from './segments.tsx';

/** What every part of the page is made from. */
export interface KmeansView {
  readonly t: PageTexts['clusters'];
  readonly f: Format;
  readonly words: Words;
  readonly page: KmeansPage;
}

function tilesOf({ t, f, page }: KmeansView): TileProps[] {
  const sizes = page.segments.map(({ rows }) => rows / page.rows);
  return [
    { label: t.explained, value: f.share(page.explained, 1), note: t.explainedNote },
    { label: t.smallest, value: f.share(Math.min(...sizes), 1) },
    { label: t.largest, value: f.share(Math.max(...sizes), 1) },
    ...(page.calinskiHarabasz === null
      ? []
      : [{ label: t.calinskiHarabasz, value: f.number(page.calinskiHarabasz, 1) }]),
    ...(page.daviesBouldin === null ? [] : [{ label: t.daviesBouldin, value: f.fixed(page.daviesBouldin, 3) }]),
  ];
}

function Page({ view }: { view: KmeansView }): VNode {
  const { t, f, words, page } = view;
  const { choice } = page;
  return (
    <AnalysisPage
      {...{ f, t, contents: words.t.page.contents }}
      title={t.documentTitle(page.subject)}
      eyebrow={t.eyebrow(page.subject, page.asOf)}
      headline={t.headline(page.rows, page.noun, page.segments.length)}
      tiles={tilesOf(view)}
      notes={page.notes}
      parts={[
        { id: 'segments', title: t.segments, body: <Segments view={view} /> },
        { id: 'centres', title: t.centres, body: <Centres view={view} /> },
        ...(choice === null
          ? []
          : [
              {
                id: 'choice',
                title: t.choice,
                body: (
                  <Section id="choice" title={t.choice}>
                    <Choice words={words} choice={choice} noun={page.noun} />
                  </Section>
                ),
              },
            ]),
      ]}
      definitions={t.definitions}
      version={page.version}
    />
  );
}

/** The page of one k-means: one HTML file that needs nothing else. The same data give the same bytes. */
export function buildKmeansPage(page: KmeansPage): string {
  const f = formatFor('en', 'EUR');
  const t = pageTexts(f);
  return renderDocument(<Page view={{ t: t.clusters, f, words: { t, f }, page }} />);
}
