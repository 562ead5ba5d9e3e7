import { createHash } from 'node:crypto';
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Format } from '../../text/format.ts';
import { Direction } from '../charts/direction.ts';
import { messagesFor } from '../../text/messages.ts';
import { withoutTurning } from '../../text/name-rule.ts';
import { script, scriptHash, scriptWords } from '../script/index.ts';
import { styleSheet } from '../style/index.ts';

/** Nothing is loaded or sent; the one style sheet and the one script are allowed by their hashes, so no text of the data can ever act as either. */
const policy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(styleSheet).digest('base64')}'`,
  `script-src '${scriptHash}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/** A page that is complete in itself. */
export function Document(props: {
  f: Format;
  title: string;
  /** A link past the head of the page: its words, and the id it goes to. */
  skip: { readonly text: string; readonly to: string };
  children?: ComponentChildren;
}): VNode {
  return (
    <html lang={props.f.locale} dir={props.f.direction}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>{props.title}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body {...scriptWords(messagesFor(props.f).page)}>
        <a class="skip" href={`#${props.skip.to}`}>
          {props.skip.text}
        </a>
        <Direction.Provider value={props.f.direction}>
          <div class="page">{props.children}</div>
        </Direction.Provider>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

/** A whole page as text. No name of the data turns the direction of the text around it. */
export const renderDocument = (page: VNode): string => `<!doctype html>\n${withoutTurning(renderToString(page))}\n`;
