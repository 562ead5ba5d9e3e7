/**
 * Colours that people tell apart whatever their sight, by Okabe and Ito (2008), in an order in which neighbours differ also in lightness.
 * The page defines the variables, for light and dark. Black is left out: it would vanish in the dark.
 */
const hues = 7;

/** The colour of the n-th segment, from 0; after seven they start again, so a mark is never told by colour alone. */
export const segmentColor = (index: number): string => `var(--hue-${index % hues})`;

/** The class that gives a piece of the page that colour. */
export const segmentClass = (index: number): string => `hue-${index % hues}`;

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
