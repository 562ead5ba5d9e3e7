import type { Drawn, Text } from './drawing.ts';

/** From where to where something reaches, pixels. */
type Span = readonly [low: number, high: number];

/** Widths of letters at 12 pixels, as wide sans-serif fonts have them: marks of direction, what stands between words, capitals and wide signs, figures, the rest. */
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/\p{Cf}/u, 0],
  [/[\p{Z}.,:;'’|iljtfr()·-]/u, 4.4],
  [/[\p{Lu}%@mw→←–—]/u, 9.5],
  [/\d/, 7.7],
];

const widthOf = (letter: string): number => widths.find(([letters]) => letters.test(letter))?.[1] ?? 7;

const textWidth = (text: string): number => Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0);

/** What the attributes of an element say, and what those of the elements around it said. */
interface Around {
  readonly x: number;
  readonly anchor: string;
  readonly size: number;
}

const join = (one: Span | null, other: Span | null): Span | null =>
  one === null || other === null ? (one ?? other) : [Math.min(one[0], other[0]), Math.max(one[1], other[1])];

function reachOf(element: Drawn | Text, around: Around): Span | null {
  if (element.nodeType !== 1) return null;
  const given = (name: string): string | null => element.getAttribute(name);
  const number = (name: string): number => Number.parseFloat(given(name) ?? '0') || 0;
  const [, moved = '0'] = /translate\(([-\d.]+)/.exec(given('transform') ?? '') ?? [];
  const here: Around = {
    x: around.x + Number(moved) + (element.localName === 'text' ? number('x') + number('dx') : 0),
    anchor: given('text-anchor') ?? around.anchor,
    size: Number(given('font-size') ?? around.size),
  };
  if (element.localName !== 'text') return inside(element, here);
  const lines = element.children;
  return (lines.length === 0 ? [element] : lines).reduce<Span | null>((all, { textContent }) => {
    const width = (textWidth(textContent) * here.size) / 12;
    const low = here.x - { start: 0, middle: width / 2, end: width }[here.anchor]!;
    return join(all, [low, low + width]);
  }, null);
}

const inside = (element: Drawn, around: Around): Span | null =>
  element.childNodes.reduce<Span | null>((all, child) => join(all, reachOf(child, around)), null);

/** A little beyond the edge is not cut: there is room beside every chart. */
const edge = 3;

/**
 * From where to where a drawing must be shown for its texts to be whole in any language: its own width, and what longer labels take beyond it.
 *
 * @param plot an SVG of a chart, its texts in lines from left to right
 */
export function roomOf(plot: Drawn, width: number): Span {
  const [low, high] = inside(plot, { x: 0, anchor: 'start', size: 12 }) ?? [0, width];
  return [low < -edge ? Math.floor(low) : 0, high > width + edge ? Math.ceil(high) : width];
}
