import type { VNode } from 'preact';
import { formatFor } from '../../text/format.ts';
import { messagesFor } from '../../text/messages.ts';
import type { Phrase } from '../../text/phrase.ts';
import { Contents } from '../parts/contents.tsx';
import { Document, renderDocument } from '../parts/document.tsx';
import { Notes } from '../parts/notes.tsx';
import { Definitions, Section, Tiles, type Definition, type TileProps } from '../parts/pieces.tsx';
import { Rich } from '../parts/rich.tsx';
import { Classification } from './classification.tsx';
import { Covariances } from './covariances.tsx';
import type { PageResponse } from '../response/data.ts';
import { Response } from '../response/section.tsx';
import type { DiscriminantPage } from './data.ts';
import { Functions } from './functions.tsx';
import { Pairs } from './pairs.tsx';
import { level, type DiscriminantView } from './pieces.tsx';
import { Places } from './places.tsx';
import { Predictors } from './predictors.tsx';
import { SelectionHistory } from './selection.tsx';
import { Structure } from './structure.tsx';

function tilesOf({ t, f, page }: DiscriminantView): TileProps[] {
  const { heldOut, chance, overall, predictors, response } = page;
  return [
    { label: t.tiles.hit, value: f.share(heldOut.hitRatio, 1), note: t.tiles.folds(heldOut.folds) },
    { label: t.tiles.maximum, value: f.share(chance.maximum, 1), note: t.tiles.maximumNote },
    { label: t.tiles.proportional, value: f.share(chance.proportional, 1), note: t.tiles.proportionalNote },
    {
      label: t.tiles.wilks,
      value: f.fixed(overall.wilks, 3),
      note: t.test(overall.f, overall.df1, overall.df2, overall.p),
    },
    { label: t.tiles.predictors, value: f.whole(predictors.length) },
    ...(response === null ? [] : [{ label: t.tiles.auc, value: f.fixed(response.auc, 3) }]),
  ];
}

/** The order of the probabilities is better than chance, by two standard errors. */
const isOrdered = (response: PageResponse | null): response is PageResponse =>
  response !== null && response.auc - 2 * response.aucError > 0.5;

/** The hit ratio against chance, and whether the classes differ at all. */
function findingOf({ t, page }: DiscriminantView): Phrase {
  const { heldOut, chance, overall, noun, response } = page;
  return [
    ...t.finding(heldOut.hitRatio, chance.maximum, chance.proportional, noun),
    ...(heldOut.hitRatio > chance.maximum ? [] : t.noBetter),
    ...(heldOut.hitRatio <= chance.maximum && isOrdered(response) ? t.butOrdered(response.hit) : []),
    ...t.difference(overall.wilks, overall.p, level),
  ];
}

/** The sections there are, by id and title. */
function sectionsOf({ t, r, page }: DiscriminantView): [string, string][] {
  const some = (is: boolean, id: string, title: string): [string, string][] => (is ? [[id, title]] : []);
  return [
    ['overview', t.glance],
    ...some(page.notes.length > 0, 'notes', t.notes),
    ['places', t.places],
    ...some(page.functions.length > 0, 'structure', t.structure),
    ['predictors', t.predictors],
    ['functions', t.functions],
    ['covariances', t.covariances],
    ...some(page.pairs.length > 0, 'pairs', t.pairs),
    ['classification', t.classification],
    ...some(page.selection !== null, 'selection', t.selection),
    ...(page.response === null ? [] : some(true, 'response', r.title(page.response.hit))),
    ['terms', t.terms],
  ];
}

function definitionsOf({ t, r, page }: DiscriminantView): Definition[] {
  const all = { ...t.definitions, ...(page.response === null ? {} : r.definitions) };
  return Object.entries(all).map(([id, [term, meaning]]) => [id, term, meaning]);
}

function Page({ view, contents }: { view: DiscriminantView; contents: string }): VNode {
  const { t, f, page } = view;
  return (
    <Document f={f} title={t.documentTitle(page.subject, page.column)} skip={{ text: t.skip, to: 'places' }}>
      <header class="masthead">
        <p class="eyebrow">
          <Rich text={t.eyebrow(page.subject, t.kinds[page.kind], page.column, page.asOf)} />
        </p>
        <h1>{t.headline(page.rows, page.noun, page.classes.length)}</h1>
      </header>
      <Contents label={contents} entries={sectionsOf(view)} />
      <main>
        <Section id="overview" title={t.glance} finding={findingOf(view)} quiet>
          <Tiles tiles={tilesOf(view)} />
        </Section>
        <Notes title={t.notes} notes={page.notes} />
        <Places view={view} />
        <Structure view={view} />
        <Predictors view={view} />
        <Functions view={view} />
        <Covariances view={view} />
        <Pairs view={view} />
        <Classification view={view} />
        <SelectionHistory view={view} />
        {page.response === null ? null : (
          <Response view={{ t: view.r, f, noun: page.noun, response: page.response }} />
        )}
        <Section id="terms" title={t.terms}>
          <Definitions definitions={definitionsOf(view)} />
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

/** The page of one discriminant analysis: one HTML file that needs nothing else. The same data give the same bytes. */
export function buildDiscriminantPage(page: DiscriminantPage, locale = 'en'): string {
  const f = formatFor(locale);
  const t = messagesFor(f);
  return renderDocument(<Page view={{ t: t.classes, r: t.response, f, page }} contents={t.page.contents} />);
}
