import type { VNode } from 'preact';
import type { Format } from '../../text/format.ts';
import type { Messages } from '../../text/messages.ts';
import type { RowNoun } from '../../text/en/words.ts';
import type { PageResponse } from './data.ts';

/** What the pictures of one of two classes are made from. */
export interface ResponseView {
  readonly t: Messages['response'];
  readonly f: Format;
  readonly noun: RowNoun;
  readonly response: PageResponse;
}

/** A header of a table that links to what it means. */
export const head = (term: keyof Messages['response']['definitions'], text: string): VNode => (
  <a href={`#term-${term}`}>{text}</a>
);
