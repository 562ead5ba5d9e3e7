/** The pieces that sections are made of: figures at a glance, tables, charts, cards, definitions. */
export const pieces = `
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.4rem, 1fr)); gap: 1.5rem 1.25rem; list-style: none; }
.tiles li { border-block-start: 2px solid var(--ink); padding-block-start: 0.6rem; }
.tiles .label { color: var(--soft); font-size: 0.875rem; }
.tiles .value { display: block; font-size: 1.5rem; white-space: nowrap; line-height: 1.25; font-weight: 600; letter-spacing: -0.02em; font-variant-numeric: tabular-nums lining-nums; }
#overview .finding { font-size: clamp(1.125rem, 1rem + 0.5vw, 1.3rem); }
.tiles .note { display: block; color: var(--soft); font-size: 0.85rem; line-height: 1.4; }
.points { padding-inline-start: 1.2rem; }
.points li + li { margin-block-start: 0.55rem; }
.points li { max-width: 70ch; padding-inline-start: 0.2rem; }
.points li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
.answers { display: grid; gap: 1.75rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); margin-block: 0.5rem 2.25rem; }
@media (min-width: 64rem) { .answers { grid-template-columns: 1fr 1fr 1.5fr; } }
.answers h3 { font-size: 1.1rem; } .answers .points { font-size: 0.95rem; }
.pair { display: grid; gap: 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); margin-block-start: 2.5rem; }
.pair > .chart:has(> details[open]) { grid-column: 1 / -1; }
.note-box { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; color: var(--soft); }
.warning { border-inline-start-color: var(--loss); color: inherit; }

.scroll { overflow-x: auto; position: relative; container: scroll / inline-size;
  background: linear-gradient(90deg, var(--paper) 40%, transparent) left / 2.5rem 100% local no-repeat, linear-gradient(-90deg, var(--paper) 40%, transparent) right / 2.5rem 100% local no-repeat,
    linear-gradient(90deg, var(--shade), transparent) left / 0.9rem 100% no-repeat, linear-gradient(-90deg, var(--shade), transparent) right / 0.9rem 100% no-repeat; }
tbody th, thead th:first-child { position: sticky; inset-inline-start: 0; background: var(--paper); z-index: 1; max-width: 40vw; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: start; padding-block-end: 0.5rem; }
th, td { padding: 0.42rem 0.6rem; text-align: start; vertical-align: baseline; border-block-end: 1px solid var(--line); }
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { color: var(--soft); font-weight: 500; font-size: 0.82rem; line-height: 1.3; vertical-align: bottom; border-block-end-color: var(--soft); }
thead a { color: inherit; text-decoration: underline dotted; text-decoration-color: var(--line); }
thead a:hover { color: var(--accent); text-decoration-color: currentColor; }
tbody th { font-weight: 500; min-width: 8.5rem; }
tr:has(.tinted) > * { vertical-align: middle; }
tbody th small, td small { display: block; color: var(--soft); font-weight: 400; font-size: 0.82rem; }
.prose { min-width: 18rem; } .num { text-align: end; } td.num { white-space: nowrap; }
.sum th, .sum td { border-block-start: 1px solid var(--ink); border-block-end-color: transparent; font-weight: 650; }
.result th, .result td { font-weight: 650; }
tbody th a { color: inherit; text-decoration: none; } tbody th a:hover { color: var(--accent); text-decoration: underline; }
thead small { display: block; min-width: 5rem; font-weight: 400; font-size: 0.78rem; white-space: normal; }
.dense { font-size: 0.82rem; } .dense th, .dense td { padding: 0.3rem; } .dense tbody th { min-width: 5.5rem; }
details > * + .small { margin-block-start: 1.1rem; }
.source { margin-block-start: 0.35rem; color: var(--soft); font: 0.75rem/1.4 var(--mono); overflow-wrap: anywhere; } .source a { color: inherit; }
.negative { color: var(--loss); }
.tinted, thead .tinted { text-align: center; }
td.tinted { padding: 0.3rem 0.5rem; vertical-align: middle; border: 2px solid var(--paper); border-radius: 6px; white-space: nowrap; min-width: 5rem; }
.up-1 { background: color-mix(in srgb, var(--gain) 10%, var(--paper)); } .up-2 { background: color-mix(in srgb, var(--gain) 22%, var(--paper)); }
.up-3 { background: color-mix(in srgb, var(--gain) 36%, var(--paper)); } .up-4 { background: color-mix(in srgb, var(--gain) 50%, var(--paper)); }
.down-1 { background: color-mix(in srgb, var(--loss) 10%, var(--paper)); } .down-2 { background: color-mix(in srgb, var(--loss) 22%, var(--paper)); }
.down-3 { background: color-mix(in srgb, var(--loss) 36%, var(--paper)); } .down-4 { background: color-mix(in srgb, var(--loss) 50%, var(--paper)); }
.up-3 small, .up-4 small, .down-3 small, .down-4 small { color: inherit; }
.measure { display: inline-grid; grid-template-columns: 4.5rem 3.3rem; align-items: center; column-gap: 0.5rem; } .measure svg { inline-size: 100%; block-size: 0.45rem; color: var(--gain); } .measure svg:dir(rtl) { transform: scaleX(-1); }

@container scroll (max-width: 30rem) {
  table { font-size: 0.85rem; } th, td { padding: 0.4rem 0.35rem; } thead th { font-size: 0.78rem; } tbody th { min-width: 5.5rem; }
  td.tinted { min-width: 3.4rem; padding: 0.25rem 0.3rem; }
  .measure { display: inline; } .measure svg { display: none; }
  .dense th, .dense td { padding: 0.25rem; } .prose { min-width: 13rem; }
  .stacked, .stacked tbody { display: block; } .stacked thead { display: none; }
  .stacked tr { display: block; padding-block: 0.5rem; border-block-end: 1px solid var(--line); }
  .stacked tbody th { display: block; position: static; max-width: none; border: 0; padding: 0 0 0.2rem; font-weight: 600; }
  .stacked td { display: flex; justify-content: space-between; gap: 1rem; padding: 0.12rem 0; border: 0; text-align: end; white-space: normal; }
  .stacked td::before { content: attr(data-label); color: var(--soft); text-align: start; } .stacked td:empty { display: none; }
}

.chart { container-type: inline-size; }
.chart > * + * { margin-block-start: 0.75rem; }
figcaption p { margin-block-start: 0.3rem; } figcaption .points { margin-block-start: 0.6rem; font-size: 0.95rem; } figcaption .points li + li { margin-block-start: 0.25rem; }
.chart svg { display: block; max-inline-size: 100%; height: auto; font-family: var(--sans); font-variant-numeric: tabular-nums; overflow: visible; }
.chart svg text { white-space: pre; }
.chart .narrow svg { inline-size: min(100%, 27rem); }
.chart .wide { display: none; }
@container (min-width: 640px) { .chart .wide { display: block; } .chart .narrow { display: none; } }
details { font-size: 0.9rem; }
summary { cursor: pointer; color: var(--soft); inline-size: fit-content; }
summary:hover { color: var(--accent); }
details[open] > summary { margin-block-end: 0.5rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.25rem; list-style: none; font-size: 0.875rem; color: var(--soft); }
.legend li { min-inline-size: 0; overflow-wrap: anywhere; }
.chip { display: inline-block; inline-size: 0.7em; block-size: 0.7em; border-radius: 50%; background: currentColor; border: 2px solid currentColor; margin-inline-end: 0.5em; }
.chip.hollow { background: none; color: var(--soft); }
.chip.form-1 { border-radius: 1px; } .chip.form-2 { border-radius: 1px; rotate: 45deg; scale: 0.85; } .chip.form-3 { border-radius: 0; clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.chip.bar { border-radius: 2px; } .chip.pale { opacity: 0.3; } .chip.gain { color: var(--gain); } .chip.loss { color: var(--loss); } .chip.gain-mid { color: var(--gain-mid); } .chip.open { background: none; border: 1px dashed var(--soft); } .chip.gain-pale { color: var(--gain-pale); } .chip.loss-pale { color: var(--loss-pale); } .chip.goods { color: var(--goods); } .chip.ink { color: var(--ink); }
.chip.rule { inline-size: 1.2em; block-size: 0; border-width: 2px 0 0; border-radius: 0; vertical-align: middle; } .chip.soft { color: var(--soft); } .chip.dashed { background: none; border-block-start-style: dashed; }
.hue-0 { color: var(--hue-0); } .hue-1 { color: var(--hue-1); } .hue-2 { color: var(--hue-2); } .hue-3 { color: var(--hue-3); }
.hue-4 { color: var(--hue-4); } .hue-5 { color: var(--hue-5); } .hue-6 { color: var(--hue-6); }

.cards { display: grid; gap: 2rem 2.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); list-style: none; }
.cards > li { border-block-start: 2px solid; padding-block-start: 0.75rem; }
.cards > li.form-1, .cards > li.form-2, .cards > li.form-3 { border-block-start-style: dashed; }
.cards > li > * { color: var(--ink); }
.cards > li > * + * { margin-block-start: 0.5rem; }
.cards > li:has(details[open]) { grid-column: 1 / -1; }
.cards .soft { color: var(--soft); }
.cards .chart svg { inline-size: min(100%, 26rem); }
.cards a { color: var(--accent); }
.facts { display: flex; flex-wrap: wrap; gap: 0.5rem 1.1rem; }
.facts div { display: flex; flex-direction: column-reverse; }
.facts dt { color: var(--soft); font-size: 0.8rem; }
.facts dd { font-weight: 600; font-size: 1.1rem; font-variant-numeric: tabular-nums; }
pre { overflow-x: auto; font: 0.8rem/1.45 var(--mono); } code { font: 0.92em var(--mono); }
.lineage { font-size: 0.9rem; } .lineage div { display: flex; flex-wrap: wrap; gap: 0 0.6rem; } .lineage dt { color: var(--soft); min-width: 8.5rem; } .lineage dd { flex: 1 1 16rem; }
.terms { display: grid; gap: 1rem 2.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); }
.terms dt { font-weight: 600; } .terms dd { color: var(--soft); font-size: 0.92rem; max-width: 60ch; }
.terms > div:target dt { color: var(--accent); }
`;

