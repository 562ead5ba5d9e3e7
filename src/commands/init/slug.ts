/** A name for use in a pipeline file: `Órdenes 2024.csv` → `ordenes_2024`; never empty, never starting with a digit. */
export function slug(text: string): string {
  const name = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return /^[a-z]/.test(name) ? name : `x_${name}`.replace(/_$/, '');
}
