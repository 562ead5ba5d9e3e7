import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Messages } from '../../text/messages.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../../src/reports/script/${name}.js`, import.meta.url), 'utf8');

/** What the page adds where it may run; read beside the sources also where these are compiled. Without it the page is whole. */
export const script = `(() => {\n'use strict';\n${['shared', 'sort', 'filter', 'compare'].map(read).join('\n')}})();\n`;

/** As a policy allows it. */
export const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** The words of its controls, as attributes of the body. */
export const scriptWords = ({ controls }: Messages['page']): Readonly<Record<`data-${string}`, string>> => ({
  'data-sort': controls.sort('{0}'),
  'data-filter': controls.filter,
  'data-found': controls.found('{0}', '{1}'),
  'data-compare': controls.compare,
  'data-pick': controls.pick,
  'data-everything': controls.everything,
});
