/** Text as the content of an XML element or attribute of a workbook; `cell.sql.ts` does the same to texts of customers. */
export function escapeXml(text: string): string {
  const writable = text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
  const unmistaken = /_x[0-9A-Fa-f]{4}_/.test(writable) ? writable.replaceAll('_x', '_x005F_x') : writable;
  return unmistaken.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The first line of each part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
