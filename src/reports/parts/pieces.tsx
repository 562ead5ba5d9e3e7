import type { ComponentChildren, VNode } from 'preact';
import type { Phrase } from '../../text/phrase.ts';
import { segmentClass } from '../charts/palette.ts';
import { Rich } from './rich.tsx';

/** A figure at a glance. */
export interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
}

/** Figures side by side. */
export function Tiles({ tiles }: { tiles: readonly TileProps[] }): VNode {
  return (
    <ul class="tiles">
      {tiles.map(({ label, value, note }) => (
        <li>
          <span class="label">{label}</span>
          <span class="value">{value}</span>
          {note === undefined ? null : <span class="note">{note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** One part of the report, with the sentence that sums it up. */
export function Section(props: {
  id: string;
  title: string;
  finding?: Phrase | undefined;
  /** The title is only for those who hear the page. */
  quiet?: boolean;
  children?: ComponentChildren;
}): VNode {
  return (
    <section id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`} class={props.quiet === true ? 'visually-hidden' : undefined}>
        {props.title}
      </h2>
      {props.finding === undefined ? null : (
        <p class="finding">
          <Rich text={props.finding} />
        </p>
      )}
      {props.children}
    </section>
  );
}

/** A part of a section with its own heading. */
export function Block(props: { title: string; sentence?: Phrase | undefined; children?: ComponentChildren }): VNode {
  return (
    <div class="block">
      <h3>{props.title}</h3>
      {props.sentence === undefined ? null : (
        <p>
          <Rich text={props.sentence} />
        </p>
      )}
      {props.children}
    </div>
  );
}

/** A word of the page with what it means; headers of tables link to it. */
export type Definition = readonly [id: string, term: string, meaning: string];

/** What words mean. */
export function Definitions({ definitions }: { definitions: readonly Definition[] }): VNode {
  return (
    <dl class="terms">
      {definitions.map(([id, term, meaning]) => (
        <div id={`term-${id}`}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is shown on demand. */
export function Unfold({ label, children }: { label: string; children: ComponentChildren }): VNode {
  return (
    <details>
      <summary>{label}</summary>
      {children}
    </details>
  );
}

/** The name of a segment with its colour. */
export function SegmentName({ index, name }: { index: number; name: string }): VNode {
  return (
    <>
      <span class={`chip ${segmentClass(index)}`} />
      <bdi>{name}</bdi>
    </>
  );
}

/** The code of a segment with its colour; of one that is no more with none. */
export function SegmentCode({ segment, code }: { segment: { index: number } | undefined; code: string }): VNode {
  return segment === undefined ? <bdi>{code}</bdi> : <SegmentName index={segment.index} name={code} />;
}

/** A share with its length, for a cell of a table. */
export function Measure({ value, text }: { value: number; text: string }): VNode {
  const width = Math.round(1000 * Math.min(1, Math.max(0, value))) / 10;
  return (
    <span class="measure">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="8" fill="currentColor" fill-opacity="0.12" />
        <rect width={width} height="8" fill="currentColor" />
      </svg>
      {text}
    </span>
  );
}
