/** Names that would act in a page, a script, a table or a spreadsheet if they could, and writing that pages get wrong. */
export const hostileNames = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(2)>',
  "=cmd|' /C calc'!A0",
  'one\u2028two\u2029"three"',
  'יעל (תל אביב) [1]',
  '"><svg onload=alert(3)>',
  '</style><style>*{display:none}</style>',
  "'; alert(4); '&amp;<!--",
] as const;

/** Orders of customers and categories with such names, enough for every analysis. */
export const hostileOrders = (): string => {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const orders = Array.from({ length: 900 }, (_, i) => {
    const customer = (i * 7 + (i % 11)) % 90;
    const name = `${hostileNames[customer % hostileNames.length]!} ${customer}`;
    const category = hostileNames[(i + (customer % 3)) % 4]!;
    const day = new Date(Date.UTC(2025, 0, 1 + ((i * 5 + customer) % 360))).toISOString().slice(0, 10);
    const amount = 10 + ((i * 13) % 50) + (customer % 3) * 40;
    return [quoted(name), day, quoted(category), amount, amount - 12 + (i % 5), (i % 9) + (customer % 3) * 3].join(',');
  });
  return ['customer,date,category,amount,cost,visits', ...orders, ''].join('\n');
};
