import type { VNode } from 'preact';
import { formatFor, type Format } from '../../text/format.ts';
import { messagesFor, type Messages } from '../../text/messages.ts';
import { Contents } from '../parts/contents.tsx';
import { Document, renderDocument } from '../parts/document.tsx';
import { Notes } from '../parts/notes.tsx';
import { Definitions, Section, Tiles, type TileProps } from '../parts/pieces.tsx';
import { Rich } from '../parts/rich.tsx';
import { Choice } from '../sections/segments/choice.tsx';
import type { Words } from '../view.ts';
import { Centres } from './centres.tsx';
import type { KmeansPage } from './data.ts';
import { Segments } from './segments.tsx';

/** What every part of the page is made from. */
export interface KmeansView {
  readonly t: Messages['clusters'];
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

/** The sections there are, by id and title. */
const sectionsOf = ({ t, page }: KmeansView): [string, string][] => [
  ['overview', t.glance],
  ...(page.notes.length === 0 ? [] : [['notes', t.notes] satisfies [string, string]]),
  ['segments', t.segments],
  ['centres', t.centres],
  ...(page.choice === null ? [] : [['choice', t.choice] satisfies [string, string]]),
  ['terms', t.terms],
];

function Page({ view }: { view: KmeansView }): VNode {
  const { t, f, words, page } = view;
  return (
    <Document f={f} title={t.documentTitle(page.subject)} skip={{ text: t.skip, to: 'segments' }}>
      <header class="masthead">
        <p class="eyebrow">
          <Rich text={t.eyebrow(page.subject, page.asOf)} />
        </p>
        <h1>{t.headline(page.rows, page.noun, page.segments.length)}</h1>
      </header>
      <Contents label={words.t.page.contents} entries={sectionsOf(view)} />
      <main>
        <Section id="overview" title={t.glance} quiet>
          <Tiles tiles={tilesOf(view)} />
        </Section>
        <Notes title={t.notes} notes={page.notes} />
        <Segments view={view} />
        <Centres view={view} />
        {page.choice === null ? null : (
          <Section id="choice" title={t.choice}>
            <Choice words={words} choice={page.choice} noun={page.noun} />
          </Section>
        )}
        <Section id="terms" title={t.terms}>
          <Definitions definitions={t.definitions} />
        </Section>
      </main>
      <footer>
        <p>
          <Rich text={t.footer(page.version)} />
        </p>
      </footer>
    </Document>
  );
}

/** The page of one k-means: one HTML file that needs nothing else. The same data give the same bytes. */
export function buildKmeansPage(page: KmeansPage, locale = 'en'): string {
  const f = formatFor(locale, 'EUR');
  const t = messagesFor(f);
  return renderDocument(<Page view={{ t: t.clusters, f, words: { t, f }, page }} />);
}
