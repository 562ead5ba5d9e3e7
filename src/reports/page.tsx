import type { VNode } from 'preact';
import type { Part } from './data/index.ts';
import type { TracedQuery } from './data/trace.ts';
import { Contents } from './parts/contents.tsx';
import { Document, renderDocument } from './parts/document.tsx';
import { SourcesOf, type Sources } from './parts/source.tsx';
import { queryId, Trace } from './parts/trace.tsx';
import { Rich } from './parts/rich.tsx';
import { Absent, absentOf } from './sections/absent.tsx';
import { Baskets } from './sections/baskets/baskets.tsx';
import { Campaigns } from './sections/campaigns.tsx';
import { Clv } from './sections/clv.tsx';
import { Discriminant } from './sections/discriminant/discriminant.tsx';
import { Opinions } from './sections/opinions.tsx';
import { NextProduct } from './sections/next-product.tsx';
import { Answers } from './sections/answers/answers.tsx';
import { Origins } from './sections/origins/origins.tsx';
import { Lookalikes } from './sections/lookalikes.tsx';
import { Overview } from './sections/overview/overview.tsx';
import { Profit } from './sections/profit/profit.tsx';
import { Quality } from './sections/quality.tsx';
import { Repurchase } from './sections/repurchase.tsx';
import { Rfm } from './sections/rfm/rfm.tsx';
import { Segments } from './sections/segments/segments.tsx';
import { Terms } from './sections/terms.tsx';
import { fileOf, headlineOf, titleOf, type View } from './view.ts';

/** The sections in the order of reading; their ids are what links point to. */
const sections = {
  overview: Overview,
  segments: Segments,
  campaigns: Campaigns,
  offers: NextProduct,
  opinions: Opinions,
  answers: Answers,
  origins: Origins,
  lookalikes: Lookalikes,
  baskets: Baskets,
  profit: Profit,
  clv: Clv,
  repurchase: Repurchase,
  rfm: Rfm,
  discriminant: Discriminant,
  quality: Quality,
  terms: Terms,
} as const;

/** What each is made from. */
const parts: Readonly<Record<keyof typeof sections, readonly Part[]>> = {
  overview: ['total', 'audiences'],
  segments: ['segments', 'history'],
  rfm: ['rfm'],
  discriminant: ['models', 'prospects'],
  repurchase: ['models', 'repurchase'],
  clv: ['models', 'clv'],
  baskets: ['models', 'baskets'],
  offers: ['models', 'offers'],
  profit: ['profit'],
  opinions: ['opinions'],
  origins: ['origins'],
  answers: ['answers'],
  lookalikes: ['models', 'lookalikes'],
  campaigns: ['campaigns'],
  quality: ['quality'],
  terms: [],
};

type Name = keyof typeof sections;

const names = Object.keys(sections) as Name[];

/** Where each query is shown first. */
function sourcesOf(view: View, shown: readonly Name[]): Sources {
  const ids = new Map<TracedQuery, string>();
  for (const name of shown)
    parts[name]
      .flatMap((part) => view.data.trace[part])
      .forEach((query, place) => {
        if (!ids.has(query)) ids.set(query, queryId(name, place));
      });
  return { ids, hasDictionary: fileOf(view, { file: 'dictionary.html' }) !== undefined };
}

function Page({ view }: { view: View }): VNode {
  const { t, f, data, context } = view;
  const { total } = data;
  const absent = absentOf(view);
  const shown = names.filter((name) => !absent.some((one) => one.name === name));
  const sources = sourcesOf(view, shown);
  const closing = shown.indexOf('terms');
  const entries = shown.map((name): [string, string] => [name, titleOf(view, name)]);
  return (
    <Document
      f={f}
      title={t.page.documentTitle(context.title, context.asOf)}
      skip={{ text: t.page.skip, to: 'overview' }}
    >
      <header class="masthead">
        <p class="eyebrow">
          <Rich text={t.page.period(context.title, context.asOf, total.first_purchased_on, total.last_purchased_on)} />
        </p>
        <h1>{headlineOf(view)}</h1>
      </header>
      <Contents
        label={t.page.contents}
        entries={absent.length === 0 ? entries : entries.toSpliced(closing, 0, ['absent', t.page.absent])}
      />
      <main>
        <SourcesOf.Provider value={sources}>
          {shown.map((name) => {
            const Part = sections[name];
            return (
              <>
                {name === 'terms' && absent.length > 0 ? <Absent view={view} sections={absent} /> : null}
                <Part view={view} />
                {parts[name].length === 0 ? null : (
                  <Trace view={view} id={name} parts={parts[name]} sources={sources} />
                )}
              </>
            );
          })}
        </SourcesOf.Provider>
      </main>
      <footer>
        <p>
          <Rich text={t.page.footer(context.runId, context.version)} />
        </p>
      </footer>
    </Document>
  );
}

/** The whole page as text. */
export const renderPage = (view: View): string => renderDocument(<Page view={view} />);
