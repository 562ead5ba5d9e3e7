/** Colours and measures, once for light and once for dark; paper is always light. */
const light = `
  --paper: #fff; --wash: #f5f7f9; --ink: #16202b; --soft: #55606d; --line: #dfe4ea;
  --accent: #0b5fae; --gain: #0072b2; --loss: #c2500a; --goods: #b4bfcb;
  --hue-0: #0072b2; --hue-1: #e69f00; --hue-2: #009e73; --hue-3: #d55e00; --hue-4: #56b4e9; --hue-5: #cc79a7; --hue-6: #b8a300;`;

const dark = `
  --paper: #12171d; --wash: #1a2129; --ink: #e8ecf1; --soft: #a2adba; --line: #2b343e;
  --accent: #7cbcf5; --gain: #4fa8e0; --loss: #f08a4b; --goods: #566372;
  --hue-0: #3d9be0; --hue-1: #f0b132; --hue-2: #2fc297; --hue-3: #f07f3c; --hue-4: #8fd0f7; --hue-5: #dd9cc1; --hue-6: #e8d94a;`;

/** The variables that everything else is written in. */
export const tokens = `
:root { color-scheme: light dark; ${light}
  --gain-mid: color-mix(in srgb, var(--gain) 65%, var(--paper)); --gain-pale: color-mix(in srgb, var(--gain) 36%, var(--paper));
  --loss-pale: color-mix(in srgb, var(--loss) 40%, var(--paper)); --shade: color-mix(in srgb, var(--ink) 16%, transparent);
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", "Source Serif 4", Georgia, serif; }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
@media print { :root { color-scheme: light; ${light} } }
`;
