import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** What a notebook shows of the last value of a cell: its media types. */
const display = Symbol.for('Jupyter.display');

/** What a cell ends with. */
export interface Shown {
  readonly [display]: () => { readonly 'text/html': string };
}

const shown = (html: string): Shown => ({ [display]: () => ({ 'text/html': html }) });

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');

const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });

const cellOf = (value: unknown): string => {
  if (typeof value === 'number') return `<td style="text-align:right">${figures.format(value)}</td>`;
  return `<td style="text-align:left">${typeof value === 'string' ? escaped(value) : value === true ? 'yes' : ''}</td>`;
};

/** A sentence. */
export const say = (sentence: string): Shown => shown(`<p>${escaped(sentence)}</p>`);

/** Rows as a table: the headers are the names of the columns. */
export function table(rows: readonly object[]): Shown {
  const headers = Object.keys(rows[0] ?? {}).map((header) => `<th>${escaped(header.replaceAll('_', ' '))}</th>`);
  const body = rows.map((row) => `<tr>${Object.values(row).map(cellOf).join('')}</tr>`);
  return shown(`<table><thead><tr>${headers.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`);
}

/** A plot as SVG, with a name for those who do not see it. */
export function chart(name: string, options: Plot.PlotOptions): Shown {
  const { document } = parseHTML('<html></html>');
  const drawn = Plot.plot({ width: 800, ...options, document }) as unknown as {
    setAttribute(attribute: string, value: string): void;
    readonly outerHTML: string;
  };
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', name);
  return shown(drawn.outerHTML);
}
