/** The place of a cell style in the list below. */
export const style = {
  plain: 0,
  text: 1,
  money: 2,
  whole: 3,
  share: 4,
  number: 5,
  day: 6,
  header: 7,
  title: 8,
  wrapped: 9,
} as const;

/** Excel's own formats by number (ECMA-376, part 1, 18.8.30), and one of ours. */
const formats = { general: 0, whole: 3, money: 4, share: 10, text: 49, day: 164 } as const;

const cell = (format: number, more = ''): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}`;

/** `xl/styles.xml` */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="${formats.day}" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="16"/><name val="Calibri"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECEF"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="10">${[
  cell(formats.general, '/>'),
  cell(formats.text, '/>'),
  cell(formats.money, '/>'),
  cell(formats.whole, '/>'),
  cell(formats.share, '/>'),
  cell(formats.general, '/>'),
  cell(formats.day, '/>'),
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>',
  '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  cell(formats.text, ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'),
].join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>
`;
