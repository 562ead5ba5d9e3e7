import type { VNode } from 'preact';
import type { Format } from '../../text/format.ts';
import type { PageTexts } from '../../text/en/pages/index.ts';
import type { RowNoun } from '../../text/en/words.ts';
import type { PageResponse } from './data.ts';

/** What the pictures of one of two classes are made from. */
export interface ResponseView {
  readonly t: PageTexts['response'];
  readonly f: Format;
  readonly noun: RowNoun;
  readonly response: PageResponse;
}

/** A header of a table that links to what it means. */
export const head = (term: keyof PageTexts['response']['definitions'], text: string): VNode => (
  <a href={`#term-${term}`}>{text}</a>
);