/** What the script adds to a page. */
export const controls = `
[hidden] { display: none !important; }
.sort { inline-size: 1.5rem; block-size: 1.5rem; margin-block: -0.25rem; margin-inline: 0 -0.35rem; padding: 0; border: 0; background: none; color: inherit; font: inherit; font-size: 1.1em; line-height: 1; cursor: pointer; vertical-align: baseline; white-space: nowrap; }
.sort::after { content: '↕'; opacity: 0.75; } .sort:hover::after { opacity: 1; }
[aria-sort] .sort::after { opacity: 1; color: var(--accent); } [aria-sort='ascending'] .sort::after { content: '↑'; font-weight: 700; } [aria-sort='descending'] .sort::after { content: '↓'; font-weight: 700; }
.filter { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 0.8rem; } .filter + .scroll { margin-block-start: 0.6rem; }
.filter input { inline-size: min(100%, 16rem); padding: 0.3rem 0.6rem; border: 1px solid var(--soft); border-radius: 6px; background: var(--paper); color: inherit; font: inherit; font-size: 0.9rem; }
.compare { display: flex; flex-wrap: wrap; gap: 0.2rem 1.25rem; margin-inline: 0; padding: 0; border: 0; min-inline-size: 0; }
.compare legend { padding: 0; font-weight: 650; } .compare p { flex-basis: 100%; } .compare label { display: inline-flex; gap: 0.45rem; align-items: baseline; min-block-size: 1.6rem; cursor: pointer; }
.compare button { border: 1px solid var(--soft); border-radius: 6px; padding: 0.15rem 0.7rem; background: none; color: inherit; font: inherit; font-size: 0.9rem; cursor: pointer; }
.cards.compared { grid-template-columns: none; grid-auto-flow: column; grid-auto-columns: minmax(15rem, 1fr); overflow-x: auto; } .cards.compared > li:has(details[open]) { grid-column: auto; }
button:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media print { .sort, .filter, .compare, .source { display: none; } }
`;

/** Paper: no contents, everything unfolded, nothing torn across pages. */
export const print = `
@media print {
  @page { margin: 16mm 14mm; }
  body { font-size: 10pt; }
  .contents, .skip { display: none; }
  .page { display: block; max-width: none; padding: 0; }
  section { padding-block-start: 1.5rem; } .trace { display: none; } section + section, .trace + section { margin-block-start: 1.5rem; }
  .scroll { overflow: visible; background: none; }
  table { font-size: 8.5pt; } th, td { padding: 0.3rem 0.45rem; } .dense { font-size: 6.5pt; } .dense th, .dense td { padding: 0.1rem 0.13rem; } .dense tbody th { min-width: 3rem; }
  thead { display: table-header-group; } pre { white-space: pre-wrap; } tr, .chart > .wide, figcaption, .cards > li, .tiles li { break-inside: avoid; } h2, h3, figcaption, .legend { break-after: avoid; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
