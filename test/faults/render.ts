import { readFileSync, writeFileSync } from 'node:fs';
import { renderPromises, type Measured } from './support/page.ts';

/** `npm run promises`: writes `docs/promises.md` from the figures of the last full run. */
const at = (file: string): URL => new URL(`../../docs/${file}`, import.meta.url);
writeFileSync(at('promises.md'), renderPromises(JSON.parse(readFileSync(at('promises.json'), 'utf8')) as Measured));
