const nouns = {
  email: 'e-mail address',
  phone: 'number to call',
  sms: 'number to text',
  postal: 'postal address',
} as const;

/** A kind of address. */
export type Address = keyof typeof nouns;

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Why no file holds some addresses that are known: nobody has these opt-ins. */
export function withheldNote(optIns: readonly string[], addresses: readonly Address[]): string {
  const none = either.format(addresses.map((address) => nouns[address]));
  const them = optIns.length === 1 ? 'it' : 'them';
  return `no customer has ${either.format(optIns)}: no file holds any ${none}; map ${them} in the customers source, where there is consent`;
}
