let made = 0;

/** A table to work with whose name nobody else has, of models that may be fitted at the same time. */
export const workingTable = (called: string): string => `working.main.${called}_${++made}`;
