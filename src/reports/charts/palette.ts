/**
 * Colours that people tell apart whatever their sight, by Okabe and Ito (2008), in an order in which neighbours differ also in lightness.
 * The page defines the variables, for light and dark. Black is left out: it would vanish in the dark.
 */
const hues = 7;

/** What tells those of one colour apart: dots, and lines around them. */
const forms = ['circle', 'square', 'diamond', 'triangle'] as const;
const dashes = ['none', '7 3', '2 3', '9 3 2 3'] as const;

/** Which time the colours are used, from 0. */
const round = (index: number): number => Math.floor(index / hues) % forms.length;

/** The colour of the n-th segment, from 0; after seven they start again, with another form: a mark is never told by colour alone. */
export const segmentColor = (index: number): string => `var(--hue-${index % hues})`;

/** The dot of the n-th segment, and how a line of it is dashed. */
export const segmentSymbol = (index: number): (typeof forms)[number] => forms[round(index)]!;
export const segmentDash = (index: number): string => dashes[round(index)]!;

/** The classes that give a piece of the page that colour, and a chip that form. */
export const segmentClass = (index: number): string =>
  round(index) === 0 ? `hue-${index % hues}` : `hue-${index % hues} form-${round(index)}`;

/** Variables of the page: text, quiet text, thin lines, the ground; more than before and less than before. */
export const ink = 'var(--ink)';
export const soft = 'var(--soft)';
export const line = 'var(--line)';
export const paper = 'var(--paper)';
export const gain = 'var(--gain)';
export const loss = 'var(--loss)';
/** Weaker ones of these, and a grey for what is neither. */
export const gainMid = 'var(--gain-mid)';
export const gainPale = 'var(--gain-pale)';
export const lossPale = 'var(--loss-pale)';
export const goods = 'var(--goods)';
