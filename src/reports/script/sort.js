// Tables sort by the column whose header is pressed.
const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
const decimal = new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';

/**
 * The first number of a text, as the language of the page writes it; null where there is none.
 *
 * @param {string} text
 */
const numberIn = (text) => {
  const plain = text.replaceAll('\u2212', '-').replace(/[\u200e\u200f\u061c]/g, '');
  const [, sign, figures] = /(-?)[^\d-]*?(\d[\d.,'\u2019\u00a0\u202f]*(?:E-?\d+)?)/.exec(plain) ?? [];
  if (!figures) return null;
  const value = Number(
    `${sign}${figures
      .replace(decimal, '@')
      .replace(/[^\d@E-]/g, '')
      .replace('@', '.')}`,
  );
  return Number.isFinite(value) ? value : null;
};

/**
 * What a cell is sorted by; null comes last.
 *
 * @param {HTMLTableRowElement} row
 * @param {number} column
 * @param {boolean} numeric
 */
const keyOf = (row, column, numeric) => {
  const cell = row.cells[column];
  if (!cell) return null;
  const value = cell.dataset.value ?? textOf(cell);
  if (!numeric) return value === '' ? null : value;
  if (!('value' in cell.dataset)) return numberIn(value);
  return value === '' ? null : Number(value);
};

/**
 * @param {string | number | null} a
 * @param {string | number | null} b
 * @param {1 | -1} direction
 */
const compareKeys = (a, b, direction) => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return direction * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
};

/** @param {HTMLTableElement} table */
const sortable = (table) => {
  const rows = rowsOf(table);
  const headers = [...(table.tHead?.rows[0]?.cells ?? [])];
  headers.forEach((header, column) => {
    const numeric = rows.some((row) => {
      const cell = row.cells[column];
      return !!cell && ('value' in cell.dataset || /\b(num|tinted)\b/.test(cell.className));
    });
    const button = make('button', { type: 'button', className: 'sort' });
    button.setAttribute('aria-label', fill([textOf(header)], words.sort));
    header.append(button);
    button.addEventListener('click', () => {
      const before = header.getAttribute('aria-sort');
      // The first press of a column of figures shows the largest; the third one, the order of before.
      const [first, second] = numeric ? ['descending', 'ascending'] : ['ascending', 'descending'];
      const next = before === null ? first : before === first ? second : null;
      for (const other of headers) other.removeAttribute('aria-sort');
      if (next) header.setAttribute('aria-sort', next);
      const direction = next === 'descending' ? -1 : 1;
      const sorted = rows.map((row) => ({ row, key: next ? keyOf(row, column, numeric) : null }));
      sorted.sort((a, b) => compareKeys(a.key, b.key, direction));
      table.tBodies[0]?.prepend(...sorted.map(({ row }) => row));
    });
  });
};

for (const table of document.querySelectorAll('table'))
  if (rowsOf(table).length > 2 && !table.hasAttribute('data-ordered')) sortable(table);
