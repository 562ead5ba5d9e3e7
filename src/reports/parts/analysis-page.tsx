import type { VNode } from 'preact';
import type { Format } from '../../text/format.ts';
import type { Phrase } from '../../text/phrase.ts';
import { Contents } from './contents.tsx';
import { Document } from './document.tsx';
import { Notes } from './notes.tsx';
import { Definitions, Section, Tiles, type Definition, type TileProps } from './pieces.tsx';
import { Rich } from './rich.tsx';

/** A part of the page: its id and title in the contents, and what it shows. */
export interface AnalysisPart {
  readonly id: string;
  readonly title: string;
  /** A section with this id. */
  readonly body: VNode;
}

/** The words that every page of one analysis has. */
interface Words {
  readonly glance: string;
  readonly notes: string;
  readonly terms: string;
  readonly skip: string;
  readonly footer: (version: string) => Phrase;
}

interface AnalysisPageProps {
  readonly f: Format;
  readonly t: Words;
  /** What the list of contents is called. */
  readonly contents: string;
  readonly title: string;
  readonly eyebrow: Phrase;
  readonly headline: string;
  readonly finding?: Phrase | undefined;
  readonly tiles: readonly TileProps[];
  readonly notes: readonly string[];
  /** The first one is what a reader may skip to. */
  readonly parts: readonly AnalysisPart[];
  readonly definitions: readonly Definition[];
  readonly version: string;
}

/** The page of one analysis: what it is of, its figures at a glance, what to know, its parts, and what words mean. */
export function AnalysisPage(props: AnalysisPageProps): VNode {
  const { f, t, notes, parts } = props;
  const entries: [string, string][] = [
    ['overview', t.glance],
    ...(notes.length === 0 ? [] : [['notes', t.notes] satisfies [string, string]]),
    ...parts.map(({ id, title }): [string, string] => [id, title]),
    ['terms', t.terms],
  ];
  return (
    <Document f={f} title={props.title} skip={{ text: t.skip, to: parts[0]?.id ?? 'overview' }}>
      <header class="masthead">
        <p class="eyebrow">
          <Rich text={props.eyebrow} />
        </p>
        <h1>{props.headline}</h1>
      </header>
      <Contents label={props.contents} entries={entries} />
      <main>
        <Section id="overview" title={t.glance} finding={props.finding} quiet>
          <Tiles tiles={props.tiles} />
        </Section>
        <Notes title={t.notes} notes={notes} />
        {parts.map(({ body }) => body)}
        <Section id="terms" title={t.terms}>
          <Definitions definitions={props.definitions} />
        </Section>
      </main>
      <footer>
        <p>
          <Rich text={t.footer(props.version)} />
        </p>
      </footer>
    </Document>
  );
}
