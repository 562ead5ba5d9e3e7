import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { Fragment, h, type VNode } from 'preact';
import { Direction } from './direction.ts';
import { pointingBack, readable, turnedOver } from './mirror.ts';
import { roomOf } from './room.ts';

/** How a chart is drawn for a screen: `narrow` for a phone, where names stand above their marks, `wide` for the rest. */
export interface Size {
  readonly name: 'narrow' | 'wide';
  readonly width: number;
}

/** Every chart is drawn for both; the page shows the one that fits. Pixels. */
export const sizes: readonly Size[] = Object.freeze([
  { name: 'narrow', width: 340 },
  { name: 'wide', width: 832 },
]);

const { document } = parseHTML('<html></html>');

/** What of an element of a document the copy below reads. */
interface ElementLike {
  readonly nodeType: number;
  readonly localName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<ElementLike>;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
  getAttribute?(name: string): string | null;
}

const elementType = 1;
const textType = 3;

/** Tenths of a pixel are enough: shorter, and the same on every platform. */
const rounded = (text: string): string =>
  text.replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(1))));

const geometric: ReadonlySet<string> = new Set(
  'd x y x1 x2 y1 y2 cx cy r rx ry dx dy width height transform points viewBox'.split(' '),
);

/** The page styles all charts at once, and a page without inline style needs no hole in its security policy. */
const dropped: ReadonlySet<string> = new Set(['style', 'aria-label', 'class', 'font-family']);

function attributesOf(element: ElementLike): Record<string, string> {
  const kept = Array.from(element.attributes).filter(({ name }) => !dropped.has(name));
  return Object.fromEntries(kept.map(({ name, value }) => [name, geometric.has(name) ? rounded(value) : value]));
}

/** Copies what Plot drew into the tree of the page, so that the page's own escaping is the only one. */
const copy =
  (isMirrored: boolean) =>
  (node: ElementLike): VNode | string | null => {
    const { nodeType, localName, textContent } = node;
    if (nodeType === textType) return isMirrored ? pointingBack(textContent ?? '') : textContent;
    if (nodeType !== elementType || localName === 'style') return null;
    const attributes = attributesOf(node);
    return h(
      localName,
      isMirrored ? readable(localName, attributes) : attributes,
      Array.from(node.childNodes).map(copy(isMirrored)),
    );
  };

/**
 * Draws a plot as SVG of the page: one image with one name, in the colour of the text around it. On a page that is read from right to left it is turned
 * over, with its texts as they are.
 */
export function draw(label: string, options: Plot.PlotOptions): VNode {
  const drawn: unknown = Plot.plot({ ...options, document });
  const plot = drawn as ElementLike;
  const own = attributesOf(plot);
  const [low, high] = roomOf(plot, Number(own['width']));
  const wide = Number(own['width']);
  const attributes = (from: number): object => ({
    ...own,
    viewBox: `${from} 0 ${high - low} ${own['height']!}`,
    ...{ 'font-size': 12, role: 'img', 'aria-label': label },
  });
  const children = (isMirrored: boolean) => Array.from(plot.childNodes).map(copy(isMirrored));
  const inDirection = (direction: 'ltr' | 'rtl'): VNode =>
    direction === 'ltr'
      ? h('svg', attributes(low), children(false))
      : h('svg', attributes(wide - high), h('g', { transform: turnedOver(own['width']!) }, children(true)));
  return h(Fragment, null, h(Direction.Consumer, { children: inDirection }));
}
