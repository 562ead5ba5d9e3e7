type Attributes = Readonly<Record<string, string>>;

const horizontal: readonly string[] = ['x', 'dx'];

/** `12` → `-12`; a list of them, or a length in em, likewise. */
const negated = (value: string): string => (value.startsWith('-') ? value.slice(1) : `-${value}`);

/**
 * The attributes of a text in a drawing that is turned over from left to right: it is turned back about its own place, so that it can be read. Which
 * side it starts from follows from the direction of the page.
 */
export function readable(element: string, attributes: Attributes): Attributes {
  if (element !== 'text' && element !== 'tspan') return attributes;
  const moved = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, horizontal.includes(name) ? negated(value) : value]),
  );
  return element === 'tspan' ? moved : { ...moved, transform: `${attributes['transform'] ?? ''} scale(-1 1)`.trim() };
}

/** Turns a drawing of so many pixels over. */
export const turnedOver = (width: string): string => `translate(${width} 0) scale(-1 1)`;

const opposite: Readonly<Record<string, string>> = { '→': '←', '←': '→' };

/** The name of an axis, whose arrow at its end points the other way; arrows within a text are its own. */
export const pointingBack = (text: string): string =>
  text.replace(/^[→←](?= )|(?<= )[→←]$/g, (arrow) => opposite[arrow]!);
