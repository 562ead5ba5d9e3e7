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

/** Small figures with three decimals, large ones with none. */
const figure = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 3 : Math.abs(value) < 1_000 ? 1 : 0 });

const textOf = (value: unknown): string => {
  if (typeof value === 'number') return figure(value);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? value : '';
};

/** A sentence. */
export const say = (sentence: string): Shown => shown(`<p>${escaped(sentence)}</p>`);

/** Rows as a table: the headers are the names of the columns, and figures are set to the end. */
export function table(rows: readonly object[]): Shown {
  const first = Object.entries(rows[0] ?? {});
  const side = new Map(first.map(([column, value]) => [column, typeof value === 'number' ? 'right' : 'left']));
  const cell = (kind: 'th' | 'td', column: string, text: string): string =>
    `<${kind} style="text-align:${side.get(column) ?? 'left'}">${escaped(text)}</${kind}>`;
  const head = first.map(([column]) => cell('th', column, column.replaceAll('_', ' ')));
  const body = rows.map((row) => {
    const cells = Object.entries(row).map(([column, value]) => cell('td', column, textOf(value)));
    return `<tr>${cells.join('')}</tr>`;
  });
  return shown(`<table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`);
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
