// Segments are picked and compared.
/** So many segments are compared at once. */
const most = 3;

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

comparable();
