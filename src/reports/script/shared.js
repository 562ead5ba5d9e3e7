// What sorting, filtering and comparing share. Its words are data- attributes of <body>.
const words = document.body.dataset;
const language = document.documentElement.lang || 'en';
/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | boolean>>} properties
 * @param {readonly (Node | string)[]} children
 */
const make = (tag, properties = {}, children = []) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/**
 * A text of the page with figures or names in it.
 *
 * @param {readonly string[]} values for {0}, {1} …
 * @param {string} text
 */
const fill = (values, text = '') => text.replace(/\{(\d)\}/g, (_, place) => values[Number(place)] ?? '');

/**
 * What a cell says, without what stands below it.
 *
 * @param {Element} cell
 */
const textOf = (cell) => {
  const copy = /** @type {Element} */ (cell.cloneNode(true));
  for (const part of copy.querySelectorAll('small, svg, button')) part.remove();
  return copy.textContent.trim();
};

/**
 * Rows that can change places: not those that sum up.
 *
 * @param {HTMLTableElement} table
 */
const rowsOf = (table) => [...(table.tBodies[0]?.rows ?? [])].filter(({ className }) => className !== 'sum');
