// Long tables have a field that hides the rows without what is written there.
/** So many rows are seen at a glance. */
const few = 8;

/** @param {HTMLTableElement} table */
const filterable = (table) => {
  const rows = rowsOf(table);
  const figures = new Intl.NumberFormat(language);
  const fold = (/** @type {string} */ text) =>
    text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(language);
  const texts = rows.map((row) => fold(row.textContent));
  const field = make('input', { type: 'search', placeholder: words.filter ?? '', autocomplete: 'off' });
  field.setAttribute('aria-label', `${words.filter ?? ''}: ${table.parentElement?.getAttribute('aria-label') ?? ''}`);
  const found = make('output', { className: 'soft' });
  field.addEventListener('input', () => {
    const sought = fold(field.value.trim());
    rows.forEach((row, i) => (row.hidden = !texts[i]?.includes(sought)));
    const shown = rows.filter(({ hidden }) => !hidden).length;
    found.textContent = sought === '' ? '' : fill([figures.format(shown), figures.format(rows.length)], words.found);
  });
  table.parentElement?.before(make('div', { className: 'filter' }, [field, found]));
};

for (const table of document.querySelectorAll('table'))
  if (rowsOf(table).length > few && !table.hasAttribute('data-ordered')) filterable(table);
