import * as Plot from '@observablehq/plot';
import { Fragment, h, type VNode } from 'preact';
import { Direction } from './direction.ts';
import { drawing, type Drawn, type Text } from './drawing.ts';
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

/** Tenths of a pixel are enough: shorter, and the same on every platform. */
const rounded = (text: string): string =>
  text.replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(1))));

const geometric: ReadonlySet<string> = new Set(
  'd x y x1 x2 y1 y2 cx cy r rx ry dx dy width height transform points viewBox'.split(' '),
);

/** The page styles all charts at once, and a page without inline style needs no hole in its security policy. */
const dropped: ReadonlySet<string> = new Set(['style', 'aria-label', 'class', 'font-family']);

function attributesOf(element: Drawn): Record<string, string> {
  const kept = element.attributes.filter(([name]) => !dropped.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, geometric.has(name) ? rounded(value) : value]));
}

/** Copies what Plot drew into the tree of the page, so that the page's own escaping is the only one. */
const copy =
  (isMirrored: boolean) =>
  (node: Drawn | Text): VNode | string | null => {
    if (node.nodeType === 3) return isMirrored ? pointingBack(node.textContent) : node.textContent;
    if (node.localName === 'style') return null;
    const attributes = attributesOf(node);
    return h(
      node.localName,
      isMirrored ? readable(node.localName, attributes) : attributes,
      node.childNodes.map(copy(isMirrored)),
    );
  };

/**
 * Draws a plot as SVG of the page: one image with one name, in the colour of the text around it. On a page that is read from right to left it is turned
 * over, with its texts as they are.
 */
export function draw(label: string, options: Plot.PlotOptions): VNode {
  const drawn: unknown = Plot.plot({ ...options, document: drawing as unknown as Document });
  const plot = drawn as Drawn;
  const own = attributesOf(plot);
  const [low, high] = roomOf(plot, Number(own['width']));
  const wide = Number(own['width']);
  const attributes = (from: number): object => ({
    ...own,
    viewBox: `${from} 0 ${high - low} ${own['height']!}`,
    ...{ 'font-size': 12, role: 'img', 'aria-label': label },
  });
  const children = (isMirrored: boolean) => plot.childNodes.map(copy(isMirrored));
  const inDirection = (direction: 'ltr' | 'rtl'): VNode =>
    direction === 'ltr'
      ? h('svg', attributes(low), children(false))
      : h('svg', attributes(wide - high), h('g', { transform: turnedOver(own['width']!) }, children(true)));
  return h(Fragment, null, h(Direction.Consumer, { children: inDirection }));
}
