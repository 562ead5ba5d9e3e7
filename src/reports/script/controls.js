// What a page adds where its script may run: tables sort and filter, segments are picked and compared. Without it the page is whole.
// It is written into the page as it stands and allowed by its hash; its words are data- attributes of <body>.
(() => {
  'use strict';
  const words = document.body.dataset;
  const language = document.documentElement.lang || 'en';
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const decimal =
    new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  /** So many rows are seen at a glance. */
  const few = 8;
  /** So many segments are compared at once. */
  const most = 3;

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
    return (
      direction * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
    );
  };

  /**
   * Rows that can change places: not those that sum up.
   *
   * @param {HTMLTableElement} table
   */
  const rowsOf = (table) => [...(table.tBodies[0]?.rows ?? [])].filter(({ className }) => className !== 'sum');

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

  /** Segments that are picked stay, on cards and as columns; the others are hidden. */
  const comparable = () => {
    const list = document.querySelector('ul.cards');
    const cards = /** @type {HTMLElement[]} */ (
      [...(list?.children ?? [])].filter((card) => card.hasAttribute('data-segment'))
    );
    if (list === null || cards.length < 2) return;
    const columns = [...document.querySelectorAll('th[data-segment]')].map((header) => ({
      segment: header.getAttribute('data-segment'),
      cells: [...(header.closest('table')?.rows ?? [])].map(
        (row) => row.cells[/** @type {HTMLTableCellElement} */ (header).cellIndex],
      ),
    }));
    const boxes = cards.map((card) => make('input', { type: 'checkbox', value: card.dataset.segment ?? '' }));
    const everything = make('button', { type: 'button', textContent: words.everything ?? '', hidden: true });
    const show = () => {
      const picked = boxes.filter(({ checked }) => checked).map(({ value }) => value);
      const all = picked.length < 2;
      const isShown = (/** @type {string | null} */ segment) => all || picked.includes(segment ?? '');
      for (const box of boxes) box.disabled = !box.checked && picked.length >= most;
      for (const card of cards) card.hidden = !isShown(card.dataset.segment ?? '');
      for (const { segment, cells } of columns) for (const cell of cells) if (cell) cell.hidden = !isShown(segment);
      everything.hidden = picked.length === 0;
      list.classList.toggle('compared', !all);
    };
    everything.addEventListener('click', () => {
      for (const box of boxes) box.checked = false;
      show();
      boxes[0]?.focus();
    });
    const labels = cards.map((card, i) =>
      make('label', {}, [
        /** @type {HTMLInputElement} */ (boxes[i]),
        make('bdi', {
          dir: document.documentElement.dir,
          textContent: textOf(/** @type {Element} */ (card.querySelector('h3'))),
        }),
      ]),
    );
    const fieldset = make('fieldset', { className: 'compare' }, [
      make('legend', { textContent: words.compare ?? '' }),
      make('p', { className: 'small soft', textContent: words.pick ?? '' }),
      ...labels,
      everything,
    ]);
    fieldset.addEventListener('change', show);
    list.before(fieldset);
  };

  for (const table of document.querySelectorAll('table')) {
    const rows = rowsOf(table).length;
    if (rows > 2 && !table.hasAttribute('data-ordered')) sortable(table);
    if (rows > few && !table.hasAttribute('data-ordered')) filterable(table);
  }
  comparable();
})();
