/** The company of the sample. In Basque, *denda* is both a shop and a tent; *Haitzondo* is "beside the rock". */
export const company = 'Haitzondo Denda';

/** Share of the known people who have never bought. */
export const prospectShare = 0.15;

/** Share of the buyers who cost more than they bring: they send back much, call often and haggle. */
export const demandingShare = 0.1;

/** What the demanding do: probability that a line comes back, further discount, and calls (at the start, and for each order). */
export const demanding = { returns: 0.4, discount: 0.22, calls: 5, callsPerOrder: 1.5 } as const;

/** Who takes the orders by phone. */
export const salesReps = ['Amaia', 'Gorka', 'Leire', 'Tomás'] as const;

/** Store of those who visit one away from home. */
export const mainStore = 'Bilbao';

/** Opening hours of the stores, from and to, Monday to Saturday; and of the phone desk, Monday to Friday. */
export const storeHours = [10, 20.5] as const;
export const phoneHours = [8, 18] as const;

/** Orders below this net amount (cents) pay for their delivery, in cents by country of the customer. */
export const freeDelivery = 6_000;
export const delivery: Readonly<Record<string, number>> = { ES: 495, FR: 690, GB: 1190, IL: 1450 };

/**
 * What serving customers costs, in euros, for the `costs` of a pipeline. Contacts with a cost of their own (post, telemarketing)
 * carry it in the data.
 */
export const costs = {
  fulfilment_per_order: 3.2,
  fulfilment_per_line: 0.15,
  handling_per_return: 4,
  contacts: {
    call_center: { per_contact: 1.5, per_minute: 0.9 },
    chat: { per_contact: 0.6, per_minute: 0.5 },
    store: { per_contact: 0.5, per_minute: 0.4 },
    social: { per_contact: 0.8, per_minute: 0 },
    email: { per_contact: 0.01, per_minute: 0 },
    '*': { per_contact: 0, per_minute: 0 },
  },
} as const;
