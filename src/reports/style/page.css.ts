/** The page: one calm column, its contents beside it where there is room, above it where there is not. */
export const page = `
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-top: 4rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1rem/1.55 var(--sans);
  font-variant-numeric: lining-nums; text-rendering: optimizeLegibility; overflow-wrap: break-word; }
h1, h2, h3, p, ul, ol, dl, dd, figure, table { margin: 0; padding: 0; }
h1, h2 { font-family: var(--serif); font-weight: 600; letter-spacing: -0.012em; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.1vw, 2.6rem); }
h2 { font-size: clamp(1.45rem, 1.25rem + 0.8vw, 1.8rem); }
h3 { font-size: 1rem; font-weight: 650; line-height: 1.35; }
p { max-width: 68ch; text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
strong { font-weight: 650; }
.name { font-weight: 550; unicode-bidi: isolate; }
.soft { color: var(--soft); }
.small { font-size: 0.875rem; line-height: 1.5; }
.eyebrow { max-width: none; color: var(--soft); font-size: 0.9rem; }
.eyebrow + h1 { margin-block-start: 0.6rem; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: fixed; inset-block-start: 0.5rem; inset-inline-start: 0.5rem; padding: 0.5rem 1rem; background: var(--paper); z-index: 2; }
.skip:not(:focus) { position: absolute; inset-inline-start: -999rem; }
.page { padding: 0 1.25rem 4rem; max-width: 62rem; margin: 0 auto; }
.contents { position: sticky; top: 0; z-index: 1; margin: 0 -1.25rem; padding: 0 1.25rem; background: var(--paper);
  border-block-end: 1px solid var(--line); overflow-x: auto; scrollbar-width: none; }
.contents ul { display: flex; gap: 1.25rem; list-style: none; }
.contents a { display: block; padding: 0.7rem 0; color: var(--soft); font-size: 0.9rem; text-decoration: none; white-space: nowrap; }
.contents a:hover { color: var(--accent); }
.masthead { padding: 1.6rem 0 1.2rem; }
section { padding-block-start: 2.5rem; }
#overview { padding-block-start: 1.1rem; }
.trace { margin-block-start: 1.5rem; } section + section, .trace + section { margin-block-start: 3rem; border-block-start: 1px solid var(--line); }
section > * + *, .block > * + * { margin-block-start: 1.1rem; }
.block > h3 + p { margin-block-start: 0.3rem; }
section > .block, section > figure, section > details { margin-block-start: 2.25rem; }
details > .block + .block { margin-block-start: 2rem; }
.finding { font-size: 1.125rem; line-height: 1.55; }
footer { margin-block-start: 4rem; padding-block-start: 1.2rem; border-block-start: 1px solid var(--line); color: var(--soft); font-size: 0.85rem; }
@media (min-width: 75rem) {
  .page { display: grid; grid-template-columns: 10.5rem minmax(0, 52rem); column-gap: 4.5rem; justify-content: center; max-width: none; padding-inline: 2.5rem; }
  .masthead { grid-column: 2; padding-block: 3rem 0; }
  .contents { grid-column: 1; grid-row: 2; align-self: start; top: 2.5rem; margin: 3.4rem 0 0; padding: 0; border: 0; overflow: visible; }
  .contents ul { display: block; }
  .contents a { padding: 0.28rem 0; white-space: normal; overflow-wrap: anywhere; }
  main, footer { grid-column: 2; }
  main { grid-row: 2; }
  html { scroll-padding-top: 0; }
}
`;
